import type { Dialog } from 'electron'
import type { HostLanguage } from '../../src-preload/bridge.ts'
import { words } from './words.ts'

type DialogPart = Pick<Dialog, 'showErrorBox' | 'showMessageBoxSync'>

/** What the host says itself, where the page cannot. Every text follows the language that is set when it is shown. */
type HostDialogs = {
  /** Asks whether to close although the page has unsaved text. */
  readonly mayLeave: () => boolean
  readonly pageLost: () => void
  readonly fault: () => void
}

/** `logs` is the folder that the officer is told to pass on. */
export function hostDialogs(dialog: DialogPart, language: () => HostLanguage, logs: string): HostDialogs {
  const word = () => words(language())
  return {
    mayLeave: () => {
      const stay = 0
      const leave = 1
      const chosen = dialog.showMessageBoxSync({
        type: 'question',
        message: word().leaveTitle,
        detail: word().leaveDetail,
        buttons: [word().leaveStay, word().leaveClose],
        defaultId: stay,
        cancelId: stay,
        noLink: true,
      })
      return chosen === leave
    },
    pageLost: () => dialog.showErrorBox(word().pageLostTitle, word().passOnLogs + logs),
    fault: () => dialog.showErrorBox(word().faultTitle, word().passOnLogs + logs),
  }
}
