import { lazy } from 'react'
import { ChartFrame } from './ChartFrame.tsx'
import classes from './DonutChart.module.css'
import { chartColour } from './series.ts'

const Drawing = lazy(() => import('./drawings.tsx').then((module) => ({ default: module.DonutDrawing })))

type Props = {
  readonly title: string
  /** What the numbers count: the heading of the table's second column. */
  readonly unit: string
  readonly slices: readonly { readonly label: string; readonly value: number }[]
  readonly height?: number
  readonly format?: (value: number) => string
  readonly onOpen?: (label: string) => void
}

/** Shares of a whole, with the names and numbers beside the ring. For more than six slices a bar chart reads better. */
export function DonutChart({ title, unit, slices, height = 180, format, onOpen }: Props) {
  const write = format ?? ((value: number) => String(value))
  return (
    <ChartFrame
      title={title}
      rows={slices.map((slice) => ({ label: slice.label, values: { value: slice.value } }))}
      series={[{ key: 'value', label: unit }]}
      height={height}
      format={format}
      onOpen={onOpen}
    >
      <div className={classes.donut}>
        <Drawing
          height={height}
          data={slices.map((slice, index) => ({ name: slice.label, value: slice.value, color: chartColour(index) }))}
          format={format}
        />
        <ul className={classes.names}>
          {slices.map((slice, index) => (
            <li key={slice.label}>
              <span className={classes.swatch} style={{ background: chartColour(index) }} />
              <span>{slice.label}</span>
              <span className={classes.value}>{write(slice.value)}</span>
            </li>
          ))}
        </ul>
      </div>
    </ChartFrame>
  )
}
