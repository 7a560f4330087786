import type { z } from 'zod'
import { type CommandChangeTable, type RecordedTable, recordedTables } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Actor } from '../kernel/context.ts'
import type { FieldChange, loggedRecordSchema } from './audit.contract.ts'
import { changesOf, namesOf, rowOf } from './audit.repository.ts'
import { mayRead } from './audit.rules.ts'
import { fieldChanges, firstValues, withNames } from './history.ts'
import { changesIn, touchedBy } from './log.repository.ts'

type LoggedRecord = z.infer<typeof loggedRecordSchema>

/** Records of one entry that a screen shows; the rest is counted. */
const shownRecords = 200

type Change = Pick<CommandChangeTable, 'rowId' | 'kind' | 'count' | 'before' | 'after'> & {
  readonly tableName: string
}

async function fieldsOf(db: Reader, change: Change): Promise<FieldChange[]> {
  const table = change.tableName as RecordedTable
  if (change.kind !== 'insert') {
    return fieldChanges(table, parse(change.before), parse(change.after)).filter(({ field }) => field !== 'deletedAt')
  }
  const row = change.count === 1 ? await rowOf(db, table, change.rowId) : undefined
  return row ? fieldChanges(table, {}, firstValues(row, await changesOf(db, table, change.rowId))) : []
}

const parse = (text: string | null): Readonly<Record<string, string | number | null>> =>
  text === null ? {} : (JSON.parse(text) as Record<string, string | number | null>)

function kindOf({ kind, after }: Change): LoggedRecord['kind'] {
  if (kind === 'insert') return 'created'
  const { deletedAt } = parse(after)
  if (kind === 'delete' || typeof deletedAt === 'string') return 'removed'
  return deletedAt === null ? 'restored' : 'changed'
}

/** What one command did, record by record, as far as the reader's role goes. */
export async function recordsOf(
  db: Reader,
  actor: Actor,
  commandId: string,
): Promise<{ records: LoggedRecord[]; more: number; hidden: number }> {
  const touched = await touchedBy(db, [commandId])
  const count = (parts: readonly { readonly rows: number }[]) => parts.reduce((sum, { rows }) => sum + rows, 0)
  const readable = recordedTables.filter((table) => mayRead(actor, table))
  const changes = await changesIn(db, commandId, readable, shownRecords)
  const fields: FieldChange[][] = []
  const wanted = new Map<RecordedTable, Set<string>>()
  for (const change of changes) {
    const table = change.tableName as RecordedTable
    fields.push(await fieldsOf(db, change))
    wanted.set(table, (wanted.get(table) ?? new Set()).add(change.rowId))
  }
  const named = await withNames(db, fields)
  const nameOf = await namesOf(db, wanted)
  const records = changes.map((change, at) => {
    const table = change.tableName as RecordedTable
    return {
      table,
      id: change.rowId,
      name: change.count === 1 ? nameOf(table, change.rowId) : null,
      kind: kindOf(change),
      together: change.count,
      fields: named[at] ?? [],
    }
  })
  const visible = count(touched.filter(({ table }) => mayRead(actor, table)))
  return {
    records,
    more: visible - count(changes.map((change) => ({ rows: change.count }))),
    hidden: count(touched) - visible,
  }
}
