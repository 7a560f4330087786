import type { ReactNode } from 'react'
import classes from './Screen.module.css'

type Props = {
  readonly header: ReactNode
  /** Search, filters and the like, between the header and the content. */
  readonly toolbar?: ReactNode
  /** A record beside the content. */
  readonly panel?: ReactNode
  /** `fill`: the content has the rest of the window and scrolls by itself, as a table does. `flow`: the page scrolls. */
  readonly layout?: 'fill' | 'flow'
  readonly children: ReactNode
}

/** The frame of every screen: header, toolbar, content over the whole width, and a record panel on the right. */
export function Screen({ header, toolbar, panel, layout = 'fill', children }: Props) {
  return (
    <div className={classes.screen}>
      <div className={classes.work}>
        {header}
        {toolbar}
        <div className={classes.content} data-layout={layout}>
          {children}
        </div>
      </div>
      {panel}
    </div>
  )
}
