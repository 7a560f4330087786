import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../api.ts'
import { type PageLine, toDraft } from './draft.ts'

const pauseMs = 1200

type Saving = { readonly at: string | null; readonly busy: boolean; readonly error: unknown }

/**
 * Keeps the draft on the server a moment after the last key, and at once when the page is left. One save at a time: what was
 * typed meanwhile goes with the next.
 */
export function useAutosave(cycleId: string, firstVersion: number, firstAt: string | null) {
  const [saving, setSaving] = useState<Saving>({ at: firstAt, busy: false, error: undefined })
  const version = useRef(firstVersion)
  const waiting = useRef<readonly PageLine[] | null>(null)
  const running = useRef<Promise<void>>(Promise.resolve())
  const timer = useRef<number>(undefined)

  const save = useCallback((): Promise<void> => {
    window.clearTimeout(timer.current)
    running.current = running.current.then(async () => {
      const lines = waiting.current
      if (!lines) return
      waiting.current = null
      setSaving((before) => ({ ...before, busy: true }))
      try {
        const kept = await call('needs', 'saveMyDraft', { cycleId, version: version.current, lines: toDraft(lines) })
        version.current = kept.version
        setSaving({ at: kept.savedAt, busy: false, error: undefined })
      } catch (error) {
        waiting.current ??= lines
        setSaving((before) => ({ ...before, busy: false, error }))
      }
    })
    return running.current
  }, [cycleId])

  const later = useCallback(
    (lines: readonly PageLine[]) => {
      waiting.current = lines
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void save(), pauseMs)
    },
    [save],
  )

  /** The form was sent in: nothing is waiting any more, and the next draft is a first one. */
  const forget = useCallback(async () => {
    window.clearTimeout(timer.current)
    await running.current
    waiting.current = null
    version.current = 0
    setSaving({ at: null, busy: false, error: undefined })
  }, [])

  useEffect(() => {
    const leave = () => void save()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [save])

  return { ...saving, later, forget }
}
