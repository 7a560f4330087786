import type { Dispatcher } from '../../src-core/database/dispatcher.ts'
import { program } from './program.ts'

const everyHour = 3_600_000
const onceTheWindowStands = 5000

/**
 * Makes the day's backup soon after the first start of a day, or when a day begins while the service runs. A backup that
 * fails (a full disk) is tried again an hour later; the administrator's screen shows how old the newest one is.
 * The first look waits, so that copying the store does not hold up the window.
 */
export function startBackupClock(dispatcher: Dispatcher, firstAfter = onceTheWindowStands): { stop(): Promise<void> } {
  const ending = new AbortController()
  let running = Promise.resolve()
  const tick = () => {
    running = running.then(() => backUpIfDue(dispatcher, ending.signal)).catch(() => {})
  }
  const first = setTimeout(tick, firstAfter)
  const timer = setInterval(tick, everyHour)
  first.unref()
  timer.unref()
  return {
    stop: async () => {
      clearTimeout(first)
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
