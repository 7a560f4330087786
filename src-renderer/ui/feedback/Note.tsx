import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Tone } from '../values/StatusWord.tsx'
import classes from './Note.module.css'

const icons = {
  neutral: IconInfoCircle,
  active: IconInfoCircle,
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
} as const

type Props = {
  readonly tone: Tone
  readonly text: ReactNode
  readonly title?: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** A message that stands where it belongs: one strip with an icon, a sentence and at most one way on. */
export function Note({ tone, text, title, action }: Props) {
  const Icon = icons[tone]
  return (
    <div
      className={classes.note}
      data-tone={tone}
      data-line={(action && !title) || undefined}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <Icon size={16} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        {title && <strong>{title}</strong>}
        <span>{text}</span>
      </div>
      {action && (
        <Button size="xs" variant="default" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  )
}
