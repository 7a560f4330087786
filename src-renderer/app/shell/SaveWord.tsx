import { Tooltip } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { isSaving, onSaving } from '../api.ts'
import { useConnectionState } from '../use-connection.ts'
import classes from './SaveWord.module.css'

/** One quiet word on whether everything is stored. */
export function SaveWord() {
  const { t } = useTranslation('common')
  const { status } = useConnectionState()
  const saving = useSyncExternalStore(onSaving, isSaving)
  const state = status !== 'open' ? 'offline' : saving ? 'saving' : 'saved'
  const hint = { offline: 'shell.lostHint', saving: 'shell.savingHint', saved: 'shell.savedHint' } as const
  return (
    <Tooltip label={t(hint[state])}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation must be within reach of the keyboard */}
      <span className={classes.word} data-state={state} role="status" tabIndex={0}>
        {t(`shell.${state}`)}
      </span>
    </Tooltip>
  )
}
