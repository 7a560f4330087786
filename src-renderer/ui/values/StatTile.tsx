import type { ReactNode } from 'react'
import classes from './StatTile.module.css'

type Props = {
  readonly label: string
  readonly value: string
  /** What the number is of, or what changed. */
  readonly note?: ReactNode
  /** Opens the records behind the number. */
  readonly onOpen?: () => void
}

/** A number one can look behind: plain type, no box, no colour. Put several into `StatRow`. */
export function StatTile({ label, value, note, onOpen }: Props) {
  const inside = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{value}</span>
      {note && <span className={classes.note}>{note}</span>}
    </>
  )
  if (!onOpen) return <div className={classes.tile}>{inside}</div>
  return (
    <button type="button" className={classes.tile} onClick={onOpen}>
      {inside}
    </button>
  )
}

/** Numbers side by side, parted by hairlines. */
export const StatRow = ({ children }: { readonly children: ReactNode }) => <div className={classes.row}>{children}</div>
