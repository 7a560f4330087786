import { sql } from 'kysely'
import { openJournal } from '../database/journal.ts'
import { sumToText } from '../database/row-sum.ts'
import { type RecordedTable, syncedTables } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/store.ts'
import { sumOfTable } from '../database/verify.ts'
import { uuidV7 } from '../kernel/ids.ts'
import type { SyncMeans } from './client.ts'
import { clearIncoming, hashesIn, incomingCommands, incomingRows } from './incoming.ts'
import { noteChanges } from './note-changes.ts'
import { setState } from './pending.ts'
import type { Arrived } from './pull.ts'
import { createRowPutter, type RowPutter } from './put-rows.ts'
import { rebase } from './rebase.ts'
import { refuseMassRemoval } from './removal.ts'
import { type AnyRow, disagreeing, sumsOf } from './rows.ts'
import { readState, saveState } from './state.ts'

/** After all that came, this store and the portal would still not have the same rows. */
export class Disagrees extends Error {
  readonly tables: readonly string[]

  constructor(tables: readonly string[]) {
    super(`Stores disagree on ${tables.join(', ')}`)
    this.name = 'Disagrees'
    this.tables = tables
  }
}

export type Applied = { readonly rejected: number; readonly changed: boolean }

/**
 * Takes over what came, all in one transaction: what the portal has not confirmed is undone, the rows that came are put, every table
 * must now sum to what it sums to at the portal, and the commands that wait are run again on top. Refuses, and leaves
 * everything as it was, when the tables disagree or too much would be removed.
 */
export async function applyArrived(transaction: Transaction, means: SyncMeans, arrived: Arrived): Promise<Applied> {
  const { db } = transaction
  const { columns, clock, random } = means
  const now = clock()
  const state = await readState(db)
  await sql`pragma defer_foreign_keys = on`.execute(db)
  const putter = createRowPutter(transaction, columns)
  const made = await undoPending(transaction, putter)
  const hashes = await putIncoming(db, means, putter, arrived.kind)
  if (arrived.kind === 'reset') await sumAnew(db, means)
  const disagree = disagreeing(await sumsOf(db), arrived.sums)
  if (disagree.length > 0) throw new Disagrees(disagree)
  await confirm(db, arrived)
  const journal = openJournal(transaction)
  const rejected = await rebase(transaction, means, {
    made: async (table, ids) => {
      await journal.made(table, ids)
      putter.appeared(table, ids)
    },
    changing: async (table, rows) => {
      await journal.changing(table, rows)
      putter.seen(table, rows as readonly AnyRow[])
    },
  })
  if (!state.removalAllowed) await refuseMassRemoval(db, putter, made)
  const actor = { id: 'program', name: 'Akademi', roles: 'all' } as const
  const commandId = uuidV7(now.getTime(), random(10))
  const context = { commandId, actor, now: now.toISOString(), source: 'service' } as const
  const changed = await noteChanges(transaction, columns, putter, 'sync.apply', context)
  const wanted = [...new Set([...(state.wanted ?? []), ...hashes])]
  await clearIncoming(db)
  await saveState(db, {
    epoch: arrived.epoch,
    cursor: arrived.cursor,
    head: arrived.head,
    lastSyncedAt: now.toISOString(),
    wanted: wanted.length > 0 ? wanted : undefined,
    coming: undefined,
    redo: undefined,
    removalAllowed: undefined,
    paused: undefined,
  })
  return { rejected, changed }
}

/** Brings every row that an unconfirmed command touched back to what the portal last confirmed; gives those it never had. */
async function undoPending({ db }: Transaction, putter: RowPutter): Promise<ReadonlySet<string>> {
  const images = await db.selectFrom('syncImage').selectAll().execute()
  const made = images.filter(({ image }) => image === null)
  const byTable = <T>(of: (table: RecordedTable) => T[]) => syncedTables.map((table) => [table, of(table)] as const)
  const earlier = byTable((table) =>
    images.flatMap(({ tableName, image }) =>
      tableName === table && image !== null ? [JSON.parse(image) as AnyRow] : [],
    ),
  )
  const ours = byTable((table) => made.flatMap(({ tableName, rowId }) => (tableName === table ? [rowId] : [])))
  for (const [table, ids] of ours) await putter.drop(table, ids)
  for (const [table, rows] of earlier) await putter.clear(table, rows)
  for (const [table, rows] of earlier) await putter.put(table, rows)
  await db.deleteFrom('syncImage').execute()
  return new Set(made.map(({ tableName, rowId }) => `${tableName} ${rowId}`))
}

/** Gives the hashes that stand in the rows that came; some of them name files. */
async function putIncoming(
  db: Reader,
  { columns }: SyncMeans,
  putter: RowPutter,
  kind: Arrived['kind'],
): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>()
  if (kind === 'reset') await dropAbsent(db, putter)
  for await (const { table, rows } of incomingRows(db, columns, 'there')) await putter.clear(table, rows)
  for await (const { table, rows } of incomingRows(db, columns)) {
    putter.absent(
      table,
      rows.map((row) => row.id),
    )
    await putter.put(table, rows)
    for (const row of rows)
      for (const value of Object.values(row))
        if (typeof value === 'string' && value.length >= 64) for (const hash of hashesIn(value)) hashes.add(hash)
  }
  return hashes
}

/** A reset trusts nothing that was here: whatever went wrong before may have gone into the sums as well. */
async function sumAnew(db: Reader, { columns }: SyncMeans): Promise<void> {
  for (const table of syncedTables) {
    const { count, sum } = await sumOfTable(db, table, columns)
    const row = { count, sum: sumToText(sum) }
    await db
      .insertInto('tableSum')
      .values({ tableName: table, ...row })
      .onConflict((conflict) => conflict.column('tableName').doUpdateSet(row))
      .execute()
  }
}

/** Only after every row of the portal has come may absence mean anything. */
async function dropAbsent(db: Reader, putter: RowPutter): Promise<void> {
  for (const table of syncedTables) {
    const absent = await db
      .selectFrom(table)
      .select('id')
      .where('id', 'not in', db.selectFrom('syncIncoming').select('rowId').where('tableName', '=', table))
      .execute()
    await putter.drop(
      table,
      absent.map((row) => row.id),
    )
  }
}

/** Commands whose rows have come are this store's own no longer. */
async function confirm(db: Reader, { head }: Arrived): Promise<void> {
  await forgetConflicts(db)
  await db
    .updateTable('outbox')
    .set({ state: 'confirmed' })
    .where('state', 'in', ['waiting', 'sent'])
    .where('commandId', 'in', incomingCommands(db))
    .execute()
  await db
    .updateTable('outbox')
    .set({ state: 'confirmed' })
    .where('state', '=', 'sent')
    .where('commandId', 'in', db.selectFrom('syncRun').select('commandId').where('ackEntry', '<=', head.entry))
    .execute()
}

/** A command that was thought not to hold was taken by the portal after all: its message had been on the way for long. */
async function forgetConflicts(db: Reader): Promise<void> {
  const open = await db
    .selectFrom('syncConflict')
    .select('commandId')
    .where('state', '=', 'open')
    .where('commandId', 'in', incomingCommands(db))
    .execute()
  const ids = open.map((row) => row.commandId)
  if (ids.length === 0) return
  await db.deleteFrom('syncConflict').where('commandId', 'in', ids).execute()
  await setState(db, ids, 'confirmed')
}
