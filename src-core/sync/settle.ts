import type { Dispatcher } from '../database/dispatcher.ts'
import type { TouchedRows } from '../database/guard.ts'
import { type SyncConflictTable, syncedTables } from '../database/schema.ts'
import type { Connection } from '../kernel/context.ts'
import { breaksRule, type FieldClash, found } from '../kernel/errors.ts'
import type { SyncChoice } from '../kernel/sync-port.ts'
import type { SyncMeans } from './client.ts'
import { conflictById, settleConflict } from './conflicts.ts'
import { pendingById } from './pending.ts'
import { replayable } from './rebase.ts'
import { rowsByIds } from './rows.ts'

export type Settlement = {
  readonly commandId: string
  readonly choice: SyncChoice
  readonly connection: Connection
}

/**
 * Settles an entry of the inbox. Keeping mine, or what was typed, is a new command of whoever decides, checked like any other, with
 * the fields in question as decided and all others as they are now. Keeping theirs changes nothing: theirs is what stands.
 */
export async function settle(means: SyncMeans, dispatcher: Dispatcher, settlement: Settlement): Promise<void> {
  const { commandId, choice, connection } = settlement
  const { store, clock } = means
  const conflict = found(await store.read((db) => conflictById(db, commandId)), 'syncConflict', commandId)
  if (conflict.state !== 'open') breaksRule('conflictSettled')
  if (choice.how !== 'theirs') {
    const merged = await mergedInput(means, conflict)
    const typed = choice.how === 'typed' ? withTyped(merged, clashesOf(conflict), choice.values) : merged
    const input = await withVersions(means, typed)
    await dispatcher.run(conflict.operation, input, connection)
  }
  const by = connection.actor?.name ?? ''
  const settled = { state: choice.how, by, at: clock().toISOString() }
  await store.write(({ db }) => settleConflict(db, commandId, settled))
}

const clashesOf = ({ fields }: SyncConflictTable): readonly FieldClash[] => JSON.parse(fields)

class OnlyLooked extends Error {}

/** The command's input with every field that is not in question as it is now: found by running it, and keeping nothing of it. */
async function mergedInput(means: SyncMeans, conflict: SyncConflictTable): Promise<unknown> {
  const { store, replay } = means
  let input: unknown
  try {
    await store.write(async (transaction) => {
      const command = found(await pendingById(transaction.db, conflict.commandId), 'command', conflict.commandId)
      const recorded = await replayable(transaction.db, command, means)
      const touched = basedOnTheirs(recorded.touched, clashesOf(conflict))
      input = (await replay(transaction, { ...recorded, touched }, { logged: false })).input
      throw new OnlyLooked()
    })
  } catch (error) {
    if (!(error instanceof OnlyLooked)) throw error
  }
  return input
}

function basedOnTheirs(touched: TouchedRows, clashes: readonly FieldClash[]): TouchedRows {
  const based = structuredClone(touched) as Record<string, Record<string, { before: Record<string, unknown> }>>
  for (const { table, id, field, theirs } of clashes) {
    const row = based[table]?.[id]
    if (row) row.before[field] = theirs
  }
  return based as TouchedRows
}

type Fields = Record<string, unknown>

function objectsIn(value: unknown): Fields[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) ? inside : [value as Fields, ...inside]
}

function withTyped(input: unknown, clashes: readonly FieldClash[], values: Readonly<Record<string, unknown>>): unknown {
  const typed = structuredClone(input)
  for (const { field } of clashes) {
    if (!(field in values)) continue
    const place = objectsIn(typed).find((one) => field in one)
    if (!place) breaksRule('fieldNotTyped', { field })
    else place[field] = values[field]
  }
  return typed
}

/** The officer has seen the records as they are now; a version that came later still refuses. */
async function withVersions({ store }: SyncMeans, input: unknown): Promise<unknown> {
  const fresh = structuredClone(input)
  const naming = objectsIn(fresh).filter((one) => typeof one.rowVersion === 'number')
  await store.read(async (db) => {
    for (const one of naming) {
      for (const id of Object.values(one).filter((value) => typeof value === 'string' && value.length === 36)) {
        for (const table of syncedTables) {
          const [row] = await rowsByIds(db, table, [String(id)])
          if (row) one.rowVersion = row.rowVersion
        }
      }
    }
  })
  return fresh
}
