import '@mantine/charts/styles.layer.css'
import { BarChart as MantineBarChart, DonutChart as MantineDonutChart } from '@mantine/charts'
import { useReducedMotion } from '@mantine/hooks'

type Series = { readonly name: string; readonly label: string; readonly color: string }
type Data = Record<string, string | number>[]
type Format = ((value: number) => string) | undefined

type BarProps = {
  readonly data: Data
  readonly series: readonly Series[]
  readonly lying: boolean
  readonly stacked: boolean
  readonly format: Format
  readonly onOpen: ((label: string) => void) | undefined
}

// The table beside each drawing is what the keyboard and the screen reader get.
const unread = { accessibilityLayer: false }

const labelOf = (bar: unknown): string | undefined => {
  if (typeof bar !== 'object' || bar === null || !('payload' in bar)) return undefined
  const { payload } = bar
  return typeof payload === 'object' && payload !== null && 'label' in payload ? String(payload.label) : undefined
}

/** A name in two lines beside its bar; the table beside the drawing has it whole. */
const shortened = (name: string): string => (name.length > 48 ? `${name.slice(0, 46).trimEnd()}…` : name)

/** How wide the axis of names must be, in pixels; a name longer than 26 letters is broken by the library. */
const nameWidth = (data: Data): number =>
  Math.min(200, 16 + 7 * Math.max(4, ...data.map((row) => String(row.label).length)))

export function BarDrawing({ data, series, lying, stacked, format, onOpen }: BarProps) {
  const calm = useReducedMotion()
  return (
    <MantineBarChart
      h="100%"
      data={data}
      dataKey="label"
      series={[...series]}
      type={stacked ? 'stacked' : 'default'}
      orientation={lying ? 'vertical' : 'horizontal'}
      gridAxis={lying ? 'y' : 'x'}
      tickLine="none"
      strokeDasharray="0"
      gridColor="var(--ak-line)"
      textColor="var(--ak-dim)"
      maxBarWidth={28}
      barChartProps={unread}
      {...(format && { valueFormatter: format })}
      {...(lying && { yAxisProps: { width: nameWidth(data), interval: 0, tickFormatter: shortened } })}
      barProps={{
        isAnimationActive: !calm,
        animationDuration: 200,
        radius: 2,
        ...(onOpen && {
          cursor: 'pointer',
          onClick: (bar: unknown) => {
            const label = labelOf(bar)
            if (label !== undefined) onOpen(label)
          },
        }),
      }}
    />
  )
}

type DonutProps = {
  readonly data: readonly { readonly name: string; readonly value: number; readonly color: string }[]
  readonly height: number
  readonly format: Format
}

export function DonutDrawing({ data, height, format }: DonutProps) {
  const calm = useReducedMotion()
  return (
    <MantineDonutChart
      data={[...data]}
      size={height - 16}
      thickness={22}
      paddingAngle={1}
      strokeWidth={0}
      pieChartProps={unread}
      tooltipDataSource="segment"
      pieProps={{ isAnimationActive: !calm, animationDuration: 200, rootTabIndex: -1 }}
      {...(format && { valueFormatter: format })}
    />
  )
}
