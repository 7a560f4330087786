import { lazy } from 'react'
import { ChartFrame } from './ChartFrame.tsx'
import { type ChartRow, type ChartSeries, chartColour, flatten } from './series.ts'

const Drawing = lazy(() => import('./drawings.tsx').then((module) => ({ default: module.BarDrawing })))

type Props = {
  readonly title: string
  readonly rows: readonly ChartRow[]
  readonly series: readonly ChartSeries[]
  readonly height?: number
  /** Long names stand better beside lying bars. */
  readonly lying?: boolean
  readonly stacked?: boolean
  readonly format?: (value: number) => string
  /** Opens the records behind a bar. */
  readonly onOpen?: (label: string) => void
}

/** Amounts side by side. Lying bars make their own height unless one is given. */
export function BarChart({ rows, series, height, lying = false, stacked = false, ...rest }: Props) {
  return (
    <ChartFrame
      {...rest}
      rows={rows}
      series={series}
      legend={series.length > 1}
      height={height ?? (lying ? 24 + rows.length * (rows.some(({ label }) => label.length > 26) ? 32 : 26) : 220)}
    >
      <Drawing
        data={flatten(rows)}
        series={series.map((one, index) => ({ name: one.key, label: one.label, color: chartColour(index) }))}
        lying={lying}
        stacked={stacked}
        format={rest.format}
        onOpen={rest.onOpen}
      />
    </ChartFrame>
  )
}
