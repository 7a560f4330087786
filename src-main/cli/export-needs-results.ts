import { writeFile } from 'node:fs/promises'
import { type Values, WrongUse } from './arguments.ts'
import type { Answer } from './command-line.ts'
import { cycleForExport } from './cycle-choice.ts'
import { withAcademy } from './session.ts'

/** `export needs-results <file>`: the results workbook of a cycle. */
export async function exportNeedsResults([path, ...rest]: readonly string[], values: Values): Promise<Answer> {
  if (!path || rest.length > 0) throw new WrongUse('export needs-results takes one file name')
  return withAcademy(values, async ({ dispatcher }, connection) => {
    const run = async <T>(name: string, input: unknown): Promise<T> =>
      (await dispatcher.run(name, input, connection, {
        report: ({ stage, done, total }) => process.stderr.write(`${stage} ${done}/${total}\n`),
      })) as T
    const cycleId = await cycleForExport(run, values.cycle)
    const { file, lines } = await run<{ file: File; lines: number }>('needs.exportResults', {
      cycleId,
      language: values.language,
    })
    await writeFile(path, new Uint8Array(await file.arrayBuffer()))
    return { json: { file: path, lines, bytes: file.size }, refused: false }
  })
}
