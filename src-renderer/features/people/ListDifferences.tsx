import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import type { ListChange } from '../../../src-core/people/list-change.ts'
import { textIfAny } from '../../app/i18n.ts'
import classes from './list-import.module.css'

type Field = ListChange['fields'][number]

const days = new Set(['hireDate', 'leaveDate', 'validFrom', 'validTo'])

/** How one side of a difference is written: dates, closed lists and the rest as they are. */
function useValueText(): (field: string, value: string | null) => string {
  const { t } = useTranslation('people')
  return (field, value) => {
    if (value === null || value === '') return t('list.emptyValue')
    if (days.has(field)) return formatDate(value)
    const list = field === 'active' ? 'yesNo' : field
    return textIfAny(`people:${list}.${value}`) ?? value
  }
}

const fieldText = (field: string): string => textIfAny(`people:list.field.${field}`) ?? ''

/** `Birim: Eğitim → Özlük; Soyadı: Şahin → Kaya`, for copying and searching. */
export function useDifferenceText(): (change: ListChange) => string {
  const { t } = useTranslation('people')
  const text = useValueText()
  return (change) =>
    change.fields
      .map(({ field, from, to }) =>
        field === 'nationalId'
          ? `${fieldText(field)}: ${t('list.changedSecret')}`
          : `${fieldText(field)}: ${text(field, from)} → ${text(field, to)}`,
      )
      .join('; ')
}

/** What an import changes of one record, old value beside new. */
export function ListDifferences({ change }: { readonly change: ListChange }) {
  return (
    <span className={classes.differences}>
      {change.fields.map((field) => (
        <Difference key={field.field} difference={field} />
      ))}
    </span>
  )
}

function Difference({ difference: { field, from, to } }: { readonly difference: Field }) {
  const { t } = useTranslation('people')
  const text = useValueText()
  return (
    <span className={classes.difference}>
      <span className={classes.quiet}>{fieldText(field)} </span>
      {field === 'nationalId' ? (
        t('list.changedSecret')
      ) : (
        <>
          {from !== null && from !== '' && (
            <>
              <del className={classes.old}>{text(field, from)}</del>
              {' → '}
            </>
          )}
          {text(field, to)}
        </>
      )}
    </span>
  )
}
