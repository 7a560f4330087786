import { officerName } from '../access/index.ts'
import type { SyncConflictTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { FieldClash } from '../kernel/errors.ts'
import { openConflicts } from './conflicts.ts'
import { countWaiting, unknownOfficers } from './pending.ts'
import { rowsByIds, syncedTable } from './rows.ts'
import { readState } from './state.ts'
import type { SyncConflict } from './sync.contract.ts'

/** What is known of the synchronisation from the store itself. */
export async function standing(db: Reader) {
  const { joined, lastSyncedAt, epoch, cursor, paused, officers } = await readState(db)
  return {
    joined: joined ? { address: joined.address, since: joined.at } : null,
    lastSyncedAt: lastSyncedAt ?? null,
    arrivedUpTo: cursor ? `${epoch}:${cursor.change}` : null,
    waiting: joined ? await countWaiting(db) : 0,
    conflicts: (await openConflicts(db)).length,
    paused: paused ?? null,
    officers: officers ? [...officers] : null,
    unknown: joined && officers ? [...(await unknownOfficers(db, officers))] : [],
  }
}

/** The inbox with what a person needs to decide: both values, whose they are, and what the record is called. */
export async function inbox(db: Reader): Promise<readonly SyncConflict[]> {
  const { people = {} } = await readState(db)
  return Promise.all((await openConflicts(db)).map((row) => toConflict(db, row, people)))
}

async function toConflict(
  db: Reader,
  row: SyncConflictTable,
  people: Readonly<Record<string, string>>,
): Promise<SyncConflict> {
  const fields: readonly FieldClash[] = JSON.parse(row.fields)
  return {
    commandId: row.commandId,
    operation: row.operation,
    input: row.input,
    by: row.actorName,
    at: row.at,
    foundAt: row.foundAt,
    refusal: JSON.parse(row.refusal),
    fields: await Promise.all(fields.map((clash) => toField(db, clash, row.input, people))),
  }
}

async function toField(db: Reader, clash: FieldClash, input: string, people: Readonly<Record<string, string>>) {
  const table = syncedTable(clash.table)
  const [record] = table ? await rowsByIds(db, table, [clash.id]) : []
  const by = record?.updatedBy
  const named = record?.name ?? record?.title ?? record?.titleTr ?? record?.key ?? null
  return {
    ...clash,
    record: named === null ? null : String(named),
    typeable: input.includes(`"${clash.field}":`),
    theirsBy: typeof by === 'string' ? ((await officerName(db, by)) ?? people[by] ?? null) : null,
    theirsAt: typeof record?.updatedAt === 'string' ? record.updatedAt : null,
  }
}
