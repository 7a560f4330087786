import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseJson, type Values, WrongUse } from './arguments.ts'
import type { Answer } from './command-line.ts'
import { withAcademy } from './session.ts'

/** `call <operation> '<json>'`: any operation; `--file name=path` puts a file into the input under that name. */
export async function callOperation(
  [operation, json = 'null', ...rest]: readonly string[],
  values: Values,
): Promise<Answer> {
  if (!operation || rest.length > 0)
    throw new WrongUse("call takes an operation and one JSON text: call needs.cycles '{}'")
  const parsed = parseJson(json, 'The input')
  const files = await Promise.all((values.file ?? []).map(readNamed))
  const input =
    files.length > 0 ? { ...(parsed as object | null), ...Object.fromEntries(files) } : (parsed ?? undefined)
  return withAcademy(values, async ({ dispatcher }, connection) => {
    const result = await dispatcher.run(operation, input, connection, {
      report: ({ stage, done, total }) => process.stderr.write(`${stage} ${done}/${total}\n`),
    })
    return { json: result instanceof File ? await saved(result) : result, refused: false }
  })
}

async function readNamed(option: string): Promise<readonly [string, File]> {
  const at = option.indexOf('=')
  if (at < 1) throw new WrongUse('--file takes name=path')
  const path = option.slice(at + 1)
  return [option.slice(0, at), await readAsFile(path)]
}

/** A file of this machine as operations take it. */
export async function readAsFile(path: string): Promise<File> {
  try {
    return new File([await readFile(path)], basename(path))
  } catch (error) {
    throw new WrongUse(`${path} cannot be read: ${(error as Error).message}`)
  }
}

/** A file that an operation answers with is written beside the caller and named. */
async function saved(file: File) {
  await writeFile(file.name, new Uint8Array(await file.arrayBuffer()))
  return { file: file.name, bytes: file.size }
}
