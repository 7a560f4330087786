import type { ReactNode } from 'react'
import classes from './Frame.module.css'

type Props = {
  readonly product: string
  /** The stations of the thread on the left, from top to bottom. */
  readonly thread: readonly string[]
  readonly line: string
  readonly foot: string
  /** At the upper right: the switch of language. */
  readonly corner?: ReactNode
  readonly children: ReactNode
}

/** The page before the window: a quiet typographic panel on the left, one form on the right. */
export function Frame({ product, thread, line, foot, corner, children }: Props) {
  return (
    <div className={classes.frame}>
      <aside className={classes.panel} aria-label={product}>
        <span className={classes.product}>{product}</span>
        <div>
          <ol className={classes.thread} aria-hidden>
            {thread.map((station) => (
              <li key={station}>{station}</li>
            ))}
          </ol>
          <p className={classes.line}>{line}</p>
        </div>
        <p className={classes.foot}>{foot}</p>
      </aside>
      <main className={classes.side}>
        {corner && <div className={classes.corner}>{corner}</div>}
        <div className={classes.form}>{children}</div>
      </main>
    </div>
  )
}
