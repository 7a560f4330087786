import { lazy } from 'react'
import { ChartFrame } from './ChartFrame.tsx'
import { type ChartRow, type ChartSeries, chartColour, flatten } from './series.ts'

const Drawing = lazy(() => import('./drawings.tsx').then((module) => ({ default: module.LineDrawing })))

type Props = {
  readonly title: string
  readonly rows: readonly ChartRow[]
  readonly series: readonly ChartSeries[]
  readonly height?: number
  readonly format?: (value: number) => string
}

/** How amounts move over time. */
export function LineChart({ rows, series, height = 220, ...rest }: Props) {
  return (
    <ChartFrame {...rest} rows={rows} series={series} legend={series.length > 1} height={height}>
      <Drawing
        data={flatten(rows)}
        series={series.map((one, index) => ({ name: one.key, label: one.label, color: chartColour(index) }))}
        format={rest.format}
      />
    </ChartFrame>
  )
}
