import type { SyncPort } from '../../src-core/kernel/sync-port.ts'

const everyMinute = 60_000

/** Rounds in the background, quietly: now and every minute. What they meet is told by `sync.status`. */
export function startSyncClock(sync: SyncPort): { stop(): Promise<void> } {
  let running = Promise.resolve()
  const tick = () => {
    running = running.then(() => sync.now()).catch(() => {})
  }
  tick()
  const timer = setInterval(tick, everyMinute)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
