import { useCallback, useEffect, useRef, useState } from 'react'

export type Loaded<T> = {
  readonly data: T | undefined
  readonly error: unknown
  readonly reload: () => void
}

/** Fetches what a page shows when it appears and when `reload` is called; an answer that comes too late is left aside. */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ data?: T; error?: unknown }>({})
  const [turn, setTurn] = useState(0)
  const latest = useRef(load)
  latest.current = load
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is a new question
  useEffect(() => {
    let current = true
    latest.current().then(
      (data) => current && setState({ data }),
      (error: unknown) => current && setState({ error }),
    )
    return () => {
      current = false
    }
  }, [turn])
  const reload = useCallback(() => setTurn((before) => before + 1), [])
  return { data: state.data, error: state.error, reload }
}

export type Doing = {
  readonly busy: boolean
  readonly error: unknown
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>
}

/** One thing a button does: while it runs the button waits, what goes wrong is said. `run` gives whether it went well. */
export function useDoing(): Doing {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = useCallback(async (work: () => Promise<unknown>) => {
    setBusy(true)
    setError(undefined)
    try {
      await work()
      return true
    } catch (refused) {
      setError(refused)
      return false
    } finally {
      setBusy(false)
    }
  }, [])
  return { busy, error, run }
}
