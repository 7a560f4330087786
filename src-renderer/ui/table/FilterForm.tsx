import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField } from '../form/DateField.tsx'
import { NumberField } from '../form/NumberField.tsx'
import { toNumber } from '../form/to-number.ts'
import type { Column } from './columns.ts'
import classes from './FilterForm.module.css'
import type { ColumnFilter } from './filters.ts'

type Props<Row> = {
  readonly column: Column<Row>
  readonly filter: ColumnFilter | undefined
  /** `undefined` takes the filter away. */
  readonly onChange: (filter: ColumnFilter | undefined) => void
}

/** The form of one column's filter; it filters as one types. */
export function FilterForm<Row>(props: Props<Row>) {
  const { t } = useTranslation('common')
  const { column, filter, onChange } = props
  if (column.type === 'choice' || column.type === 'flag') return <Choices {...props} />
  const mode = filter?.kind === 'empty' ? (filter.empty ? 'blank' : 'notBlank') : 'value'
  const valueWord = t(column.type === 'text' ? 'filter.contains' : 'filter.between')
  return (
    <div className={classes.form}>
      <span className={classes.title}>{column.title}</span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('filter.condition')}
        value={mode}
        onChange={(next) => onChange(next === 'value' ? undefined : { kind: 'empty', empty: next === 'blank' })}
        data={[
          { value: 'value', label: valueWord },
          { value: 'blank', label: t('filter.blank') },
          { value: 'notBlank', label: t('filter.notBlank') },
        ]}
      />
      {mode === 'value' && column.type === 'text' && (
        <TextInput
          size="xs"
          aria-label={t('filter.value')}
          data-autofocus
          value={filter?.kind === 'contains' ? filter.text : ''}
          onChange={(event) => {
            const text = event.currentTarget.value
            onChange(text === '' ? undefined : { kind: 'contains', text })
          }}
        />
      )}
      {mode === 'value' && column.type === 'date' && <DateRange {...props} />}
      {mode === 'value' && (column.type === 'number' || column.type === 'money') && <NumberRange {...props} />}
    </div>
  )
}

function Choices<Row>({ column, filter, onChange }: Props<Row>) {
  const { t } = useTranslation('common')
  const values = filter?.kind === 'oneOf' ? filter.values : []
  const choices =
    column.type === 'choice'
      ? column.choices
      : [
          { value: 1, label: t('table.yes') },
          { value: 0, label: t('table.no') },
        ]
  const toggle = (value: string | number, on: boolean) => {
    const next = on ? [...values, value] : values.filter((other) => other !== value)
    onChange(next.length === 0 ? undefined : { kind: 'oneOf', values: next })
  }
  return (
    <div className={classes.form}>
      <fieldset className={classes.choices}>
        <legend className={classes.title}>{column.title}</legend>
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            size="xs"
            label={choice.label}
            checked={values.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
    </div>
  )
}

type Range = { readonly from?: string | number; readonly to?: string | number }

/** A range with one end set or opened; no range at all when both ends are open. */
function withEnd(
  now: ColumnFilter | undefined,
  end: 'from' | 'to',
  value: string | number | null,
): ColumnFilter | undefined {
  const { from, to }: Range = now?.kind === 'between' ? now : {}
  const ends = { from, to, [end]: value ?? undefined }
  if (ends.from === undefined && ends.to === undefined) return undefined
  return {
    kind: 'between',
    ...(ends.from !== undefined && { from: ends.from }),
    ...(ends.to !== undefined && { to: ends.to }),
  }
}

function NumberRange<Row>({ column, filter, onChange }: Props<Row>) {
  const { t } = useTranslation('common')
  // Amounts are kept in kuruş and typed in lira.
  const unit = column.type === 'money' ? 100 : 1
  const end = (name: 'from' | 'to') => {
    const value = filter?.kind === 'between' ? filter[name] : undefined
    return {
      value: typeof value === 'number' ? value / unit : '',
      onChange: (said: number | string) => {
        const typed = toNumber(said)
        onChange(withEnd(filter, name, typed === null ? null : Math.round(typed * unit * 1000) / 1000))
      },
    }
  }
  const decimalScale = column.type === 'money' ? 2 : 3
  return (
    <div className={classes.range}>
      <NumberField size="xs" label={t('filter.from')} decimalScale={decimalScale} data-autofocus {...end('from')} />
      <NumberField size="xs" label={t('filter.to')} decimalScale={decimalScale} {...end('to')} />
    </div>
  )
}

function DateRange<Row>({ filter, onChange }: Props<Row>) {
  const { t } = useTranslation('common')
  const end = (name: 'from' | 'to') => {
    const value = filter?.kind === 'between' ? filter[name] : undefined
    return {
      value: typeof value === 'string' ? value : null,
      onChange: (iso: string | null) => onChange(withEnd(filter, name, iso)),
    }
  }
  return (
    <div className={classes.range}>
      <DateField size="xs" label={t('filter.dateFrom')} {...end('from')} />
      <DateField size="xs" label={t('filter.dateTo')} {...end('to')} />
    </div>
  )
}
