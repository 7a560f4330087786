import type { FieldKey, ImportIssue } from '../imports/index.ts'
import { type ListCells, listCells, type ReadSheet } from '../people/index.ts'
import type { ListChange } from './list-change.ts'

/** What one row says of a record: only what stands in it. */
export type Line<F> = {
  /** What tells records of a file apart: a code, a date with a name. Rows without a key are wrong already. */
  readonly key: string | null
  readonly name: string
  readonly said: Partial<F>
}

/** A record as it stands, in the same terms as the rows. */
export type Standing<F> = { readonly id: string; readonly name: string; readonly fields: F }

/** How one kind of record is read from rows and compared with what stands. */
export type RecordList<F extends object> = {
  /** Where findings about a record as a whole are said. */
  readonly keyField: FieldKey
  /** The column each field is named by on the screen. */
  readonly columns: Readonly<Record<keyof F & string, FieldKey>>
  readonly read: (cells: ListCells) => Line<F>
  readonly find: (line: Line<F>) => Standing<F> | undefined
  /** What the row makes of a record that stands, where that is not simply what it says. */
  readonly merge?: (standing: F, said: Partial<F>) => Partial<F>
  /** What a new record has beside what the row says; says what is missing. */
  readonly complete: (line: Line<F>, cells: ListCells) => F | null
  /** Whether the record may stand beside the others; says why not. */
  readonly check: (fields: F, id: string | undefined, cells: ListCells) => void
  /** Called for every record that is taken, so that later rows see it. */
  readonly accept: (fields: F, id: string | undefined) => void
  /** A value as a person reads it. */
  readonly show: (field: keyof F & string, value: unknown) => string
}

/** What a sheet would write. */
export type RecordPlan<F> = {
  readonly added: readonly F[]
  readonly changed: readonly Standing<F>[]
}

export type ListAnalysis<F> = {
  readonly issues: readonly ImportIssue[]
  readonly changes: readonly ListChange[]
  readonly rows: number
  readonly same: number
  readonly plan: RecordPlan<F>
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Finds what a sheet adds and changes. Records it does not name stay as they are; an empty cell says nothing. */
export function analyseRecords<F extends object>(sheet: ReadSheet, list: RecordList<F>): ListAnalysis<F> {
  const cells = listCells(sheet)
  const firstOf = new Map<string, { readonly row: number; readonly said: Partial<F> }>()
  const changes: ListChange[] = []
  const added: F[] = []
  const changed: Standing<F>[] = []
  let unchanged = 0
  for (const row of sheet.rows) {
    cells.open(row)
    const line = list.read(cells)
    if (line.key === null) continue
    const first = firstOf.get(line.key)
    if (first) {
      if (same(first.said, line.said)) cells.say('W36', list.keyField, { row: first.row + 1 })
      else cells.say('E29', list.keyField, { text: line.name, row: first.row + 1 })
      continue
    }
    firstOf.set(line.key, { row: row.row, said: line.said })
    const standing = list.find(line)
    const said = standing && list.merge ? list.merge(standing.fields, line.said) : line.said
    const fields = standing ? { ...standing.fields, ...said } : list.complete(line, cells)
    if (!fields || cells.isWrong()) continue
    const different = standing ? differences(list, standing.fields, said) : []
    if (standing && different.length === 0) {
      unchanged++
      continue
    }
    list.check(fields, standing?.id, cells)
    if (cells.isWrong()) continue
    list.accept(fields, standing?.id)
    if (standing) changed.push({ ...standing, fields })
    else added.push(fields)
    changes.push({
      kind: standing ? 'changed' : 'new',
      row: row.row + 1,
      id: standing?.id ?? null,
      name: line.name,
      fields: different,
    })
  }
  const issues = [...sheet.issues, ...cells.issues]
  return { issues, changes, rows: sheet.rows.length, same: unchanged, plan: { added, changed } }
}

function differences<F extends object>(list: RecordList<F>, before: F, said: Partial<F>): ListChange['fields'] {
  return (Object.keys(said) as (keyof F & string)[])
    .filter((field) => !same(before[field], said[field]))
    .map((field) => ({
      field: list.columns[field],
      from: list.show(field, before[field]) || null,
      to: list.show(field, said[field]) || null,
    }))
}

/** Without what a row does not say: a field left undefined would otherwise count as said. */
export const onlySaid = <F extends object>(fields: { readonly [K in keyof F]: F[K] | null | undefined }): Partial<F> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as Partial<F>
