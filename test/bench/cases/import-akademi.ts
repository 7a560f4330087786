import { readFile } from 'node:fs/promises'
import { openBench, program, tellResult, timed } from '../bench-store.ts'

const [folder = '', file = ''] = process.argv.slice(2)
const academy = await openBench(folder)
const run = (name: string, input?: unknown) => academy.dispatcher.run(name, input, program) as Promise<never>
const { cycles } = (await run('needs.listCycles')) as { cycles: readonly { id: string; year: number }[] }
const cycleId = cycles.find((cycle) => cycle.year === 2030)?.id
const { ms, value } = await timed(async () => {
  const { fileHash, fileName } = (await run('imports.upload', {
    file: new File([await readFile(file)], 'tna.xlsx'),
  })) as {
    fileHash: string
    fileName: string
  }
  return (await run('needs.commitImport', { fileHash, fileName, cycleId })) as {
    counts: { created: number; merged: number }
  }
})
await academy.close()
tellResult({ ms, lines: value.counts.created })
