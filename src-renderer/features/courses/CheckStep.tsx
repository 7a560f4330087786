import { Button, Checkbox } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListChange } from '../../../src-core/courses/list-change.ts'
import type { ListCheck } from '../../../src-core/courses/list-import.contract.ts'
import { formatDate, istanbulDate } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { StatRow, StatTile } from '../../ui/values/StatTile.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './import.module.css'

type Props = {
  /** Under which the table of changes keeps its columns. */
  readonly table: string
  /** What the records are called. */
  readonly nameTitle: string
  readonly result: ListCheck
  readonly leaveOut: boolean
  readonly onLeaveOut: (leaveOut: boolean) => void
  readonly stale: boolean
  readonly onRecheck: () => void
  readonly onCorrected: () => void
}

/** What the list would do, everything that is wrong with it, and what is left to the officer. */
export function CheckStep({ table, nameTitle, result, leaveOut, onLeaveOut, stale, onRecheck, onCorrected }: Props) {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const { counts } = result
  const changing = result.changes.length > 0
  return (
    <>
      {stale && <Note tone="warn" text={t('import.stale')} action={{ label: t('import.recheck'), run: onRecheck }} />}
      {result.importedBefore && (
        <Note
          tone="neutral"
          text={t('import.importedBefore', { date: formatDate(istanbulDate(result.importedBefore.at)) })}
        />
      )}
      <StatRow>
        {(['new', 'changed', 'same', 'errors', 'warnings'] as const).map((name) => (
          <StatTile
            key={name}
            label={t(`import.counts.${name}`)}
            value={formatNumber(counts[name], undefined, language)}
          />
        ))}
      </StatRow>
      {counts.wrongRows > 0 && (
        <div className={classes.line}>
          {changing && (
            <Checkbox
              label={t('import.leaveOut', { count: counts.wrongRows })}
              checked={leaveOut}
              onChange={(event) => onLeaveOut(event.currentTarget.checked)}
            />
          )}
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={onCorrected}
          >
            {t('import.corrected')}
          </Button>
        </div>
      )}
      {!changing && (
        <EmptyState
          title={t('import.nothing')}
          text={t(counts.errors > 0 ? 'import.allWrong' : 'import.nothingText')}
        />
      )}
      {result.issues.length > 0 && <Findings result={result} />}
      {changing && <Changes table={table} nameTitle={nameTitle} result={result} />}
    </>
  )
}

/** As high as its rows, up to a dozen of them; header and footer take the rest. */
const heightOf = (rows: number): number => 92 + 32 * Math.min(12, Math.max(2, rows))

type Row<T> = T & { readonly rowId: string }

function Findings({ result }: { readonly result: ListCheck }) {
  const { t } = useTranslation('courses')
  const rows = useMemo(() => result.issues.map((issue, at) => ({ ...issue, rowId: String(at) })), [result])
  const columns: readonly Column<Row<ListCheck['issues'][number]>>[] = [
    {
      id: 'severity',
      title: t('import.severityTitle'),
      type: 'choice',
      width: 104,
      choices: [
        { value: 'error', label: t('import.severity.error'), tone: 'bad' },
        { value: 'warning', label: t('import.severity.warning'), tone: 'warn' },
      ],
      value: (row) => row.severity,
    },
    { id: 'code', title: t('import.code'), type: 'text', width: 80, value: (row) => row.code },
    { id: 'sheet', title: t('import.sheet'), type: 'text', width: 128, value: (row) => row.sheet },
    { id: 'cell', title: t('import.cell'), type: 'text', width: 88, value: (row) => row.cell },
    { id: 'message', title: t('import.message'), type: 'text', width: 400, grow: 1, value: (row) => row.message },
  ]
  const total = result.counts.errors + result.counts.warnings
  const cut = rows.length < total && t('import.cut', { shown: rows.length, total })
  return (
    <Section title={t('import.findings')} {...(cut && { note: cut })}>
      <div className={classes.table} style={{ height: heightOf(rows.length) }}>
        <DataTable
          name="courses.import.findings"
          label={t('import.findings')}
          columns={columns}
          rowId={(row) => row.rowId}
          rows={rows}
        />
      </div>
    </Section>
  )
}

function Changes({ table, nameTitle, result }: Pick<Props, 'table' | 'nameTitle' | 'result'>) {
  const { t } = useTranslation('courses')
  const rows = useMemo(() => result.changes.map((change) => ({ ...change, rowId: String(change.row) })), [result])
  const columns: readonly Column<Row<ListChange>>[] = [
    {
      id: 'kind',
      title: t('import.what'),
      type: 'choice',
      width: 112,
      choices: [
        { value: 'new', label: t('import.kind.new'), tone: 'good' },
        { value: 'changed', label: t('import.kind.changed'), tone: 'active' },
      ],
      value: (row) => row.kind,
    },
    { id: 'name', title: nameTitle, type: 'text', width: 280, value: (row) => row.name },
    {
      id: 'difference',
      title: t('import.difference'),
      type: 'text',
      width: 400,
      grow: 1,
      value: (row) => row.fields.map(({ field, from, to }) => `${field}: ${from ?? '–'} → ${to ?? '–'}`).join('; '),
      render: (row) => <Differences change={row} />,
    },
    { id: 'row', title: t('import.row'), type: 'number', width: 80, value: (row) => row.row },
  ]
  const total = result.counts.new + result.counts.changed
  const cut = rows.length < total && t('import.cut', { shown: rows.length, total })
  return (
    <Section title={t('import.changes')} {...(cut && { note: cut })}>
      <div className={classes.table} style={{ height: heightOf(rows.length) }}>
        <DataTable name={table} label={t('import.changes')} columns={columns} rowId={(row) => row.rowId} rows={rows} />
      </div>
    </Section>
  )
}

function Differences({ change }: { readonly change: ListChange }) {
  return (
    <span className={classes.differences}>
      {change.fields.map(({ field, from, to }) => (
        <span key={field} className={classes.difference}>
          <span className={classes.quiet}>{field} </span>
          {from !== null && (
            <>
              <del className={classes.old}>{from}</del>
              {' → '}
            </>
          )}
          {to ?? '–'}
        </span>
      ))}
    </span>
  )
}
