import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ports } from '../../src-core/kernel/ports.ts'
import type { SyncHost } from '../../src-core/sync/engine.ts'
import { writeWhole } from '../store/durable.ts'

/**
 * The token of this desktop, sealed with the key that the host keeps, beside the database and not in it: neither a backup
 * nor a copy of the store lets anybody in at the portal.
 */
export function tokenFile(folder: string, { seal }: Pick<Ports, 'seal'>, freshId: () => string): SyncHost['tokens'] {
  const path = join(folder, 'portal-token')
  return {
    read: async () => {
      const sealed = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      return sealed === undefined ? undefined : seal.open(sealed)
    },
    keep: (token) => writeWhole(path, seal.seal(token, freshId())),
    drop: () => rm(path, { force: true }),
  }
}
