import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../../src-core/kernel/context.ts'
import { type Academy, openAcademy } from '../../src-main/service/academy.ts'
import { createSampleStore } from '../../src-main/service/sample.ts'

export const program: Connection = {
  source: 'cli',
  actor: { id: 'bench', name: 'Bench', roles: 'all' },
  session: null,
  locked: false,
}

/** The sample academy at full size in `folder`, made once a run. */
export async function sampleAcademy(folder: string, needLines = 60_000): Promise<void> {
  if (existsSync(join(folder, 'akademi.db'))) return
  await createSampleStore(folder, { today: '2026-12-15', needLines })
}

/** Opens a bench store with the clock in the sample's window. */
export const openBench = (folder: string): Promise<Academy> =>
  openAcademy({ folder, dataKey: new Uint8Array(32), clock: () => new Date('2026-12-15T07:00:00Z') })

/** What a case prints: one JSON line that the runner reads. */
export function tellResult(result: Readonly<Record<string, number | string>>): void {
  process.stdout.write(`${JSON.stringify({ ...result, rssMb: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`)
}

/** Milliseconds of one run. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; value: T }> {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}
