import type { Dispatcher } from '../../src-core/database/dispatcher.ts'
import { program } from './program.ts'

const everyMinute = 60_000

/**
 * Lets the calendar open and close cycles while the service runs: now and every minute. It asks first, so that a quiet
 * day leaves nothing in the log. Whatever goes wrong stands in the fault log and is tried again a minute later.
 */
export function startCycleClock(dispatcher: Dispatcher): { stop(): Promise<void> } {
  let running = Promise.resolve()
  const tick = () => {
    running = running.then(() => advance(dispatcher)).catch(() => {})
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

async function advance(dispatcher: Dispatcher): Promise<void> {
  const { due } = (await dispatcher.run('needs.cyclesDue', undefined, program)) as { due: number }
  if (due > 0) await dispatcher.run('needs.advanceCycles', undefined, program)
}
