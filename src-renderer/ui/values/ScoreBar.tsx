import type { CSSProperties } from 'react'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import classes from './ScoreBar.module.css'
import { useNumberLanguage } from './texts.tsx'

export type ScorePart = { readonly label: string; readonly value: number }

type Props = {
  readonly parts: readonly ScorePart[]
  /** The width of the whole bar, for comparing several; the sum when it is left out. */
  readonly outOf?: number
  /** Leaves out the written arithmetic where there is only room for the bar, as in a table. */
  readonly short?: boolean
  readonly decimals?: number
}

const shades = 9

/** Each part has its own shade of the accent and of grey, in the bar and beside its name. */
const shade = (index: number) => ({ '--shade': `var(--shade-${index % shades})` }) as CSSProperties

/** A score as what it is made of: a bar of its parts, and the sum written out. */
export function ScoreBar({ parts, outOf, short = false, decimals }: Props) {
  const language = useNumberLanguage()
  const write = (value: number) => formatNumber(value, decimals, language)
  const shown = parts.filter((part) => part.value !== 0)
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  const whole = Math.max(outOf ?? 0, total, 1)
  const sentence = `${shown.map((part) => `${part.label} ${write(part.value)}`).join(' + ')} = ${write(total)}`
  return (
    <div className={classes.score} data-short={short || undefined}>
      <span className={classes.bar} role="img" aria-label={sentence} title={short ? sentence : undefined}>
        {shown.map((part, index) => (
          <span
            key={part.label}
            className={classes.part}
            style={{ ...shade(index), width: `${(100 * Math.max(0, part.value)) / whole}%` }}
          />
        ))}
      </span>
      <span className={classes.total}>{write(total)}</span>
      {!short && (
        <ol className={classes.sum}>
          {shown.map((part, index) => (
            <li key={part.label}>
              <span className={classes.swatch} style={shade(index)} aria-hidden />
              {part.label} <b>{write(part.value)}</b>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
