import { Button } from '@mantine/core'
import classes from './FaultPage.module.css'

type Props = {
  readonly title: string
  readonly text: string
  readonly again: string
  readonly onAgain: () => void
}

/** What happened, what it means, and the way on. */
export function FaultPage({ title, text, again, onAgain }: Props) {
  return (
    <div className={classes.fault} role="alert">
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.text}>{text}</p>
      <Button onClick={onAgain}>{again}</Button>
    </div>
  )
}
