import { found } from '../kernel/errors.ts'
import type { FileStore } from '../kernel/ports.ts'

/** How a recorded input names a file that came with it. */
type KeptFile = { readonly keptFile: { readonly name: string; readonly type: string; readonly hash: string } }

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof File)

const isKept = (value: unknown): value is KeptFile => isFields(value) && isFields(value.keptFile)

/** The input as it is recorded: files among its fields are kept by their hash and named in their place. */
export async function withKeptFiles(input: unknown, files: FileStore): Promise<unknown> {
  if (!isFields(input) || !Object.values(input).some((value) => value instanceof File)) return input
  return mapFields(input, async (value) => {
    if (!(value instanceof File)) return value
    const hash = await files.put(new Uint8Array(await value.arrayBuffer()))
    return { keptFile: { name: value.name, type: value.type, hash } } satisfies KeptFile
  })
}

/** The input as it was given, for running a recorded command again. */
export async function withRealFiles(input: unknown, files: FileStore): Promise<unknown> {
  if (!isFields(input) || !Object.values(input).some(isKept)) return input
  return mapFields(input, async (value) => {
    if (!isKept(value)) return value
    const { name, type, hash } = value.keptFile
    return new File([new Uint8Array(found(await files.get(hash), 'file', hash))], name, { type })
  })
}

async function mapFields(fields: Fields, to: (value: unknown) => Promise<unknown>): Promise<Fields> {
  const entries = Object.entries(fields).map(async ([name, value]) => [name, await to(value)] as const)
  return Object.fromEntries(await Promise.all(entries))
}
