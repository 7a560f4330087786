import type { Dispatcher } from '../../src-core/database/dispatcher.ts'
import { formatInstant } from '../../src-core/kernel/dates.ts'
import { program } from '../../src-main/service/program.ts'

const everyQuarter = 15 * 60_000
const operations = ['needs.mailManagers', 'delegations.remindHosts', 'delegations.forgetAddresses'] as const
/** Hour of the day in Istanbul from which the day's mails are written. */
const from = '08'

/**
 * Has the day's mails to managers and hosts written and addresses past their time erased, once a day and process. What another process, or this one before it was started
 * anew, has written already is not written twice.
 */
export function startDailyMailClock(dispatcher: Dispatcher, clock: () => Date): { stop(): Promise<void> } {
  let running = Promise.resolve()
  let done = ''
  const tick = () => {
    const [today = '', time = ''] = formatInstant(clock()).split(' ')
    if (today === done || time < from) return
    running = running
      .then(async () => {
        for (const operation of operations) await dispatcher.run(operation, undefined, program)
      })
      .then(
        () => {
          done = today
        },
        // The dispatcher has logged the fault; the next quarter tries again.
        () => undefined,
      )
  }
  tick()
  const timer = setInterval(tick, everyQuarter)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
