import type { RecordedTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { FieldChange, HistoryEntry } from './audit.contract.ts'
import { type AnyRow, changesOf, creationOf, type LoggedChange, namesOf } from './audit.repository.ts'
import { officerNames } from './officer.repository.ts'
import { fieldKind, references } from './record-fields.ts'

type Values = Readonly<Record<string, string | number | null>>

const parse = (text: string | null): Values => (text ? (JSON.parse(text) as Values) : {})

/** Old and new values of a change, in the order of their columns; the store's own columns are left out. */
export function fieldChanges(table: RecordedTable, before: Values, after: Values): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((field) => {
    const kind = fieldKind(table, field)
    if (!kind) return []
    const silent = kind === 'sealed' || kind === 'structure'
    return {
      field,
      kind,
      before: silent ? null : (before[field] ?? null),
      after: silent ? null : (after[field] ?? null),
    }
  })
}

/** Puts names in place of the ids of other records. */
export async function withNames(db: Reader, changes: readonly FieldChange[][]): Promise<FieldChange[][]> {
  const wanted = new Map<RecordedTable, Set<string>>()
  for (const { field, kind, before, after } of changes.flat()) {
    const target = kind === 'reference' ? references[field] : undefined
    if (!target) continue
    const ids = wanted.get(target) ?? new Set()
    wanted.set(target, ids)
    for (const id of [before, after]) if (typeof id === 'string') ids.add(id)
  }
  const nameOf = await namesOf(db, wanted)
  const named = (field: string, id: string | number | null): string | null => {
    const target = references[field]
    return target && typeof id === 'string' ? nameOf(target, id) : null
  }
  return changes.map((fields) =>
    fields.map((change) =>
      change.kind === 'reference'
        ? { ...change, before: named(change.field, change.before), after: named(change.field, change.after) }
        : change,
    ),
  )
}

/** What a row was when it was made: what it is now, with every later change taken back. */
export function firstValues(row: AnyRow, changes: readonly LoggedChange[]): Values {
  let values: Values = row
  for (const change of changes.toReversed()) values = { ...values, ...parse(change.before) }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
}

function kindOf(change: LoggedChange): HistoryEntry['kind'] {
  if (change.kind === 'insert') return 'created'
  if (change.kind === 'delete') return 'removed'
  const { deletedAt } = parse(change.after)
  return deletedAt === null ? 'restored' : deletedAt === undefined ? 'changed' : 'removed'
}

/** What came by synchronisation is the program's entry; who did it stands in the row. */
function actorOf({ operation, actorId, kind, after }: LoggedChange, row: AnyRow): string {
  if (operation !== 'sync.apply') return actorId
  const { updatedBy } = parse(after)
  return kind === 'insert' ? row.createdBy : typeof updatedBy === 'string' ? updatedBy : actorId
}

/** A record's life from its creation on, newest step first. */
export async function historyOf(db: Reader, table: RecordedTable, row: AnyRow): Promise<HistoryEntry[]> {
  const changes = await changesOf(db, table, row.id)
  const creation = await creationOf(db, table, row.id)
  const steps = creation ? [creation, ...changes] : changes
  const fields = await withNames(
    db,
    steps.map((step) =>
      step.kind === 'insert'
        ? fieldChanges(table, {}, firstValues(row, changes))
        : fieldChanges(table, parse(step.before), parse(step.after)).filter((change) => change.field !== 'deletedAt'),
    ),
  )
  const actors = steps.map((step) => actorOf(step, row))
  const names = await officerNames(db, actors)
  const entries = steps.map(
    (step, at): HistoryEntry => ({
      commandId: step.commandId,
      at: step.at,
      actorId: actors[at] ?? step.actorId,
      actorName: names.get(actors[at] ?? step.actorId) ?? step.actorName,
      operation: step.operation,
      kind: kindOf(step),
      together: step.count,
      fields: fields[at] ?? [],
    }),
  )
  return entries.reverse()
}
