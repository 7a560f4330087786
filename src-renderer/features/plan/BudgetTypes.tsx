import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../src-core/kernel/numbers.ts'
import type { PlanCost } from '../../../src-core/plan/plan.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './plan.module.css'

type Amounts = { readonly plannedMinor: number; readonly committedMinor: number; readonly actualMinor: number }

/** Planned, committed and spent by type of cost. */
export function BudgetTypes({ types }: { readonly types: readonly (Amounts & { readonly type: PlanCost['type'] })[] }) {
  const { t } = useTranslation(['plan', 'records'])
  const language = useNumberLanguage()
  if (types.length === 0) return <EmptyState title={t('budget.emptyUnits')} text={t('budget.emptyUnitsText')} />
  const sum = (of: (row: Amounts) => number) => types.reduce((total, row) => total + of(row), 0)
  const cells = (row: Amounts) =>
    [row.plannedMinor, row.committedMinor, row.actualMinor].map((minor, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: three amounts in their order
      <td key={at} data-right className={classes.number}>
        {formatMoney(minor, language)}
      </td>
    ))
  return (
    <table className={`${classes.costs} ${classes.flow}`}>
      <caption hidden>{t('budget.types')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('budget.type')}</th>
          <th scope="col" data-right>
            {t('budget.planned')}
          </th>
          <th scope="col" data-right>
            {t('budget.committed')}
          </th>
          <th scope="col" data-right>
            {t('budget.actual')}
          </th>
        </tr>
      </thead>
      <tbody>
        {types.map((row) => (
          <tr key={row.type}>
            <td>{t(`records:value.type.${row.type}`)}</td>
            {cells(row)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('totals.all')}</td>
          {cells({
            plannedMinor: sum((row) => row.plannedMinor),
            committedMinor: sum((row) => row.committedMinor),
            actualMinor: sum((row) => row.actualMinor),
          })}
        </tr>
      </tfoot>
    </table>
  )
}
