import type { TouchedRow, TouchedRows } from '../database/guard.ts'
import type { CommandLogTable, OutboxTable } from '../database/schema.ts'
import { textOf } from '../database/statement.ts'
import type { Reader, Transaction } from '../database/store.ts'
import type { FieldValue } from '../kernel/errors.ts'

/** A command of this store that the portal has not confirmed. */
export type Pending = Pick<
  CommandLogTable,
  'commandId' | 'operation' | 'input' | 'actorId' | 'actorName' | 'source' | 'at'
> & {
  readonly outboxSeq: number
  readonly state: OutboxTable['state']
  readonly baseVersions: string
  readonly touched: string | null
  readonly ackEntry: number | null
}

const pending = (db: Reader) =>
  db
    .selectFrom('outbox')
    .innerJoin('commandLog', 'commandLog.commandId', 'outbox.commandId')
    .leftJoin('syncRun', 'syncRun.commandId', 'outbox.commandId')
    .select([
      'outbox.seq as outboxSeq',
      'outbox.commandId',
      'outbox.state',
      'outbox.baseVersions',
      'commandLog.operation',
      'commandLog.input',
      'commandLog.actorId',
      'commandLog.actorName',
      'commandLog.source',
      'commandLog.at',
      'syncRun.touched',
      'syncRun.ackEntry',
    ])
    .orderBy('outbox.seq')

/**
 * Commands that may be sent and have not been acknowledged, in the order in which they were run; those after `after`. What an
 * officer did whom the portal does not know yet is not among them: it would only be refused.
 */
export const waitingCommands = (
  db: Reader,
  officers: readonly string[],
  after: number,
  limit: number,
): Promise<readonly Pending[]> =>
  pending(db)
    .where('outbox.state', '=', 'waiting')
    .where('outbox.seq', '>', after)
    .where((where) =>
      where.or([where('commandLog.source', '!=', 'window'), where('commandLog.actorId', 'in', ['', ...officers])]),
    )
    .limit(limit)
    .execute()

/** Officers whose work waits until they make themselves known at the portal. */
export async function unknownOfficers(db: Reader, officers: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('commandLog', 'commandLog.commandId', 'outbox.commandId')
    .select('commandLog.actorName')
    .distinct()
    .where('outbox.state', '=', 'waiting')
    .where('commandLog.source', '=', 'window')
    .where('commandLog.actorId', 'not in', ['', ...officers])
    .orderBy('commandLog.actorName')
    .execute()
  return rows.map(({ actorName }) => actorName)
}

/** Everything that is run again over what comes: not yet acknowledged, or acknowledged and not yet come back as rows. */
export const unconfirmedCommands = (db: Reader): Promise<readonly Pending[]> =>
  pending(db).where('outbox.state', 'in', ['waiting', 'sent']).execute()

export const pendingById = (db: Reader, commandId: string): Promise<Pending | undefined> =>
  pending(db).where('outbox.commandId', '=', commandId).executeTakeFirst()

export async function countWaiting(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What the latest run of a command did to rows that were there; sealed values under the newest key. */
export async function touchedOf(db: Reader, command: Pending, renew: (json: string) => string): Promise<TouchedRows> {
  if (command.touched !== null) return JSON.parse(renew(command.touched))
  if (command.baseVersions === '{}') return {}
  const versions: Readonly<Record<string, Readonly<Record<string, number>>>> = JSON.parse(command.baseVersions)
  const touched: Record<string, Record<string, TouchedRow>> = {}
  for (const [table, ids] of Object.entries(versions)) {
    touched[table] = Object.fromEntries(Object.keys(ids).map((id) => [id, { before: {}, after: {} }]))
  }
  const changes = await db
    .selectFrom('commandChange')
    .select(['tableName', 'rowId', 'before', 'after'])
    .where('commandId', '=', command.commandId)
    .where('kind', '!=', 'insert')
    .orderBy('seq')
    .execute()
  for (const { tableName, rowId, before, after } of changes) {
    const known = touched[tableName]?.[rowId]
    if (!known || !touched[tableName]) continue
    const first = JSON.parse(renew(before ?? '{}')) as Record<string, FieldValue>
    touched[tableName][rowId] = {
      before: { ...first, ...known.before },
      after: { ...known.after, ...JSON.parse(renew(after ?? '{}')) },
    }
  }
  return touched
}

/** Notes where the portal acknowledged commands; they count as sent. */
export async function acknowledge(
  { db, bulk }: Transaction,
  done: readonly { readonly commandId: string; readonly entry: number }[],
): Promise<void> {
  if (done.length === 0) return
  const noted = textOf(db, 'acknowledge', () =>
    db
      .insertInto('syncRun')
      .values({ commandId: '', ackEntry: 0 })
      .onConflict((conflict) =>
        conflict.column('commandId').doUpdateSet((set) => ({ ackEntry: set.ref('excluded.ackEntry') })),
      ),
  )
  await bulk.run(
    noted,
    done.map(({ commandId, entry }) => [commandId, entry]),
  )
  const sent = textOf(db, 'sent', () => db.updateTable('outbox').set({ state: 'sent' }).where('commandId', '=', ''))
  await bulk.run(
    sent,
    done.map(({ commandId }) => ['sent', commandId]),
  )
}

/** Notes what the latest run of a command did. */
export async function noteRun(db: Reader, commandId: string, touched: TouchedRows): Promise<void> {
  const text = JSON.stringify(touched)
  await db
    .insertInto('syncRun')
    .values({ commandId, touched: text, ackEntry: null })
    .onConflict((conflict) => conflict.column('commandId').doUpdateSet({ touched: text }))
    .execute()
}

export const setState = (db: Reader, commandIds: readonly string[], state: OutboxTable['state']) =>
  db.updateTable('outbox').set({ state }).where('commandId', 'in', commandIds).execute()
