import type { SyncConflictTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { type Pending, setState } from './pending.ts'

type Refusal = { readonly code: string; readonly data?: unknown }

/** Puts a command that no longer holds into the inbox, with everything its officer did; the outbox lets go of it. */
export async function addConflict(db: Reader, command: Pending, refusal: Refusal, foundAt: string): Promise<void> {
  const { commandId, operation, input, actorId, actorName, at } = command
  await setState(db, [commandId], 'rejected')
  await db
    .insertInto('syncConflict')
    .values({
      commandId,
      operation,
      input,
      actorId,
      actorName,
      at,
      refusal: JSON.stringify({ code: refusal.code, data: refusal.data }),
      fields: JSON.stringify((refusal.data as { readonly fields?: unknown } | undefined)?.fields ?? []),
      foundAt,
      state: 'open',
      settledBy: null,
      settledAt: null,
    })
    .onConflict((conflict) => conflict.column('commandId').doNothing())
    .execute()
}

export const openConflicts = (db: Reader): Promise<readonly SyncConflictTable[]> =>
  db
    .selectFrom('syncConflict')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('foundAt')
    .orderBy('commandId')
    .execute()

export const conflictById = (db: Reader, commandId: string): Promise<SyncConflictTable | undefined> =>
  db.selectFrom('syncConflict').selectAll().where('commandId', '=', commandId).executeTakeFirst()

export type Settled = {
  readonly state: Exclude<SyncConflictTable['state'], 'open'>
  readonly by: string
  readonly at: string
}

/** False when somebody settled it before. */
export async function settleConflict(db: Reader, commandId: string, { state, by, at }: Settled): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('syncConflict')
    .set({ state, settledBy: by, settledAt: at })
    .where('commandId', '=', commandId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}
