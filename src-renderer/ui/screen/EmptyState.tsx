import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

type Props = {
  readonly title: string
  /** What belongs here. */
  readonly text?: ReactNode
  /** The one thing that fills it. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Stands where there is nothing yet. */
export function EmptyState({ title, text, action }: Props) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {text && <p className={classes.text}>{text}</p>}
      {action && (
        <Button className={classes.action ?? ''} onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  )
}
