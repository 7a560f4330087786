import { describe, expect, test } from 'vitest'
import { spread } from '../../thorough.ts'
import { countCalls, examine, runProgram, runWithFault, straceMissing } from './kill-harness.ts'
import { openTrialStore, temporaryFolder } from './trial-store.ts'

const child = 'test/node/store/child.ts'
const missing = straceMissing()

const eighths = spread([0, 1, 2, 3, 4, 5, 6, 7], 4)

/** A store with one command in it, so that a kill has something to lose. */
async function foundedStore(): Promise<string> {
  const folder = await temporaryFolder()
  const academy = await openTrialStore(folder)
  await academy.add('founded')
  await academy.close()
  return folder
}

const acked = (lines: readonly string[]) => lines.filter((line) => line.startsWith('acked')).length

describe('the program killed while it writes', () => {
  test('after any acknowledgement keeps everything acknowledged and nothing by halves', async () => {
    for (const stopAt of [1, 4, 9]) {
      const folder = await foundedStore()
      const { lines, killed } = await runProgram(child, ['add', folder, '30', '200'], {
        killAt: (line) => line === `acked ${stopAt}`,
      })
      expect(killed).toBe(true)
      const left = await examine(folder)
      expect(left).toMatchObject({ integrity: ['ok'], findings: [] })
      expect((left.names.length - 1) % 200).toBe(0)
      expect((left.names.length - 1) / 200).toBeGreaterThanOrEqual(acked(lines))
      expect(left.entries).toBe((left.names.length - 1) / 200 + 1)
    }
  })

  test.skipIf(missing)(
    `at ${eighths.length} writes of one large command keeps all of it or nothing${missing ? `: skipped, ${missing}` : ''}`,
    async () => {
      const rows = 8000
      const writes = await countCalls('pwrite64', child, ['add', await foundedStore(), '1', String(rows)])
      expect(writes).toBeGreaterThan(100)
      const seen = new Set<number>()
      for (const point of eighths) {
        const at = Math.max(1, Math.round((writes * point) / 7))
        const folder = await foundedStore()
        const fault = `pwrite64:signal=KILL:when=${at}`
        const { lines } = await runWithFault(fault, child, ['add', folder, '1', String(rows)])
        const left = await examine(folder)
        expect(left, `write ${at} of ${writes}`).toMatchObject({ integrity: ['ok'], findings: [] })
        const kept = left.names.length - 1
        expect([0, rows], `write ${at} of ${writes}`).toContain(kept)
        if (acked(lines) > 0) expect(kept).toBe(rows)
        seen.add(kept)
      }
      // How many writes come after the commit differs from run to run; that the early ones lose it does not.
      expect(seen).toContain(0)
    },
  )

  test.skipIf(missing)(
    `at ${eighths.length} writes of its first start leaves a folder that starts${missing ? `: skipped, ${missing}` : ''}`,
    async () => {
      const writes = await countCalls('pwrite64', child, ['open', await temporaryFolder()])
      for (const point of eighths) {
        const folder = await temporaryFolder()
        const at = Math.max(1, Math.round((writes * point) / 7))
        const { killed } = await runWithFault(`pwrite64:signal=KILL:when=${at}`, child, ['open', folder])
        expect(killed || point === 7, `write ${at} of ${writes}`).toBe(true)
        expect(await examine(folder), `write ${at} of ${writes}`).toMatchObject({
          integrity: ['ok'],
          findings: [],
          entries: 0,
        })
      }
    },
  )
})
