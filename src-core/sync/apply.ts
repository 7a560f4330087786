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
  const { madeHere, undone } = await undoable(db)
  const hashes = await putArrived(db, means, putter, arrived.kind, undone)
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
  if (!state.removalAllowed) await refuseMassRemoval(db, putter, madeHere)
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

/** What is to become of the rows of one table that unconfirmed commands touched. */
type Undone = {
  readonly table: RecordedTable
  /** Rows that the portal never had. */
  readonly made: readonly string[]
  /** Rows as the portal last confirmed them. */
  readonly earlier: readonly AnyRow[]
}

/**
 * The rows that unconfirmed commands touched and that did not come: what comes takes the place of whatever was done to a row here,
 * and is mostly what was done here. `madeHere`: all that the portal never had, as `<table> <id>`.
 */
async function undoable(db: Reader): Promise<{ madeHere: ReadonlySet<string>; undone: readonly Undone[] }> {
  const images = await db
    .selectFrom('syncImage')
    .leftJoin('syncIncoming', (join) =>
      join
        .onRef('syncIncoming.tableName', '=', 'syncImage.tableName')
        .onRef('syncIncoming.rowId', '=', 'syncImage.rowId'),
    )
    .select(['syncImage.tableName', 'syncImage.rowId', 'syncImage.image', 'syncIncoming.rowId as came'])
    .execute()
  const byTable = Map.groupBy(
    images.filter(({ came }) => came === null),
    ({ tableName }) => tableName,
  )
  return {
    madeHere: new Set(
      images.flatMap(({ tableName, rowId, image }) => (image !== null ? [] : [`${tableName} ${rowId}`])),
    ),
    undone: syncedTables.flatMap((table) => {
      const rows = byTable.get(table)
      if (!rows) return []
      return {
        table,
        made: rows.flatMap(({ rowId, image }) => (image === null ? [rowId] : [])),
        earlier: rows.flatMap(({ image }) => (image === null ? [] : [JSON.parse(image) as AnyRow])),
      }
    }),
  }
}

/**
 * Undoes what the portal has not confirmed and puts what came; whatever has to go goes before the first row is put. Gives the hashes
 * that stand in the rows that came; some of them name files.
 */
async function putArrived(
  db: Reader,
  { columns }: SyncMeans,
  putter: RowPutter,
  kind: Arrived['kind'],
  undone: readonly Undone[],
): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>()
  for (const { table, made } of undone) await putter.drop(table, made)
  if (kind === 'reset') await dropAbsent(db, putter)
  else for (const { table, earlier } of undone) await putter.clear(table, earlier)
  for await (const { table, rows } of incomingRows(db, columns, 'there')) await putter.clear(table, rows)
  if (kind === 'pull') for (const { table, earlier } of undone) await putter.put(table, earlier)
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
  await db.deleteFrom('syncImage').execute()
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
