import { useCallback, useEffect, useRef, useState } from 'react'
import { received } from '../../../src-core/kernel/sent-file.ts'

/** How far long work has come, as the service streams it. */
export type WorkProgress = {
  readonly stage: string
  readonly done: number
  readonly total: number
  /** More figures by name, where the work has some to show. */
  readonly details?: Readonly<Record<string, number>> | undefined
}

export type Work<Result> =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running'
      readonly progress: WorkProgress | undefined
      readonly since: number
      readonly stopping: boolean
    }
  | { readonly status: 'done'; readonly result: Result }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'cancelled' }

type Stream<Result> = AsyncIterator<WorkProgress, Result, unknown>

/**
 * Runs an operation that streams its progress: `useLongOperation((input, { signal }) => client.imports.check(input, { signal }))`. The
 * work is stopped when its screen is left.
 */
export function useLongOperation<Input, Result>(
  operation: (input: Input, options: { readonly signal: AbortSignal }) => PromiseLike<Stream<Result>>,
) {
  const [work, setWork] = useState<Work<Result>>({ status: 'idle' })
  const control = useRef<AbortController | undefined>(undefined)
  const latest = useRef(operation)
  latest.current = operation

  useEffect(() => () => control.current?.abort(), [])

  const start = useCallback(async (input: Input): Promise<Result | undefined> => {
    control.current?.abort()
    const mine = new AbortController()
    control.current = mine
    const since = Date.now()
    const show = (next: Work<Result>) => {
      if (control.current === mine) setWork(next)
    }
    show({ status: 'running', progress: undefined, since, stopping: false })
    try {
      const stream = await latest.current(input, { signal: mine.signal })
      let pending: WorkProgress | undefined
      let drawn = false
      for (;;) {
        const step = await stream.next()
        if (step.done) {
          const result = received(step.value)
          show({ status: 'done', result })
          return result
        }
        pending = step.value
        // Progress may come thousands of times a second; the eye gets one a frame.
        if (!drawn) {
          drawn = true
          requestAnimationFrame(() => {
            drawn = false
            setWork((now) =>
              control.current === mine && now.status === 'running' ? { ...now, progress: pending } : now,
            )
          })
        }
      }
    } catch (error) {
      show(mine.signal.aborted || isCancelled(error) ? { status: 'cancelled' } : { status: 'failed', error })
      return undefined
    }
  }, [])

  const cancel = useCallback(() => {
    setWork((now) => (now.status === 'running' ? { ...now, stopping: true } : now))
    control.current?.abort()
  }, [])

  const reset = useCallback(() => {
    control.current?.abort()
    control.current = undefined
    setWork({ status: 'idle' })
  }, [])

  return { work, start, cancel, reset }
}

const isCancelled = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'CANCELLED'
