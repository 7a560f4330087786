import { afterEach, expect, test, vi } from 'vitest'
import type { Dispatcher } from '../../src-core/database/dispatcher.ts'
import { startDailyMailClock } from '../../src-portal/server/daily-mail-clock.ts'

afterEach(() => {
  vi.useRealTimers()
})

const hour = 3_600_000

test('the day’s mails to managers and hosts are written once a day from eight in Istanbul, and again after a fault', async () => {
  // 07:00 in Istanbul.
  vi.useFakeTimers({ now: new Date('2026-12-15T04:00:00.000Z'), toFake: ['setInterval', 'clearInterval', 'Date'] })
  const asked: string[] = []
  let fails = true
  const run: Dispatcher['run'] = async (name) => {
    asked.push(`${name} ${new Date().toISOString().slice(0, 16)}`)
    if (fails) throw new Error('the disk is full')
  }
  const mails = startDailyMailClock({ run } as Dispatcher, () => new Date())
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(hour)
  expect(asked).toEqual(['needs.mailManagers 2026-12-15T05:00'])
  fails = false
  await vi.advanceTimersByTimeAsync(hour / 4)
  await vi.advanceTimersByTimeAsync(5 * hour)
  const both = (at: string) =>
    ['needs.mailManagers', 'delegations.remindHosts', 'delegations.forgetAddresses'].map((name) => `${name} ${at}`)
  expect(asked.slice(1)).toEqual(both('2026-12-15T05:15'))
  await vi.advanceTimersByTimeAsync(24 * hour)
  expect(asked.slice(4)).toEqual(both('2026-12-16T05:00'))
  await mails.stop()
})
