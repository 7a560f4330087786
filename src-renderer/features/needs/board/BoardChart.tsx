import { useTranslation } from 'react-i18next'
import { formatPercent } from '../../../../src-core/kernel/numbers.ts'
import { type BoardRow, departmentsOf, responseRate } from '../../../../src-core/needs/board.ts'
import { BarChart } from '../../../ui/charts/BarChart.tsx'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import classes from './BoardScreen.module.css'

type Props = { readonly rows: readonly BoardRow[]; readonly onOpen: (unitId: string) => void }

/** Departments side by side, the lowest rate first. */
export function BoardChart({ rows, onOpen }: Props) {
  const { t } = useTranslation('needs')
  const language = useNumberLanguage()
  const departments = departmentsOf(rows)
    .filter((row) => row.below.eligible > 0)
    .map((row) => ({ row, rate: responseRate(row.below) ?? 0 }))
    .sort((a, b) => a.rate - b.rate)
  return (
    <div className={classes.chart}>
      <BarChart
        lying
        // Names of departments take two or three lines.
        height={32 + departments.length * 36}
        title={t('board.chartTitle')}
        rows={departments.map(({ row, rate }) => ({ label: row.name, values: { rate: Math.round(rate * 1000) / 10 } }))}
        series={[{ key: 'rate', label: t('board.rate') }]}
        format={(value) => formatPercent(value / 100, 1, language)}
        onOpen={(label) => {
          const unit = departments.find(({ row }) => row.name === label)
          if (unit) onOpen(unit.row.unitId)
        }}
      />
    </div>
  )
}
