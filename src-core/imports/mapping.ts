import { z } from 'zod'
import { columnName } from '../kernel/sheet.ts'
import type { CarriedColumn } from './group-columns.ts'
import { headerKey } from './header-text.ts'
import { type ImportIssue, issueOf } from './issue.ts'
import { scaleSchema } from './scale.ts'
import type { Table } from './table.ts'

/**
 * What an officer settled about a form: which column is which, named by header so that it serves the next file of the
 * same form even when its columns moved. A column without a header is named by its letter. JSON, remembered per sender.
 */
export const columnMapping = z.object({
  /** The form's fingerprint when the mapping was made; see `Table`. */
  fingerprint: z.string(),
  /** Header rows an officer pointed at, zero-based, both included; null where they are found by themselves. */
  header: z.object({ top: z.number().int().min(0), bottom: z.number().int().min(0) }).nullable(),
  layout: z.enum(['long', 'wide']),
  /** Field key to column name. */
  fields: z.record(z.string(), z.string()),
  /** Wide: the columns that ask for a topic, and the topic's wording. */
  topics: z.array(z.object({ column: z.string(), topic: z.string() })),
  /** Wide: the columns where other topics are named. */
  freeTexts: z.array(z.string()),
  /** Long: further columns that name a topic each, beside the column of the field `topic`. */
  moreTopics: z.array(z.string()).optional(),
  /** Columns whose empty cells take the value above. */
  carried: z.array(z.object({ column: z.string(), why: z.enum(['merged', 'grouped']) })),
  scale: scaleSchema.nullable(),
})

export type ColumnMapping = z.infer<typeof columnMapping>

/** Part of a mapping, as the command line takes it; what it leaves out is found by itself. */
export const partialMapping = columnMapping.partial()

export type PartialMapping = z.infer<typeof partialMapping>

/** A mapping with its columns found in one table. Column numbers are those of the sheet. */
export type ResolvedMapping = {
  readonly fields: ReadonlyMap<string, number>
  readonly topics: readonly { readonly column: number; readonly topic: string }[]
  readonly freeTexts: readonly number[]
  readonly moreTopics: readonly number[]
  readonly carried: readonly CarriedColumn[]
  /** Names in the mapping that the table does not have. */
  readonly missing: readonly string[]
  /** E11 for each required field without a column. */
  readonly issues: readonly ImportIssue[]
}

/** A way to find a column by the name a mapping gives it. */
function finder(table: Table): (name: string) => number | undefined {
  const exact = new Map(table.columns.map((column) => [column.name, column.column]))
  const loose = new Map(table.columns.toReversed().map((column) => [headerKey(column.name), column.column]))
  const letters = new Map(table.columns.map((column) => [columnName(column.column), column.column]))
  return (name) => exact.get(name) ?? loose.get(headerKey(name)) ?? letters.get(name)
}

/** Finds the columns of a mapping in a table. */
export function resolveMapping(
  mapping: ColumnMapping,
  table: Table,
  required: readonly string[] = [],
): ResolvedMapping {
  const find = finder(table)
  const missing: string[] = []
  const found = (name: string): number[] => {
    const column = find(name)
    if (column === undefined) missing.push(name)
    return column === undefined ? [] : [column]
  }
  const fields = new Map(
    Object.entries(mapping.fields).flatMap(([field, name]) => found(name).map((column) => [field, column] as const)),
  )
  const issues = required
    .filter((field) => !fields.has(field))
    .map((field) => issueOf('E11', { sheet: table.sheet, row: table.headerBottom }, { field }))
  return {
    fields,
    topics: mapping.topics.flatMap(({ column, topic }) => found(column).map((number) => ({ column: number, topic }))),
    freeTexts: mapping.freeTexts.flatMap(found),
    moreTopics: (mapping.moreTopics ?? []).flatMap(found),
    carried: mapping.carried.flatMap(({ column, why }) => found(column).map((number) => ({ column: number, why }))),
    missing,
    issues,
  }
}
