import { Button, Loader, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../../src-core/kernel/turkish.ts'
import type { NeedDetail } from '../../../../src-core/needs/need-list.contract.ts'
import { orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { SidePanel } from '../../../ui/screen/SidePanel.tsx'
import { HistoryPanel } from '../../access/HistoryPanel.tsx'
import { PlanLineLink } from '../../plan/PlanLineLink.tsx'
import { NeedFacts } from './NeedFacts.tsx'
import { NeedForm } from './NeedForm.tsx'
import classes from './NeedPanel.module.css'
import { askedText } from './use-need-columns.ts'

type Props = {
  readonly id: string
  readonly title: string
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

const formId = 'need-form'

/** One need beside its list: what is asked for, how it came, its history; changed while the window is open. */
export function NeedPanel({ id, title, onClose, onStep }: Props) {
  const { t } = useTranslation(['needs', 'common'])
  const [tab, setTab] = useState<string | null>('details')
  const need = useQuery(orpc.needs.getNeed.queryOptions({ input: { id } }))
  const detail = need.data
  return (
    <SidePanel
      title={detail ? askedText(detail) : title}
      note={detail && whoseOf(detail, t('list.unitNeed', { count: detail.headcount }))}
      width={460}
      onClose={onClose}
      onStep={onStep}
      actions={
        tab === 'details' &&
        detail?.editable && (
          <Button type="submit" form={formId}>
            {t('common:actions.save')}
          </Button>
        )
      }
    >
      {need.isPending && <Loader aria-label={title} />}
      <ErrorNote error={need.error} onRetry={() => void need.refetch()} />
      {detail && (
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="details">{t('list.details')}</Tabs.Tab>
            <Tabs.Tab value="history">{t('list.history')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="details" className={classes.tab ?? ''}>
            {detail.editable && <NeedForm key={detail.rowVersion} id={formId} need={detail} />}
            <NeedFacts need={detail} />
            <PlanLineLink
              cycleId={detail.cycleId}
              topicId={detail.topicId}
              freeTextKey={detail.freeText === null ? null : fold(detail.freeText)}
            />
          </Tabs.Panel>
          <Tabs.Panel value="history" className={classes.tab ?? ''}>
            <HistoryPanel table="needLine" id={id} />
          </Tabs.Panel>
        </Tabs>
      )}
    </SidePanel>
  )
}

const whoseOf = (need: NeedDetail, head: string): string =>
  need.personName ? `${need.personName} · ${need.unitName}` : `${need.unitName} · ${head}`
