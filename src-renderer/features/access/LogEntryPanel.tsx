import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { loggedRecordSchema } from '../../../src-core/access/audit.contract.ts'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { sentenceOf } from '../../app/errors/sentence.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { Facts, Section } from '../../ui/screen/Section.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { ChangeList } from './ChangeList.tsx'
import classes from './LogEntryPanel.module.css'
import { aboutWord, operationWord, recordName, tableWord } from './record-words.ts'

type Props = {
  readonly commandId: string
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

/** One operation of the log: who, when, from where, why it was refused, and what it changed from what to what. */
export function LogEntryPanel({ commandId, onClose, onStep }: Props) {
  const { t } = useTranslation('administration')
  const found = useQuery(orpc.access.logEntry.queryOptions({ input: { commandId } }))
  const entry = found.data
  return (
    <SidePanel
      title={entry ? operationWord(entry.row.operation) : t('log.entry')}
      note={
        entry && (
          <StatusWord tone={entry.row.outcome === 'done' ? 'good' : 'warn'}>{t(`log.${entry.row.outcome}`)}</StatusWord>
        )
      }
      width={520}
      onClose={onClose}
      onStep={onStep}
    >
      {found.isPending && <Loader aria-label={t('log.entry')} />}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {entry && (
        <div className={classes.sections}>
          <Facts
            facts={[
              [t('log.at'), formatInstant(entry.row.at)],
              [t('log.actor'), entry.row.actorName || t('log.nobody')],
              [t('log.source'), t(`log.${entry.row.source}`)],
              [t('log.about'), aboutWord(entry.row)],
              [t('log.entryNo'), entry.row.seq],
            ]}
          />
          {entry.row.refusal && <Note tone="warn" title={t('log.why')} text={sentenceOf(entry.row.refusal)} />}
          {entry.row.outcome === 'done' && (
            <Section title={t('log.records')}>
              {entry.records.length === 0 && entry.hidden === 0 && (
                <p className={classes.quiet}>{t('log.noRecords')}</p>
              )}
              <ul className={classes.records}>
                {entry.records.map((record) => (
                  <Record key={`${record.table}:${record.id}:${record.kind}`} record={record} />
                ))}
              </ul>
              {entry.more > 0 && <p className={classes.quiet}>{t('log.more', { count: entry.more })}</p>}
              {entry.hidden > 0 && <p className={classes.quiet}>{t('log.hidden', { count: entry.hidden })}</p>}
            </Section>
          )}
        </div>
      )}
    </SidePanel>
  )
}

function Record({ record }: { readonly record: z.infer<typeof loggedRecordSchema> }) {
  const { t } = useTranslation('administration')
  const { table, name, kind, together, fields } = record
  const shownName = recordName(table, name)
  return (
    <li className={classes.record}>
      <div className={classes.heading}>
        <span className={classes.name}>
          {tableWord(table)}
          {shownName && <span className={classes.which}>{shownName}</span>}
        </span>
        <span className={classes.quiet}>
          {together > 1 ? t('log.together', { count: together }) : t(`log.kind.${kind}`)}
        </span>
      </div>
      {fields.length > 0 && <ChangeList changes={fields} onlyAfter={kind === 'created'} />}
    </li>
  )
}
