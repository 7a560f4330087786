import { appendFile, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PartialFiles } from '../../src-core/sync/answer-files.ts'

/** Files that have not come whole, under a folder of their own; named by the hash they shall have in the end. */
export function partialFilesIn(folder: string): PartialFiles {
  const pathOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('A file is named by its hash')
    return join(folder, hash)
  }
  const size = async (hash: string): Promise<number> => {
    const found = await stat(pathOf(hash)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    return found?.size ?? 0
  }
  return {
    size,
    append: async (hash, bytes) => {
      await mkdir(folder, { recursive: true })
      await appendFile(pathOf(hash), bytes)
      return size(hash)
    },
    read: (hash) => readFile(pathOf(hash)),
    drop: (hash) => rm(pathOf(hash), { force: true }),
  }
}
