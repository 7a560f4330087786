import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListKind } from '../../../src-core/people/list-change.ts'
import type { ListInspection } from '../../../src-core/people/list-import.contract.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import type { ListChoices } from './list-choices.ts'
import classes from './list-import.module.css'
import { StaffListOptions } from './StaffListOptions.tsx'

type Props = {
  readonly kind: ListKind
  readonly inspection: ListInspection
  readonly choices: ListChoices
  readonly onChange: (part: Partial<ListChoices>) => void
  /** Looks at another sheet of the file. */
  readonly onSheet: (sheet: string) => void
}

/** Which sheet is read, what each of its columns means, and how rows are to be taken. */
export function ListMapStep({ kind, inspection, choices, onChange, onSheet }: Props) {
  const { t } = useTranslation('people')
  const fields = choices.fields ?? inspection.mapping.fields ?? {}
  const missing = inspection.fields.filter(({ key, required }) => required && !fields[key])
  const setMeaning = (column: string, field: string | null) => {
    const others = Object.entries(fields).filter(([key, name]) => name !== column && key !== field)
    onChange({ fields: Object.fromEntries(field ? [...others, [field, column]] : others) })
  }
  return (
    <div className={kind === 'staff' ? classes.map : classes.page}>
      <div className={classes.page}>
        <div className={classes.line}>
          {inspection.sheets.length > 1 && (
            <Select
              size="xs"
              w={280}
              aria-label={t('list.sheet')}
              allowDeselect={false}
              value={inspection.sheet}
              data={inspection.sheets.map(({ name, rows }) => ({
                value: name,
                label: t('list.sheetRows', { name, rows }),
              }))}
              onChange={(sheet) => sheet && onSheet(sheet)}
            />
          )}
          {inspection.headerRow !== null && (
            <span className={classes.quiet}>{t('list.headerRow', { row: inspection.headerRow })}</span>
          )}
        </div>
        {inspection.recognised && <Note tone="neutral" text={t('list.recognised')} />}
        {inspection.repaired && <Note tone="warn" text={t('list.repaired')} />}
        {inspection.columns.length === 0 && <Note tone="bad" text={t('list.noTable')} />}
        {inspection.columns.length > 0 && missing.length > 0 && (
          <Note tone="warn" text={t('list.missing', { fields: missing.map(({ name }) => name).join(', ') })} />
        )}
        {inspection.columns.length > 0 && (
          <ColumnTable inspection={inspection} fields={fields} onMeaning={setMeaning} />
        )}
      </div>
      {kind === 'staff' && <StaffListOptions choices={choices} onChange={onChange} />}
    </div>
  )
}

type TableProps = {
  readonly inspection: ListInspection
  readonly fields: Readonly<Record<string, string>>
  readonly onMeaning: (column: string, field: string | null) => void
}

function ColumnTable({ inspection, fields, onMeaning }: TableProps) {
  const { t } = useTranslation('people')
  const meanings = new Map(Object.entries(fields).map(([field, column]) => [column, field]))
  return (
    <table className={classes.columns}>
      <thead>
        <tr>
          <th colSpan={2}>{t('list.column')}</th>
          <th>{t('list.samples')}</th>
          <th>{t('list.meaning')}</th>
          <th aria-hidden />
        </tr>
      </thead>
      <tbody>
        {inspection.columns.map((column) => {
          const meaning = meanings.get(column.name) ?? null
          const unsure = meaning !== null && meaning === column.field && !column.sure
          return (
            <tr key={column.letter}>
              <td className={classes.letter}>{column.letter}</td>
              <td className={classes.name}>{column.name}</td>
              <td className={classes.samples}>{column.samples.join(' · ')}</td>
              <td className={classes.meaning}>
                <Select
                  size="xs"
                  aria-label={`${t('list.meaning')}: ${column.name}`}
                  searchable
                  clearable
                  placeholder={t('list.ignore')}
                  value={meaning}
                  data={inspection.fields.map(({ key, name }) => ({ value: key, label: name }))}
                  onChange={(field) => onMeaning(column.name, field)}
                />
              </td>
              <td>{unsure && <StatusWord tone="warn">{t('list.unsure')}</StatusWord>}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
