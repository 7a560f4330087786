import { Button } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../layer/Dialog.tsx'
import classes from './ask.module.css'

type Question = {
  readonly question: string
  /** What it touches and how many. */
  readonly detail?: string
  /** The verb of the yes button: "Sil", "Kapat". */
  readonly yes?: string
  readonly no?: string
  readonly danger?: boolean
}

type Asked = Question & { readonly answer: (yes: boolean) => void }

let asked: Asked | undefined
const listeners = new Set<() => void>()

function show(next: Asked | undefined): void {
  asked = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/**
 * Asks for a yes or a no and nothing else. For what cannot be taken back only; where undo is possible, do it and offer
 * undo.
 */
export function askYesNo(question: Question): Promise<boolean> {
  asked?.answer(false)
  return new Promise((resolve) => {
    show({
      ...question,
      answer: (yes) => {
        show(undefined)
        resolve(yes)
      },
    })
  })
}

/** Draws the question that is open; stands once in the window. */
export function QuestionHost() {
  const { t } = useTranslation('common')
  const open = useSyncExternalStore(subscribe, () => asked)
  return (
    <Dialog opened={open !== undefined} onClose={() => open?.answer(false)} title={open?.question} size="sm" onTop>
      {open?.detail && <p className={classes.detail}>{open.detail}</p>}
      <div className={classes.buttons}>
        <Button variant="default" data-autofocus onClick={() => open?.answer(false)}>
          {open?.no ?? t('actions.no')}
        </Button>
        <Button {...(open?.danger && { color: 'red' })} onClick={() => open?.answer(true)}>
          {open?.yes ?? t('actions.yes')}
        </Button>
      </div>
    </Dialog>
  )
}
