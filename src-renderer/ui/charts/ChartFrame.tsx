import { Skeleton } from '@mantine/core'
import { type ReactNode, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import { useNumberLanguage } from '../values/texts.tsx'
import classes from './ChartFrame.module.css'
import { type ChartRow, type ChartSeries, chartColour } from './series.ts'

type Props = {
  readonly title: string
  readonly rows: readonly ChartRow[]
  readonly series: readonly ChartSeries[]
  readonly height: number
  readonly format?: ((value: number) => string) | undefined
  readonly onOpen?: ((label: string) => void) | undefined
  /** Names the series above the chart; a single one needs no name. */
  readonly legend?: boolean
  readonly children: ReactNode
}

/** What all charts share: a title, a legend, and the same numbers as a table for who would rather read, or cannot see. */
export function ChartFrame({ title, rows, series, height, format, onOpen, legend, children }: Props) {
  const { t } = useTranslation('common')
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  const table = <NumberTable titleId={titleId} rows={rows} series={series} format={format} onOpen={onOpen} />
  return (
    <figure className={classes.frame} aria-labelledby={titleId}>
      <figcaption className={classes.head}>
        <span id={titleId} className={classes.title}>
          {title}
        </span>
        {legend && !asTable && (
          <ul className={classes.legend} aria-hidden>
            {series.map((one, index) => (
              <li key={one.key}>
                <span className={classes.swatch} style={{ background: chartColour(index) }} />
                {one.label}
              </li>
            ))}
          </ul>
        )}
        <button type="button" className={classes.toggle} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
        </button>
      </figcaption>
      {asTable ? (
        table
      ) : (
        <>
          <div aria-hidden className={classes.chart} style={{ height }}>
            <Suspense fallback={<Skeleton height={height} />}>{children}</Suspense>
          </div>
          <div className={classes.unseen}>{table}</div>
        </>
      )}
    </figure>
  )
}

type TableProps = Pick<Props, 'rows' | 'series' | 'format' | 'onOpen'> & { readonly titleId: string }

function NumberTable({ titleId, rows, series, format, onOpen }: TableProps) {
  const { t } = useTranslation('common')
  const language = useNumberLanguage()
  const write = format ?? ((value: number) => formatNumber(value, undefined, language))
  return (
    <table className={classes.table} aria-labelledby={titleId}>
      <thead>
        <tr>
          <th scope="col">{t('chart.label')}</th>
          {series.map((one) => (
            <th key={one.key} scope="col">
              {one.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">
              {onOpen ? (
                <button type="button" className={classes.link} onClick={() => onOpen(row.label)}>
                  {row.label}
                </button>
              ) : (
                row.label
              )}
            </th>
            {series.map((one) => (
              <td key={one.key}>{write(row.values[one.key] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
