import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../src-core/access/audit.contract.ts'
import type { RecordedTable } from '../../../src-core/database/schema.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { DateText } from '../../ui/values/texts.tsx'
import { ChangeList } from './ChangeList.tsx'
import classes from './HistoryPanel.module.css'
import { operationWord } from './record-words.ts'

type Props = { readonly table: RecordedTable; readonly id: string }

/** Everything that happened to one record, newest first: what, when, by whom, old and new values. */
export function HistoryPanel({ table, id }: Props) {
  const { t } = useTranslation('records')
  const history = useQuery(orpc.access.history.queryOptions({ input: { table, id } }))
  if (history.isPending) return <Loader aria-label={t('history.title')} />
  if (history.isError) return <ErrorNote error={history.error} onRetry={() => void history.refetch()} />
  if (history.data.entries.length === 0) return <p className={classes.empty}>{t('history.empty')}</p>
  return (
    <ol className={classes.steps} aria-label={t('history.title')}>
      {history.data.entries.map((entry) => (
        <Step key={`${entry.commandId}:${entry.kind}`} entry={entry} />
      ))}
    </ol>
  )
}

function Step({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation('records')
  const made = entry.kind === 'created'
  const [open, setOpen] = useState(!made)
  const what = made ? t('history.createdWith', { count: entry.together }) : t(`history.${entry.kind}`)
  return (
    <li className={classes.step} data-kind={entry.kind}>
      <div className={classes.heading}>
        <span className={classes.what}>{what}</span>
        <span className={classes.when}>
          <DateText iso={entry.at} time />
        </span>
      </div>
      <p className={classes.who}>
        {entry.actorName || t('history.program')} · {operationWord(entry.operation)}
      </p>
      {open && entry.fields.length > 0 && <ChangeList changes={entry.fields} onlyAfter={made} />}
      {made && entry.fields.length > 0 && (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.more ?? ''}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('history.hideFirst') : t('history.showFirst')}
        </Button>
      )}
    </li>
  )
}
