import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../values/StatusWord.tsx'
import classes from './toast.module.css'

type Message = {
  readonly text: string
  readonly tone?: Tone
  /** Offered as a button for as long as the message stands. */
  readonly undo?: () => unknown
}

const icons = {
  neutral: IconInfoCircle,
  active: IconInfoCircle,
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
} as const

/** Milliseconds a message stands: long enough to read it; errors stay until they are closed. */
const standing = (text: string, tone: Tone, undoable: boolean): number | false =>
  tone === 'bad' ? false : Math.max(undoable ? 12_000 : 5_000, text.length * 80)

function Body({ message, id }: { readonly message: Message; readonly id: string }) {
  const { t } = useTranslation('common')
  const Icon = icons[message.tone ?? 'neutral']
  const { undo } = message
  return (
    <div className={classes.body} data-tone={message.tone ?? 'neutral'}>
      <Icon size={16} aria-hidden className={classes.icon} />
      <span className={classes.text}>{message.text}</span>
      {undo && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            notifications.hide(id)
            void undo()
          }}
        >
          {t('actions.undo')}
        </Button>
      )}
    </div>
  )
}

let count = 0
let passing: string | undefined

/**
 * Says something at the edge of the window that does not stop the work. Good news takes the place of the good news before it, so that
 * an undo on the screen is that of the last step; errors stay until they are closed.
 */
export function tell(message: Message): void {
  const id = `message-${++count}`
  if (message.tone !== 'bad') {
    if (passing) notifications.hide(passing)
    passing = id
  }
  notifications.show({
    id,
    message: <Body message={message} id={id} />,
    autoClose: standing(message.text, message.tone ?? 'neutral', message.undo !== undefined),
    withCloseButton: true,
    closeButtonProps: { 'aria-label': i18next.t('common:actions.close') },
    role: message.tone === 'bad' ? 'alert' : 'status',
  })
}

/** Takes every message off the screen. */
export const hush = (): void => notifications.clean()

/** Says what was done and offers to take it back; used instead of asking beforehand. */
export function tellUndo(text: string, undo: () => unknown): void {
  tell({ text, tone: 'good', undo })
}
