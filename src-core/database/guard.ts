import { type FieldClash, type FieldValue, OperationError } from '../kernel/errors.ts'

type Row = Readonly<Record<string, unknown>>

/** What one run of a command did to rows that were there before it: table → row id → its fields before and after. */
export type TouchedRows = Readonly<Record<string, Readonly<Record<string, TouchedRow>>>>

/** A row whose write changed nothing has no fields; it is there all the same, for the command did look at it. */
export type TouchedRow = {
  readonly before: Readonly<Record<string, FieldValue>>
  readonly after: Readonly<Record<string, FieldValue>>
}

/**
 * A field that the command wrote without changing it: the officer's form still held it as it was. Meanwhile somebody
 * else changed it, and writing it again would take that back without anybody having wanted it.
 */
export class StaleFields extends Error {
  readonly fields: readonly FieldClash[]

  constructor(fields: readonly FieldClash[]) {
    super(`Fields changed elsewhere: ${JSON.stringify(fields)}`)
    this.name = 'StaleFields'
    this.fields = fields
  }
}

/** Columns that are computed from others whenever those are written; nobody disagrees over them. */
const isDerived = (field: string): boolean => /^(?:searchKey|sortKey|\w+NameKey)$/.test(field)

/**
 * The check of a command's fields against the state it was based on. Each write is looked at; `refuse` throws CONFLICT when
 * a field that the command changed has meanwhile become something else, and StaleFields when one that it did not
 * mean to change would be set back.
 */
export function guardOver(over: TouchedRows) {
  const own = new Set<string>()
  let clashes: FieldClash[] = []
  let stale: FieldClash[] = []

  function look(table: string, id: string, row: Row, patch: Row): void {
    const known = over[table]?.[id]
    if (!known) return
    for (const [field, mine] of Object.entries(patch)) {
      const theirs = row[field] as FieldValue
      const place = `${table} ${id} ${field}`
      const bothRemove = field === 'deletedAt' && mine !== null && theirs !== null
      if (mine === undefined || mine === theirs || bothRemove || isDerived(field) || own.has(place)) continue
      const base = known.before[field]
      const clash = { table, id, field, mine: mine as FieldValue, theirs, base: base ?? null }
      if (!(field in known.before)) stale.push({ ...clash, base: mine as FieldValue })
      else if (theirs !== base) clashes.push(clash)
      own.add(place)
    }
  }

  function refuse(entity: string): void {
    const [first] = clashes
    if (first) {
      const fields = clashes
      clashes = []
      throw new OperationError('CONFLICT', { entity, id: first.id, fields })
    }
    if (stale.length === 0) return
    const fields = stale
    stale = []
    throw new StaleFields(fields)
  }

  return { look, refuse }
}

/** Collects what a run does to rows that were there before it. */
export function touchLedger() {
  const rows: Record<
    string,
    Record<string, { before: Record<string, FieldValue>; after: Record<string, FieldValue> }>
  > = {}
  return {
    note(table: string, id: string, fields: readonly string[], row: Row, patch: Row): void {
      rows[table] ??= {}
      rows[table][id] ??= { before: {}, after: {} }
      const { before, after } = rows[table][id]
      for (const field of fields) {
        if (!(field in before)) before[field] = (row[field] ?? null) as FieldValue
        after[field] = (patch[field] ?? null) as FieldValue
      }
    },
    rows: (): TouchedRows => rows,
  }
}
