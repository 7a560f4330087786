import { join } from 'node:path'
import type { RecordedColumns } from '../../src-core/database/recorded-columns.ts'
import type { Store } from '../../src-core/database/store.ts'
import type { Backups, FileStore } from '../../src-core/kernel/ports.ts'
import { openFileStore } from '../../src-node/store/file-store.ts'
import { openPostgresStore } from '../../src-node/store/open-postgres.ts'
import { openStore } from '../../src-node/store/open-store.ts'
import type { PortalPlace } from './settings.ts'

export type PortalStore = {
  readonly store: Store
  readonly columns: RecordedColumns
  readonly files: FileStore
  /** Only a store in a folder backs itself up; a database server has tools of its own. */
  readonly backups?: Backups
  close(): Promise<void>
}

/**
 * Opens the portal's store. One process has a folder to itself and brings it to this program's schema; a database may have many
 * processes, and only `migrate` changes its schema.
 */
export async function openPortalStore(place: PortalPlace, now: Date, migrating = false): Promise<PortalStore> {
  if (place.kind === 'sqlite') return openStore(place.folder, now)
  const { store, columns } = await openPostgresStore(place.connection, now, { migrating })
  return { store, columns, files: openFileStore(join(place.filesFolder, 'files')), close: () => store.close() }
}
