import type { ReactNode } from 'react'
import classes from './Splash.module.css'

/** Before anything can be shown: the name, a moving line, and after a while what may be the matter. */
export function Splash({
  product,
  text,
  children,
}: {
  readonly product: string
  readonly text: string
  readonly children?: ReactNode
}) {
  return (
    <div className={classes.splash}>
      <span className={classes.product}>{product}</span>
      <div className={classes.track} aria-hidden>
        <div className={classes.run} />
      </div>
      <p role="status" className={classes.text}>
        {text}
      </p>
      {children}
    </div>
  )
}
