import type { Cell, SheetInfo, SheetRow } from '../kernel/sheet.ts'
import { type ColumnMatch, isKnownHeader, matchColumns, type TargetField } from './columns.ts'
import type { ImportIssue } from './issue.ts'
import { detectLayout, type Layout } from './layout.ts'
import { type ColumnMapping, type PartialMapping, type ResolvedMapping, resolveMapping } from './mapping.ts'
import { profileColumns } from './profile.ts'
import { scaleIssues } from './scale.ts'
import { type FoundTable, findTable, type Table } from './table.ts'
import { scaleOf } from './topic-columns.ts'

export type ProposeOptions = {
  /** Whether a text is a topic of the catalogue, by code, name or alias. */
  readonly isTopic?: (text: string) => boolean
  /** Fields that a wide sheet has a column a row for; a column of topics is none. Left out: all that are not about the need. */
  readonly rowFields?: readonly string[]
  /** The mapping last used for this sender; it serves when its form is the same. */
  readonly remembered?: ColumnMapping
  /** What the officer or the command line settled; it goes before everything found. */
  readonly chosen?: PartialMapping
}

/** What a sheet seems to be. */
export type Proposal = {
  readonly table: Table
  readonly mapping: ColumnMapping
  readonly resolved: ResolvedMapping
  readonly matches: readonly ColumnMatch[]
  readonly layout: Layout
  readonly recognised: 'remembered' | 'found'
  /** 0 to 1: how sure the whole is. The best sheet of a workbook is the one with the highest. */
  readonly confidence: number
  /** The first data rows. */
  readonly sample: readonly (readonly Cell[])[]
}

export type Proposed = { readonly proposal: Proposal | null; readonly issues: readonly ImportIssue[] }

// What a long sheet has a column for and a wide one has in its headers and cells.
const needFields = new Set([
  'topic',
  'topicCode',
  'category',
  'freeText',
  'kind',
  'importance',
  'urgency',
  'selfLevel',
  'targetLevel',
  'quarter',
  'mode',
  'reason',
])

/**
 * Proposes how to read a sheet from its first rows (give a few thousand): where the header is, which column is which
 * field, rows or columns of needs, the scale. Nothing is settled; the officer or a remembered mapping may change each part.
 */
export function proposeMapping(
  info: SheetInfo,
  head: readonly SheetRow[],
  fields: readonly TargetField[],
  options: ProposeOptions = {},
): Proposed {
  const { chosen = {}, remembered } = options
  const found = tableOf(info, head, options)
  if (!found.table) return { proposal: null, issues: found.issues }
  const table = found.table
  const profiles = profileColumns(found.sample, table.columns)
  const known = remembered?.fingerprint === table.fingerprint ? remembered : undefined
  const settled: PartialMapping = { ...known, ...chosen }
  const every = matchColumns(table.columns, profiles, fields)
  const layout = detectLayout(table.columns, profiles, every, {
    ...(options.isTopic ? { isTopic: options.isTopic } : {}),
    ...(settled.layout ? { layout: settled.layout } : {}),
  })
  const rowFields = new Set(options.rowFields ?? fields.map((field) => field.key).filter((key) => !needFields.has(key)))
  const asked = new Set([...layout.topics.map((topic) => topic.column), ...layout.freeTexts])
  const matches =
    layout.layout === 'long' ? every : every.filter((match) => rowFields.has(match.field) && !asked.has(match.column))
  const nameOf = new Map(table.columns.map((column) => [column.column, column.name]))
  const name = (column: number): string => nameOf.get(column) ?? ''
  const fresh: ColumnMapping = {
    fingerprint: table.fingerprint,
    header: null,
    layout: layout.layout,
    fields: Object.fromEntries(matches.map((match) => [match.field, name(match.column)])),
    topics: layout.topics.map(({ column, topic }) => ({ column: name(column), topic })),
    freeTexts: layout.freeTexts.map(name),
    moreTopics: layout.moreTopics.map(name),
    carried: table.carried.map(({ column, why }) => ({ column: name(column), why })),
    scale: layout.scale,
  }
  const mapping = completed(
    { ...fresh, ...settled, fingerprint: table.fingerprint, fields: mergeFields(fresh, settled, known !== undefined) },
    table,
    found.sample,
    chosen,
  )
  const required = fields.filter((field) => field.required).map((field) => field.key)
  const resolved = resolveMapping(mapping, table, required)
  const issues = [
    ...found.issues,
    ...resolved.issues,
    ...(mapping.scale ? scaleIssues(mapping.scale, table.sheet) : []),
  ]
  return {
    proposal: {
      table: { ...table, carried: resolved.carried },
      mapping,
      resolved,
      matches: explained(matches, resolved, known !== undefined, chosen),
      layout,
      recognised: known ? 'remembered' : 'found',
      confidence: known ? 1 : sureness(matches, layout),
      sample: found.sample,
    },
    issues,
  }
}

/** The table under the header that was pointed at, or was pointed at in this form before, or is found. */
function tableOf(info: SheetInfo, head: readonly SheetRow[], { chosen, remembered }: ProposeOptions): FoundTable {
  const from = (rows: ColumnMapping['header'] | undefined): FoundTable =>
    findTable(info, head, { isKnown: isKnownHeader, ...(rows ? { rows } : {}) })
  if (chosen?.header || !remembered?.header) return from(chosen?.header)
  const before = from(remembered.header)
  return before.table?.fingerprint === remembered.fingerprint ? before : from(null)
}

/** A remembered mapping stands as it is; otherwise what was chosen replaces the found columns field by field. */
const mergeFields = (fresh: ColumnMapping, settled: PartialMapping, whole: boolean): ColumnMapping['fields'] => {
  if (whole) return settled.fields ?? fresh.fields
  const chosen = settled.fields ?? {}
  const names = new Set(Object.values(chosen))
  const kept = Object.entries(fresh.fields).filter(([, name]) => !names.has(name))
  return { ...Object.fromEntries(kept), ...chosen }
}

/** When topics were chosen by hand, the scale is that of their columns. */
function completed(
  mapping: ColumnMapping,
  table: Table,
  sample: Proposal['sample'],
  chosen: PartialMapping,
): ColumnMapping {
  if (mapping.layout !== 'wide' || chosen.scale || !chosen.topics) return mapping
  const numbers = new Set(resolveMapping(mapping, table).topics.map((topic) => topic.column))
  const columns = table.columns.filter((column) => numbers.has(column.column))
  return { ...mapping, scale: scaleOf(columns, profileColumns(sample, columns)) }
}

function explained(
  matches: readonly ColumnMatch[],
  resolved: ResolvedMapping,
  remembered: boolean,
  chosen: PartialMapping,
): readonly ColumnMatch[] {
  return [...resolved.fields].map(([field, column]) => {
    if (chosen.fields?.[field] !== undefined) return { field, column, confidence: 1, reasons: [{ kind: 'chosen' }] }
    const found = matches.find((match) => match.field === field && match.column === column)
    if (found && !remembered) return found
    return { field, column, confidence: 1, reasons: [{ kind: 'remembered' }] }
  })
}

function sureness(matches: readonly ColumnMatch[], layout: Layout): number {
  const average = matches.length ? matches.reduce((sum, match) => sum + match.confidence, 0) / matches.length : 0
  return Math.min(1, 0.5 * layout.confidence + 0.3 * average + 0.04 * Math.min(matches.length, 5))
}
