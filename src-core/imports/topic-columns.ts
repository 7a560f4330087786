import type { TableColumn } from './header-names.ts'
import type { ColumnProfile } from './profile.ts'
import { recogniseScale, type Scale, scaleKind, unknownScale } from './scale.ts'

type Kind = Scale['kind']

/** A column with what its values look like, and the kind of scale they could belong to. */
export type ScaledColumn = {
  readonly column: TableColumn
  readonly profile: ColumnProfile
  readonly kind: Kind | null
}

const mostLabels = 24
const fewest: Readonly<Record<Kind, number>> = { words: 2, numbers: 3, marks: 3 }
const statedRange = /\b[01]\s*(?:[-–—]|ile|to|ila)\s*(4|5|7|10)\b/

/** The kind of scale a column's values could belong to. */
export function kindOf(profile: ColumnProfile): Kind | null {
  if (profile.count === 0 || profile.values.size > mostLabels) return null
  return scaleKind(profile.values)
}

/** The columns that ask for a topic each: those of the one kind of scale that most share. A column of nothing but 1 and 0 goes with marks and with numbers. */
export function topicColumns(
  open: readonly ScaledColumn[],
  isTopic: (column: TableColumn) => boolean,
): readonly ScaledColumn[] {
  const known = new Set(open.filter((one) => isTopic(one.column)))
  const ofKind = (kind: Kind): readonly ScaledColumn[] => {
    const some = open.filter(
      (one) => one.kind === kind || (kind === 'numbers' && one.kind === 'marks' && onlyDigits(one.profile)),
    )
    return kind === 'words' ? some : inCompany(open, some, known)
  }
  const groups = (['words', 'numbers', 'marks'] as const).map((kind) => ({ kind, columns: ofKind(kind) }))
  const best = groups.reduce((a, b) => (b.columns.length > a.columns.length ? b : a))
  const catalogued = best.columns.filter((one) => known.has(one)).length
  const isScale = recogniseScale(valuesOf(best.columns.map((one) => one.profile))) !== null
  if (isScale && (best.columns.length >= fewest[best.kind] || catalogued >= 1))
    return withEmpty(open, best.columns, known)
  // A scale in words of its own, but under topics of the catalogue.
  const unknown = [...known].filter((one) => one.profile.count > 0 && one.profile.values.size <= mostLabels)
  return unknown.length >= fewest.marks ? withEmpty(open, unknown, known) : []
}

/** A lone column of figures or marks amid others is a count or a yes-or-no; topics stand side by side. */
function inCompany(
  open: readonly ScaledColumn[],
  some: readonly ScaledColumn[],
  known: ReadonlySet<ScaledColumn>,
): readonly ScaledColumn[] {
  const filled = open.filter((one) => one.profile.count > 0)
  const among = new Set(some)
  const hasNeighbour = (one: ScaledColumn): boolean => {
    const at = filled.indexOf(one)
    return [filled[at - 1], filled[at + 1]].some((other) => other !== undefined && among.has(other))
  }
  return some.filter((one) => known.has(one) || hasNeighbour(one))
}

const onlyDigits = (profile: ColumnProfile): boolean => [...profile.values.keys()].every((value) => /^\d$/.test(value))

/** Topics nobody chose are empty columns among the chosen ones, or of the catalogue. */
function withEmpty(
  open: readonly ScaledColumn[],
  chosen: readonly ScaledColumn[],
  known: ReadonlySet<ScaledColumn>,
): readonly ScaledColumn[] {
  const from = chosen[0]?.column.column ?? 0
  const to = chosen.at(-1)?.column.column ?? 0
  const among = (one: ScaledColumn): boolean => one.column.column > from && one.column.column < to && one.column.named
  return open.filter((one) => chosen.includes(one) || (one.profile.count === 0 && (among(one) || known.has(one))))
}

/** All values of some columns with their counts. */
function valuesOf(profiles: Iterable<ColumnProfile>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const profile of profiles) {
    for (const [value, count] of profile.values) counts.set(value, (counts.get(value) ?? 0) + count)
  }
  return counts
}

/** The highest step where a header says it: `1-5`, `0 ile 4`. */
function statedMost(columns: readonly TableColumn[]): number | undefined {
  for (const column of columns) {
    const match = statedRange.exec(column.path.join(' '))
    if (match) return Number(match[1])
  }
  return undefined
}

/** The scale of some columns together, whichever of their values a single column happens to lack. */
export function scaleOf(columns: readonly TableColumn[], profiles: readonly ColumnProfile[]): Scale {
  const values = valuesOf(profiles)
  return recogniseScale(values, statedMost(columns)) ?? unknownScale(values)
}
