/** Decides whether something that ended by itself is started again. */
type CrashLimit = {
  /** Counts one crash at `now` (milliseconds). Gives the milliseconds to wait before the next start, or null: enough. */
  readonly crashed: (now: number) => number | null
  /** How many crashes the last minute saw when it was last asked. */
  readonly count: () => number
  readonly forget: () => void
}

const minute = 60_000

/** Allows as many starts within a minute as there are `waits`, each after the wait (milliseconds) in its place. */
export function crashLimit(waits: readonly number[]): CrashLimit {
  let crashes: number[] = []
  return {
    crashed: (now) => {
      crashes = [...crashes.filter((at) => now - at < minute), now]
      return waits[crashes.length - 1] ?? null
    },
    count: () => crashes.length,
    forget: () => {
      crashes = []
    },
  }
}
