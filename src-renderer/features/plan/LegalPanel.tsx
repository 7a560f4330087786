import { Button, Checkbox, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import classes from './plan.module.css'
import type { useLineActions } from './use-line-actions.ts'

type Props = {
  readonly plan: Plan
  readonly changeReason: string | null
  readonly actions: ReturnType<typeof useLineActions>
  readonly onClose: () => void
}

/** Mandatory trainings that fall due in the plan's year, with whom and when, to be taken into the plan. */
export function LegalPanel({ plan, changeReason, actions, onClose }: Props) {
  const { t } = useTranslation('plan')
  const found = useQuery(orpc.plan.legalProposals.queryOptions({ input: { planId: plan.id } }))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const proposals = found.data ?? []
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  const add = async () => {
    const input = { planId: plan.id, topicIds: [...chosen], changeReason }
    const done = await actions.run(client.plan.addLegalLines(input), ({ lines }) => t('legal.added', { count: lines }))
    if (done) setChosen([])
  }
  return (
    <SidePanel
      title={t('legal.title')}
      width={524}
      onClose={onClose}
      actions={
        <Button disabled={chosen.length === 0} onClick={() => void add()}>
          {t('legal.add', { count: chosen.length })}
        </Button>
      }
    >
      <p className={classes.text}>{t('legal.text')}</p>
      {found.isPending && <Loader aria-label={t('legal.title')} />}
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {found.data && proposals.length === 0 && <p className={classes.dim}>{t('legal.empty')}</p>}
      <ul className={classes.list}>
        {proposals.map(({ topicId, code, name, legalBasis, persons, firstDue, planned }) => (
          <li key={topicId}>
            <Checkbox
              size="sm"
              checked={chosen.includes(topicId)}
              disabled={planned}
              onChange={(event) => toggle(topicId, event.currentTarget.checked)}
              label={`${code} ${name}`}
              description={[
                t('legal.persons', { count: persons }),
                firstDue === null ? t('legal.never') : t('legal.due', { date: formatDate(firstDue) }),
                legalBasis,
              ].join(' · ')}
            />
            {planned && <span className={classes.dim}>{t('legal.planned')}</span>}
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}
