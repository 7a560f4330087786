import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OperationError } from '../../src-core/kernel/errors.ts'
import { sha256 } from '../../src-core/kernel/hash.ts'
import type { FileStore } from '../../src-core/kernel/ports.ts'
import { exists, syncFolder } from './durable.ts'

/** Files under `folder`, each named by the SHA-256 of its bytes. A file is whole or absent: it is written aside, then renamed. */
export function openFileStore(folder: string): FileStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2))
  return {
    async put(bytes) {
      const hash = sha256(bytes)
      const path = pathOf(hash)
      if (await exists(path)) return hash
      await mkdir(dirname(path), { recursive: true })
      const aside = `${path}.${randomBytes(4).toString('hex')}`
      const file = await open(aside, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, path)
      await syncFolder(dirname(path))
      return hash
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return undefined
      const path = pathOf(hash)
      if (!(await exists(path))) return undefined
      const bytes = await readFile(path)
      if (sha256(bytes) !== hash) throw new OperationError('STORE_FAILED', { problem: 'damaged', folder })
      return bytes
    },
  }
}
