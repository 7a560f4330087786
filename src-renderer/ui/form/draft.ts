import { useCallback, useRef, useState } from 'react'
import { settingsOwner } from '../stored.ts'

/** Nobody gets to see what another officer has typed at the same window. */
const ownKey = (key: string) => `akademi.draft.${settingsOwner()}.${key}`

/** Reads what was typed and not saved; `undefined` when there is nothing or it cannot be read. */
export function readDraft<T>(key: string): T | undefined {
  try {
    const stored = sessionStorage.getItem(ownKey(key))
    return stored === null ? undefined : (JSON.parse(stored) as T)
  } catch {
    return undefined
  }
}

export function writeDraft(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(ownKey(key), JSON.stringify(value))
  } catch {
    // The form itself still holds the text.
  }
}

export function dropDraft(key: string): void {
  try {
    sessionStorage.removeItem(ownKey(key))
  } catch {
    // Nothing was kept then.
  }
}

export type Draft<T> = {
  readonly value: T
  readonly set: (value: T) => void
  /** Whether the value came from an earlier, unfinished time. */
  readonly restored: boolean
  /** Forgets the draft; the value on screen becomes `next`, or the initial one. */
  readonly clear: (next?: T) => void
}

/** State that survives a reload or a crash of the window, for text that is not saved yet. `key` names the form and its record. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const [first] = useState(() => readDraft<T>(key))
  const [value, setValue] = useState(first ?? initial)
  const [restored, setRestored] = useState(first !== undefined)
  const start = useRef(initial)
  const set = useCallback(
    (next: T) => {
      setValue(next)
      writeDraft(key, next)
    },
    [key],
  )
  const clear = useCallback(
    (next?: T) => {
      dropDraft(key)
      setValue(next ?? start.current)
      setRestored(false)
    },
    [key],
  )
  return { value, set, restored, clear }
}
