import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoney, formatNumber } from '../../../src-core/kernel/numbers.ts'
import { type PlanTotals as Totals, totalsOf } from '../../../src-core/plan/plan.rules.ts'
import type { PlanLine } from '../../../src-core/plan/plan.ts'
import { useAddressWord } from '../../app/address.ts'
import { type CellWords, type Column, cellText } from '../../ui/table/columns.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './PlanTotals.module.css'

const groupings = ['none', 'quarter', 'level', 'source', 'category', 'state', 'trainer'] as const

type Props = {
  /** What the table shows. */
  readonly rows: readonly PlanLine[]
  readonly columns: readonly Column<PlanLine>[]
  readonly words: CellWords
  readonly filtered: boolean
}

/** The foot of the plan: groups, persons, hours and cost of what is shown, as a whole and by what one chooses. */
export function PlanTotals({ rows, columns, words, filtered }: Props) {
  const { t } = useTranslation('plan')
  const [by, setBy] = useAddressWord('by', groupings, 'none')
  const column = columns.find(({ id }) => id === by)
  const named = Map.groupBy(rows, (row) => (column && cellText(column, row, words)) || t('totals.unset'))
  const groups = column ? [...named].sort(([a], [b]) => a.localeCompare(b, 'tr', { numeric: true })) : []
  return (
    <section className={classes.totals} aria-label={t('totals.label')}>
      <div
        className={classes.scroll}
        {...(groups.length > 0 && { tabIndex: 0, role: 'group', 'aria-label': t('totals.label') })}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className={classes.by}>
                  <Select
                    size="xs"
                    w={170}
                    aria-label={t('totals.by')}
                    allowDeselect={false}
                    data={groupings.map((value) => ({
                      value,
                      label: value === 'none' ? t('totals.none') : t(`column.${value}`),
                    }))}
                    value={by}
                    onChange={(value) => setBy(groupings.find((one) => one === value) ?? 'none')}
                  />
                </span>
              </th>
              <th scope="col">{t('totals.lines')}</th>
              <th scope="col">{t('totals.groups')}</th>
              <th scope="col">{t('totals.persons')}</th>
              <th scope="col">{t('totals.hours')}</th>
              <th scope="col">{t('totals.trainerDays')}</th>
              <th scope="col">{t('totals.planned')}</th>
              <th scope="col">{t('totals.actual')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(([name, own]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <Cells totals={totalsOf(own)} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{filtered ? t('totals.filtered') : t('totals.all')}</th>
              <Cells totals={totalsOf(rows)} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}

function Cells({ totals }: { readonly totals: Totals }) {
  const language = useNumberLanguage()
  const number = (value: number) => formatNumber(value, undefined, language)
  return (
    <>
      <td>{number(totals.lines)}</td>
      <td>{number(totals.groups)}</td>
      <td>{number(totals.persons)}</td>
      <td>{number(totals.hours)}</td>
      <td>{number(totals.trainerDays)}</td>
      <td>{formatMoney(totals.plannedMinor, language)}</td>
      <td>{formatMoney(totals.actualMinor, language)}</td>
    </>
  )
}
