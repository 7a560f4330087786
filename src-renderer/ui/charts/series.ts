/** One row of a chart: its name and a number for each series. */
export type ChartRow = { readonly label: string; readonly values: Readonly<Record<string, number>> }

export type ChartSeries = {
  readonly key: string
  readonly label: string
}

/**
 * Colours in the order they are used: the accent and greys first, then Okabe and Ito's set, which stays apart for every kind of colour
 * vision.
 */
export const chartColours = [
  'var(--chart-1)',
  'var(--chart-2)',
  'var(--chart-3)',
  '#e69f00',
  '#56b4e9',
  '#009e73',
  '#d55e00',
  '#cc79a7',
] as const

/** The colour of the series or slice at a position; they repeat after eight, where a table says more than a chart anyway. */
export const chartColour = (index: number): string => chartColours[index % chartColours.length] ?? chartColours[0]

/** The rows as the charts library wants them. */
export const flatten = (rows: readonly ChartRow[]): Record<string, string | number>[] =>
  rows.map((row) => ({ label: row.label, ...row.values }))
