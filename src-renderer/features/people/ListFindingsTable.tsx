import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListCheck, ListIssue } from '../../../src-core/people/list-import.contract.ts'
import { Section } from '../../ui/screen/Section.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import classes from './list-import.module.css'

type Row = ListIssue & { readonly id: string }

/** Every error and warning with its sheet, cell and a sentence. */
export function ListFindingsTable({ result }: { readonly result: ListCheck }) {
  const { t } = useTranslation('people')
  const rows = useMemo<readonly Row[]>(() => result.issues.map((issue, at) => ({ ...issue, id: String(at) })), [result])
  const columns: readonly Column<Row>[] = [
    {
      id: 'severity',
      title: t('list.severityTitle'),
      type: 'choice',
      width: 104,
      choices: [
        { value: 'error', label: t('list.severity.error'), tone: 'bad' },
        { value: 'warning', label: t('list.severity.warning'), tone: 'warn' },
      ],
      value: (row) => row.severity,
    },
    { id: 'code', title: t('list.code'), type: 'text', width: 80, value: (row) => row.code },
    { id: 'sheet', title: t('list.sheet'), type: 'text', width: 128, value: (row) => row.sheet },
    { id: 'cell', title: t('list.cell'), type: 'text', width: 88, value: (row) => row.cell },
    { id: 'message', title: t('list.message'), type: 'text', width: 400, grow: 1, value: (row) => row.message },
  ]
  const total = result.counts.errors + result.counts.warnings
  const cut = rows.length < total && t('list.findingsCut', { shown: rows.length, total })
  return (
    <Section title={t('list.findings')} {...(cut && { note: cut })}>
      <div className={classes.table}>
        <DataTable
          name="people.list.findings"
          label={t('list.findings')}
          columns={columns}
          rowId={(row) => row.id}
          rows={rows}
        />
      </div>
    </Section>
  )
}
