import { writeFile } from 'node:fs/promises'
import { openBench, program, tellResult, timed } from '../bench-store.ts'

const [folder = '', out = ''] = process.argv.slice(2)
const academy = await openBench(folder)
const run = (name: string, input?: unknown) => academy.dispatcher.run(name, input, program) as Promise<never>
const { cycles } = (await run('needs.listCycles')) as { cycles: readonly { id: string; year: number }[] }
const { ms, value } = await timed(async () => {
  const cycleId = cycles.find((cycle) => cycle.year === 2030)?.id
  const result = (await run('needs.exportResults', { cycleId })) as { file: File; lines: number }
  await writeFile(out, new Uint8Array(await result.file.arrayBuffer()))
  return result
})
await academy.close()
tellResult({ ms, lines: value.lines })
