import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListInspection } from '../../../src-core/courses/list-import.contract.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import classes from './import.module.css'

type Fields = Readonly<Record<string, string>>

type Props = {
  readonly inspection: ListInspection
  /** Field key to column name. */
  readonly fields: Fields
  readonly onFields: (fields: Fields) => void
  /** Looks at another sheet of the file. */
  readonly onSheet: (sheet: string) => void
}

/** Which sheet is read, and what each of its columns means. */
export function MapStep({ inspection, fields, onFields, onSheet }: Props) {
  const { t } = useTranslation('courses')
  const missing = inspection.fields.filter(({ key, required }) => required && !fields[key])
  const found = inspection.columns.length > 0
  return (
    <>
      <div className={classes.line}>
        {inspection.sheets.length > 1 && (
          <Select
            size="xs"
            w={280}
            aria-label={t('import.sheet')}
            allowDeselect={false}
            value={inspection.sheet}
            data={inspection.sheets.map(({ name, rows }) => ({
              value: name,
              label: t('import.sheetRows', { name, rows }),
            }))}
            onChange={(sheet) => sheet && onSheet(sheet)}
          />
        )}
        {inspection.headerRow !== null && (
          <span className={classes.quiet}>{t('import.headerRow', { row: inspection.headerRow })}</span>
        )}
      </div>
      {inspection.recognised && <Note tone="neutral" text={t('import.recognised')} />}
      {!found && <Note tone="bad" text={t('import.noTable')} />}
      {found && missing.length > 0 && (
        <Note tone="warn" text={t('import.missing', { fields: missing.map(({ name }) => name).join(', ') })} />
      )}
      {found && <ColumnTable inspection={inspection} fields={fields} onFields={onFields} />}
    </>
  )
}

function ColumnTable({ inspection, fields, onFields }: Omit<Props, 'onSheet'>) {
  const { t } = useTranslation('courses')
  const meanings = new Map(Object.entries(fields).map(([field, column]) => [column, field]))
  const setMeaning = (column: string, field: string | null) => {
    const others = Object.entries(fields).filter(([key, name]) => name !== column && key !== field)
    onFields(Object.fromEntries(field ? [...others, [field, column]] : others))
  }
  return (
    <table className={classes.columns}>
      <thead>
        <tr>
          <th colSpan={2}>{t('import.column')}</th>
          <th>{t('import.samples')}</th>
          <th>{t('import.meaning')}</th>
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
                  aria-label={`${t('import.meaning')}: ${column.name}`}
                  searchable
                  clearable
                  placeholder={t('import.ignore')}
                  value={meaning}
                  data={inspection.fields.map(({ key, name }) => ({ value: key, label: name }))}
                  onChange={(field) => setMeaning(column.name, field)}
                />
              </td>
              <td>{unsure && <StatusWord tone="warn">{t('import.unsure')}</StatusWord>}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
