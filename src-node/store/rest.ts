import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { exists, writeWhole } from './durable.ts'

/** How a database file lay when its store was closed in order, and when it was last read whole and found sound. */
type Rest = { readonly size: string; readonly changed: string; readonly soundAt: string }

const restFile = (folder: string) => join(folder, 'rest.json')

/** A sound file that nobody touched is read whole again after a day: disks lose bits on their own. */
const soundFor = 24 * 3_600_000

async function layOf(file: string): Promise<Omit<Rest, 'soundAt'>> {
  const { size, mtimeNs } = await stat(file, { bigint: true })
  return { size: String(size), changed: String(mtimeNs) }
}

/**
 * When the file was found sound, if it lies as its store left it less than a day after that. Undefined after a crash, beside a log
 * of writes that it lacks, where somebody touched it, and where the clock went back: then it has to be read whole.
 */
export async function soundAtRest(folder: string, file: string, now: Date): Promise<string | undefined> {
  let rest: Partial<Rest>
  try {
    rest = JSON.parse(await readFile(restFile(folder), 'utf8'))
  } catch {
    return undefined
  }
  if (typeof rest?.soundAt !== 'string' || (await exists(`${file}-wal`))) return undefined
  const age = now.getTime() - Date.parse(rest.soundAt)
  const lay = await layOf(file)
  const untouched = rest.size === lay.size && rest.changed === lay.changed
  return untouched && age >= 0 && age < soundFor ? rest.soundAt : undefined
}

/** Notes how the file of a store lies that was closed in order. */
export const noteRest = async (folder: string, file: string, soundAt: string): Promise<void> =>
  writeWhole(restFile(folder), JSON.stringify({ ...(await layOf(file)), soundAt } satisfies Rest))

/** Whoever opens the store takes the note away, so that a crash leaves none. */
export const endRest = (folder: string): Promise<void> => rm(restFile(folder), { force: true })
