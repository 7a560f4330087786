import type { RecordedTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Actor, CallSource } from '../kernel/context.ts'
import type { LogRow } from './audit.contract.ts'
import { namesOf } from './audit.repository.ts'
import { mayRead } from './audit.rules.ts'
import { type LoggedCommand, type Touched, touchedBy } from './log.repository.ts'

type Input = {
  readonly userName?: unknown
  readonly fileName?: unknown
  readonly name?: unknown
  readonly table?: unknown
}

/** What a call was about, as far as a reader can be told without the rest of its input. */
function aboutOf(operation: string, input: string): string | null {
  const given = JSON.parse(input) as Input | null
  if (given === null || typeof given !== 'object') return null
  const told = operation.startsWith('access.') ? (given.userName ?? given.name) : given.fileName
  return typeof told === 'string' ? told : null
}

/** The account that an operation of the administrator was about, also where it was refused or changed no record. */
function accountIn(operation: string, input: string): string | undefined {
  if (!/^access\.(?:updateAccount|setAccountActive|resetPassword|endSessions)$/.test(operation)) return undefined
  const { id } = (JSON.parse(input) ?? {}) as { readonly id?: unknown }
  return typeof id === 'string' ? id : undefined
}

function toTouched(parts: readonly Touched[]): LogRow['touched'] {
  const tables = new Map<RecordedTable, { created: number; changed: number; removed: number }>()
  for (const { table, kind, rows } of parts) {
    const sum = tables.get(table) ?? { created: 0, changed: 0, removed: 0 }
    tables.set(table, sum)
    sum[kind === 'insert' ? 'created' : kind === 'update' ? 'changed' : 'removed'] += rows
  }
  return [...tables].map(([table, sum]) => ({ table, ...sum }))
}

/** Entries of the log for a reader: what each touched, and the record's name where there is only one. */
export async function toLogRows(db: Reader, actor: Actor, entries: readonly LoggedCommand[]): Promise<LogRow[]> {
  const parts = new Map<string, Touched[]>()
  for (const part of await touchedBy(
    db,
    entries.map((entry) => entry.commandId),
  )) {
    parts.set(part.commandId, [...(parts.get(part.commandId) ?? []), part])
  }
  const single = new Map<string, Touched>()
  const wanted = new Map<RecordedTable, Set<string>>()
  for (const [commandId, touched] of parts) {
    const [only] = touched
    if (touched.length !== 1 || !only || only.rows !== 1 || !mayRead(actor, only.table)) continue
    single.set(commandId, only)
    wanted.set(only.table, (wanted.get(only.table) ?? new Set()).add(only.rowId))
  }
  for (const { commandId, operation, input } of entries) {
    const id = single.has(commandId) ? undefined : accountIn(operation, input)
    if (id === undefined || !mayRead(actor, 'account')) continue
    single.set(commandId, { commandId, table: 'account', kind: 'update', rows: 1, rowId: id })
    wanted.set('account', (wanted.get('account') ?? new Set()).add(id))
  }
  const nameOf = await namesOf(db, wanted)
  return entries.map(({ input, refusal, source, ...entry }) => {
    const only = single.get(entry.commandId)
    return {
      ...entry,
      source: source as CallSource,
      refusal: refusal === null ? null : (JSON.parse(refusal) as LogRow['refusal']),
      about: aboutOf(entry.operation, input),
      name: only ? nameOf(only.table, only.rowId) : null,
      touched: toTouched(parts.get(entry.commandId) ?? []),
    }
  })
}
