import { expect, test, vi } from 'vitest'
import type { CycleView } from '../../src-core/needs/cycle.contract.ts'
import { startCycleClock } from '../../src-main/service/cycle-clock.ts'
import { openTestAcademy } from '../core/academy.ts'

test('a running service opens a cycle on its day and closes it on its last, without anybody at the screen', async () => {
  const academy = await openTestAcademy()
  academy.setNow('2026-11-30T20:59:00.000Z')
  const draft: CycleView = await academy.run('needs.createCycle', await academy.run('needs.suggestCycle', {}))
  await academy.run('needs.approveCycle', { id: draft.id, rowVersion: draft.rowVersion })
  const moves = async () =>
    academy.academy.opened.store.read(async (db) => {
      const log = db.selectFrom('commandLog').select('at').where('operation', '=', 'needs.advanceCycles')
      return (await log.orderBy('seq').execute()).map(({ at }) => at)
    })
  const moved = async (times: number) => {
    while ((await moves()).length < times) await new Promise((resolve) => setImmediate(resolve))
  }
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const clock = startCycleClock(academy.academy.dispatcher)
    await vi.advanceTimersByTimeAsync(60_000)
    academy.setNow('2026-11-30T21:00:30.000Z')
    await vi.advanceTimersByTimeAsync(120_000)
    await moved(1)
    academy.setNow('2027-01-31T21:00:30.000Z')
    await vi.advanceTimersByTimeAsync(60_000)
    await clock.stop()
    expect(await moves()).toEqual(['2026-11-30T21:00:30.000Z', '2027-01-31T21:00:30.000Z'])
  } finally {
    vi.useRealTimers()
  }
})
