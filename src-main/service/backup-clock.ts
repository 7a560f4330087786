import type { Dispatcher } from '../../src-core/database/dispatcher.ts'
import { program } from './program.ts'

const everyHour = 3_600_000

/**
 * Makes the day's backup at the first start of a day, or when a day begins while the service runs. A backup that fails
 * (a full disk) is tried again an hour later; the administrator's screen shows how old the newest one is.
 */
export function startBackupClock(dispatcher: Dispatcher): { stop(): Promise<void> } {
  const ending = new AbortController()
  let running = Promise.resolve()
  const tick = () => {
    running = running.then(() => backUpIfDue(dispatcher, ending.signal)).catch(() => {})
  }
  tick()
  const timer = setInterval(tick, everyHour)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      ending.abort()
      await running
    },
  }
}

async function backUpIfDue(dispatcher: Dispatcher, signal: AbortSignal): Promise<void> {
  const { dailyDue } = (await dispatcher.run('access.backups', undefined, program)) as { dailyDue: boolean }
  if (dailyDue) await dispatcher.run('access.backUp', { kind: 'daily' }, program, { signal })
}
