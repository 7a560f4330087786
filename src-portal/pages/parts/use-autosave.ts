import { useCallback, useEffect, useRef, useState } from 'react'

type Kept = { readonly version: number; readonly savedAt: string }

type Saving = { readonly at: string | null; readonly busy: boolean; readonly error: unknown }

/**
 * Keeps the draft on the server a moment after the last key, and at once when the page is left. One save at a time: what was
 * typed meanwhile goes with the next.
 */
export function useAutosave<T>(
  keep: (version: number, value: T) => Promise<Kept>,
  first: Kept | null | undefined,
  pauseMs = 1200,
) {
  const [saving, setSaving] = useState<Saving>({ at: first?.savedAt ?? null, busy: false, error: undefined })
  const version = useRef(first?.version ?? 0)
  const waiting = useRef<{ readonly value: T } | null>(null)
  const keeping = useRef(keep)
  keeping.current = keep
  const running = useRef<Promise<void>>(Promise.resolve())
  const timer = useRef<number>(undefined)

  const save = useCallback((): Promise<void> => {
    window.clearTimeout(timer.current)
    running.current = running.current.then(async () => {
      const latest = waiting.current
      if (!latest) return
      waiting.current = null
      setSaving((before) => ({ ...before, busy: true }))
      try {
        const kept = await keeping.current(version.current, latest.value)
        version.current = kept.version
        setSaving({ at: kept.savedAt, busy: false, error: undefined })
      } catch (error) {
        waiting.current ??= latest
        setSaving((before) => ({ ...before, busy: false, error }))
      }
    })
    return running.current
  }, [])

  const later = useCallback(
    (value: T) => {
      waiting.current = { value }
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void save(), pauseMs)
    },
    [save, pauseMs],
  )

  /** Lets the save that is under way end and keeps nothing that waits: the form is about to be sent in. */
  const pause = useCallback(async () => {
    window.clearTimeout(timer.current)
    await running.current
    waiting.current = null
  }, [])

  /** The form was sent in, and the next draft is a first one. */
  const forget = useCallback(() => {
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

  return { ...saving, later, pause, forget }
}
