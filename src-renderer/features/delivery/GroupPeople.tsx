import { ActionIcon } from '@mantine/core'
import { IconPrinter, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import classes from './delivery.module.css'
import { GroupForm } from './GroupForm.tsx'
import { PersonMove } from './PersonMove.tsx'

type Props = {
  readonly plan: Plan
  readonly trainingId: string
  readonly editable: boolean
  readonly onPrint: (personId: string) => void
}

/** How a group is made up, who sits in it, and moving somebody to another group of the line. */
export function GroupPeople({ plan, trainingId, editable, onPrint }: Props) {
  const { t } = useTranslation('delivery')
  const [moving, setMoving] = useState<string>()
  const found = useQuery(orpc.delivery.attendees.queryOptions({ input: { trainingId } }))
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  return (
    <>
      <GroupForm plan={plan} trainingId={trainingId} editable={editable} />
      {found.data?.length === 0 && <p className={classes.dim}>{t('session.noPeople')}</p>}
      <ul className={classes.list}>
        {(found.data ?? []).map(({ id, name, registryNo, unit }) => (
          <li key={id} className={classes.member}>
            <span>
              {name} <span className={classes.dim}>{registryNo}</span>
            </span>
            <span className={classes.dim}>{unit}</span>
            <span className={classes.tools}>
              {editable && (
                <ActionIcon
                  size="sm"
                  aria-label={t('groups.moveOf', { name })}
                  aria-expanded={moving === id}
                  onClick={() => setMoving(moving === id ? undefined : id)}
                >
                  <IconUsersGroup size={14} aria-hidden />
                </ActionIcon>
              )}
              <ActionIcon size="sm" aria-label={t('paper.person', { name })} onClick={() => onPrint(id)}>
                <IconPrinter size={14} aria-hidden />
              </ActionIcon>
            </span>
            {moving === id && (
              <PersonMove
                planId={plan.id}
                trainingId={trainingId}
                personId={id}
                name={name}
                onDone={() => setMoving(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
