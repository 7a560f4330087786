import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The sample academies that tests work in, by the days ago on which each was made; its cycle collects around that day. */
const sampleDays = { today: 0, longAgo: 420 } as const

/** Where this run keeps its samples; processes of tests read it from their environment. */
const place = 'AKADEMI_E2E_SAMPLES'

export const freshFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'akademi-e2e-'))

/** The folder of a sample store, to be copied and not to be opened. */
export const sampleFolder = (day: string): string => join(process.env[place] ?? '', day)

/** Before all tests: each sample is made once, both at the same time. Answers what takes them away. */
// biome-ignore lint/style/noDefaultExport: Playwright asks for it so
export default async function makeSamples(): Promise<() => Promise<void>> {
  const folder = await freshFolder()
  process.env[place] = folder
  const making = Object.entries(sampleDays).map(async ([name, daysAgo]) => {
    const today = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
    const script = join(import.meta.dirname, 'make-sample.ts')
    const child = spawn(process.execPath, [script, join(folder, name), today], { stdio: 'inherit' })
    const [status] = await once(child, 'exit')
    if (status !== 0) throw new Error(`The sample academy of ${today} could not be made`)
  })
  await Promise.all(making)
  return () => rm(folder, { recursive: true, force: true })
}
