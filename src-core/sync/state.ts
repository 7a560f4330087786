import type { Reader } from '../database/store.ts'
import type { SyncPause } from '../kernel/sync-port.ts'
import type { Place } from './answer-reset.ts'
import type { Cursor, Head, Sums } from './protocol.ts'

/** Rows on their way, kept aside in pieces. */
export type Coming =
  | { readonly kind: 'pull'; readonly epoch: string; readonly cursor: Cursor }
  | { readonly kind: 'reset'; readonly epoch: string; readonly after: Place | null; readonly cursor: Cursor | null }

/** This store's rows on their way to a portal that has none. */
export type Seeding = {
  readonly seedId: string
  readonly epoch: string
  readonly sums: Sums
  /** Entries of the outbox up to this one are in those rows. */
  readonly outboxUpTo: number
}

/** What a desktop knows of its portal. */
export type SyncState = {
  /** The portal's address; present from the moment of joining. */
  readonly joined: { readonly address: string; readonly deviceId: string; readonly at: string }
  readonly epoch: string
  readonly cursor: Cursor
  readonly head: Head
  readonly lastSyncedAt: string
  readonly paused: SyncPause
  readonly coming: Coming
  readonly seeding: Seeding
  /** Something must be undone although nothing came: a command was rejected or withdrawn. */
  readonly redo: true
  /** The officer has agreed to what the last pause asked about. */
  readonly removalAllowed: true
  /** Files that rows name and that are not here yet. */
  readonly wanted: readonly string[]
  /** Ids of this store's officers whom the portal knows. */
  readonly officers: readonly string[]
  /** Names of people who work elsewhere, by the ids that stand in the rows. */
  readonly people: Readonly<Record<string, string>>
}

export async function readState(db: Reader): Promise<Partial<SyncState>> {
  const rows = await db.selectFrom('syncState').selectAll().execute()
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]))
}

/** Sets what is given; undefined takes a key away. */
export async function saveState(
  db: Reader,
  changes: { readonly [Key in keyof SyncState]?: SyncState[Key] | undefined },
): Promise<void> {
  const entries = Object.entries(changes)
  const gone = entries.flatMap(([key, value]) => (value === undefined ? [key] : []))
  const set = entries.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value: JSON.stringify(value) }]))
  if (gone.length > 0) await db.deleteFrom('syncState').where('key', 'in', gone).execute()
  if (set.length === 0) return
  await db
    .insertInto('syncState')
    .values(set)
    .onConflict((conflict) => conflict.column('key').doUpdateSet((row) => ({ value: row.ref('excluded.value') })))
    .execute()
}
