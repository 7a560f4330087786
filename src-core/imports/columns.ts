import type { Cell } from '../kernel/sheet.ts'
import { similarity } from '../kernel/similarity.ts'
import type { TableColumn } from './header-names.ts'
import { fitHeader, type HeaderWords, headerKey, headerWords } from './header-text.ts'
import type { ColumnProfile } from './profile.ts'
import { synonyms } from './synonyms.ts'

/** A field that the caller wants to find a column for. */
export type TargetField<K extends string = string> = {
  readonly key: K
  readonly required?: boolean
  readonly words: HeaderWords
  /** Whether a filled cell can be a value of the field; a column of other values is then believed only by its very name. */
  readonly accepts?: (cell: Cell) => boolean
  /** `accepts` is so particular (a look-up in the staff list) that it finds the column without a fitting header. */
  readonly telling?: boolean
}

/** Why a column was chosen, for the mapping screen. */
export type MatchReason =
  | { readonly kind: 'header'; readonly word: string }
  | { readonly kind: 'similarHeader'; readonly word: string }
  | { readonly kind: 'content'; readonly share: number }
  | { readonly kind: 'remembered' }
  | { readonly kind: 'chosen' }

export type ColumnMatch<K extends string = string> = {
  readonly field: K
  readonly column: number
  /** 0 to 1. From 0.75 on it needs no second look. */
  readonly confidence: number
  readonly reasons: readonly MatchReason[]
}

const least = 0.45
const similarFrom = 0.84
const slipFrom = 5
const mostSlips = 3
const tellingShare = 0.6
const rejectedShare = 0.25
// A header that says it exactly is still believed when no other column does: the list it is compared with may be old.
const doubted = 0.6
const enoughCells = 4

/** A field of the common vocabulary; synonyms and header texts come from `synonyms`. */
export const targetField = <K extends keyof typeof synonyms>(
  key: K,
  options: Omit<TargetField<K>, 'key' | 'words'> & { readonly extraWords?: readonly string[] } = {},
): TargetField<K> => {
  const { extraWords = [], ...rest } = options
  return { key, words: headerWords([...synonyms[key], ...extraWords]), ...rest }
}

const everyWord = new Set(Object.values(synonyms).flatMap((words) => words.map(headerKey)))

/** Whether a header is one that some field of the vocabulary is known by; for `findTable`. */
export const isKnownHeader = (header: string): boolean => everyWord.has(headerKey(header))

type Fit = { readonly confidence: number; readonly reasons: readonly MatchReason[] }

const noFit: Fit = { confidence: 0, reasons: [] }

function fitName({ path, name, named }: TableColumn, words: HeaderWords): Fit {
  if (!named) return noFit
  let best = noFit
  // The lowest header says most; the whole name helps where the child alone is as vague as `Adı`.
  const tries = [path.at(-1) ?? '', name, ...path.slice(0, -1)]
  tries.forEach((text, at) => {
    const fit = fitHeader(text, words)
    const confidence = at > 1 ? fit.score * 0.5 : fit.score
    if (confidence > best.confidence) best = { confidence, reasons: [{ kind: 'header', word: fit.word }] }
  })
  return best
}

/** For headers that fit nothing as they stand: perhaps somebody slipped while typing. */
function fitSlip({ path, named }: TableColumn, words: HeaderWords): Fit {
  let best = noFit
  const key = headerKey(path.at(-1) ?? '')
  if (!named || key.length < slipFrom) return best
  for (const word of words.keys) {
    if (word.length < slipFrom || Math.abs(word.length - key.length) > mostSlips) continue
    const score = similarity(word, key)
    if (score < similarFrom || score * 0.8 <= best.confidence) continue
    best = { confidence: score * 0.8, reasons: [{ kind: 'similarHeader', word }] }
  }
  return best
}

function withContent(name: Fit, profile: ColumnProfile | undefined, field: TargetField): Fit {
  if (!field.accepts || !profile || profile.cells.length === 0) return name
  const accepted = profile.cells.filter((cell) => field.accepts?.(cell)).length
  const share = accepted / profile.cells.length
  const content: MatchReason = { kind: 'content', share }
  if (share < rejectedShare && profile.cells.length >= enoughCells)
    return { ...name, confidence: name.confidence * doubted }
  if (name.confidence > 0) {
    return { confidence: Math.min(1, name.confidence + 0.2 * share), reasons: [...name.reasons, content] }
  }
  if (!field.telling || share < tellingShare) return name
  return { confidence: 0.45 + 0.35 * share, reasons: [content] }
}

/**
 * Gives each field at most one column and each column at most one field, the surest pairs first. Hidden columns are left
 * alone. `profiles` belong to `columns` in order.
 */
export function matchColumns<K extends string>(
  columns: readonly TableColumn[],
  profiles: readonly ColumnProfile[],
  fields: readonly TargetField<K>[],
): readonly ColumnMatch<K>[] {
  const pairs: ColumnMatch<K>[] = []
  columns.forEach((column, at) => {
    if (column.hidden) return
    const exact = fields.map((field) => fitName(column, field.words))
    const slipped = exact.every((fit) => fit.confidence < least)
    fields.forEach((field, index) => {
      const name = slipped ? fitSlip(column, field.words) : (exact[index] ?? noFit)
      const fit = withContent(name, profiles[at], field)
      if (fit.confidence >= least) pairs.push({ field: field.key, column: column.column, ...fit })
    })
  })
  const order = new Map(fields.map((field, at) => [field.key, at]))
  pairs.sort(
    (a, b) =>
      b.confidence - a.confidence || (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0) || a.column - b.column,
  )
  const taken = new Set<number>()
  const given = new Set<K>()
  return pairs.filter((pair) => {
    if (taken.has(pair.column) || given.has(pair.field)) return false
    taken.add(pair.column)
    given.add(pair.field)
    return true
  })
}
