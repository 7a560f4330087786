import { z } from 'zod'
import type { Cell } from '../kernel/sheet.ts'
import { fold } from '../kernel/turkish.ts'
import { isBlank, textOf } from './cell-text.ts'
import { type ImportIssue, issueOf } from './issue.ts'
import { markOf, scaleWord } from './scale-words.ts'

/** The scale of a wide sheet's answers. JSON; the officer may move labels between levels and change what a level asks for. */
export const scaleSchema = z.object({
  kind: z.enum(['words', 'numbers', 'marks']),
  /** Whether the order and meaning of the levels were recognised; otherwise the officer has to give them. */
  known: z.boolean(),
  /** Lowest first. */
  levels: z.array(
    z.object({
      /** All wordings of the level. */
      labels: z.array(z.string()).min(1),
      /** 1 to 5, or null for a level that makes no need. */
      urgency: z.number().int().min(1).max(5).nullable(),
    }),
  ),
})

export type Scale = z.infer<typeof scaleSchema>
export type ScaleLevel = Scale['levels'][number]

/** Different values of some columns with how often each occurs. */
export type ValueCounts = ReadonlyMap<string, number>

type Found = { readonly scale: Scale; readonly share: number }
type Labelled = { readonly label: string; readonly at: number; readonly urgency: number | null }

const enough = 0.9
const markUrgency = 3
const numbered = /^\(?(\d{1,2})\)?\s*[-–.:=)]\s*(\S.*)$/
const widths = [3, 4, 5, 7, 10] as const
const fewAnswers = 30

const urgencyAt = (share: number): number => Math.min(5, Math.max(1, Math.round(1 + 4 * share)))

/** Wordings grouped by where they stand, lowest first, each once however it is spelled. */
function levelsOf(labels: readonly Labelled[]): readonly ScaleLevel[] {
  const byPlace = Map.groupBy(labels, (label) => label.at)
  return [...byPlace.keys()]
    .sort((a, b) => a - b)
    .map((at) => {
      const same = byPlace.get(at) ?? []
      const byKey = new Map(same.map(({ label }) => [fold(label), label]))
      return { labels: [...byKey.values()], urgency: same[0]?.urgency ?? null }
    })
}

const total = (counts: ValueCounts): number => counts.values().reduce((sum, count) => sum + count, 0)

function build(kind: Scale['kind'], counts: ValueCounts, place: (label: string) => Labelled | null): Found | null {
  const labels: Labelled[] = []
  let recognised = 0
  for (const [label, count] of counts) {
    const found = place(label)
    if (!found) continue
    labels.push(found)
    recognised += count
  }
  if (labels.length === 0) return null
  return { scale: { kind, known: true, levels: [...levelsOf(labels)] }, share: recognised / total(counts) }
}

function inWords(counts: ValueCounts): Found | null {
  const found = build('words', counts, (label) => {
    const word = scaleWord(label)
    return word && { label, at: word.degree, urgency: word.noNeed ? null : urgencyAt(word.degree / 100) }
  })
  return found && found.scale.levels.length >= 2 ? found : null
}

function inMarks(counts: ValueCounts): Found | null {
  const found = build('marks', counts, (label) => {
    const mark = markOf(label)
    return mark && { label, at: mark === 'yes' ? 1 : 0, urgency: mark === 'yes' ? markUrgency : null }
  })
  return found?.scale.levels.some((level) => level.urgency !== null) ? found : null
}

/** `5` or `5 - Çok gerekli`. */
function stepOf(label: string): number | null {
  const match = numbered.exec(label)
  const digits = match ? match[1] : label
  if (digits === undefined || !/^\d{1,2}$/.test(digits)) return null
  const step = Number(digits)
  return step <= 10 ? step : null
}

function inNumbers(counts: ValueCounts, most?: number): Found | null {
  const steps = [...counts.keys()].map(stepOf).filter((step) => step !== null)
  if (new Set(steps).size < 2) return null
  const high = Math.max(...steps)
  const base = Math.min(...steps) === 0 ? 0 : 1
  if (high <= 1) return null
  // With few answers the top steps may not have been chosen yet; five steps are by far the commonest scale.
  const wanted = total(counts) < fewAnswers && high - base < 5 ? 5 : high - base + 1
  const width =
    most !== undefined && most >= high ? most - base + 1 : (widths.find((one) => one >= wanted) ?? high - base + 1)
  const written = new Map([...counts.keys()].map((label) => [stepOf(label), label]))
  const all = new Map(counts)
  for (let step = base; step < base + width; step++) if (!written.has(step)) all.set(String(step), 0)
  return build('numbers', all, (label) => {
    const step = stepOf(label)
    if (step === null || step >= base + width) return null
    return { label, at: step, urgency: step === base ? null : urgencyAt((step - base) / (width - 1)) }
  })
}

/**
 * Recognises the scale that the values of some columns belong to: a need scale in words (Turkish, English or both),
 * numbers from 0 or 1 up to 10, or marks. `most` is the highest number where the form says it (`1–7`). Null when less than
 * nine in ten values fit one. The lowest number and wordings such as `Gerekli değil` or `Not needed` make no need.
 */
export function recogniseScale(counts: ValueCounts, most?: number): Scale | null {
  if (counts.size === 0) return null
  const found = [inMarks(counts), inNumbers(counts, most), inWords(counts)].find((one) => one && one.share >= enough)
  return found?.scale ?? null
}

/** The kind of scale that some values could belong to, even if they are all the same step. Null when they are something else. */
export function scaleKind(counts: ValueCounts): Scale['kind'] | null {
  if (counts.size === 0) return null
  const share = (fits: (label: string) => boolean): number => {
    let fitting = 0
    for (const [label, count] of counts) if (fits(label)) fitting += count
    return fitting / total(counts)
  }
  if (inMarks(counts) && share((label) => markOf(label) !== null) >= enough) return 'marks'
  if (share((label) => stepOf(label) !== null) >= enough) return 'numbers'
  return share((label) => scaleWord(label) !== null) >= enough ? 'words' : null
}

/** A scale of wordings nobody knows, in the order of their appearance, for the officer to put in order. */
export const unknownScale = (counts: ValueCounts): Scale => ({
  kind: 'words',
  known: false,
  levels: [...levelsOf([...counts.keys()].map((label, at) => ({ label, at, urgency: null })))],
})

/** What an answer says. `other` is a value that is no step of the scale. */
export type Answer =
  | { readonly kind: 'blank' }
  | { readonly kind: 'level'; readonly level: number; readonly urgency: number | null }
  | { readonly kind: 'other'; readonly text: string }

/** Reads the answers of a scale's columns; `level` counts from 0 for the lowest. */
export function answerReader(scale: Scale): (cell: Cell | undefined) => Answer {
  const blank: Answer = { kind: 'blank' }
  const byKey = new Map<string, Answer>()
  scale.levels.forEach(({ labels, urgency }, level) => {
    for (const label of labels) byKey.set(fold(label), { kind: 'level', level, urgency })
  })
  const byText = new Map<Cell, Answer>()
  return (cell) => {
    if (cell === undefined || isBlank(cell)) return blank
    const seen = byText.get(cell)
    if (seen) return seen
    const text = textOf(cell)
    const answer = byKey.get(fold(text)) ?? { kind: 'other', text }
    if (typeof cell !== 'object') byText.set(cell, answer)
    return answer
  }
}

/** Levels that go by several wordings, for the officer to confirm that they mean the same. */
export const scaleIssues = (scale: Scale, sheet: string): readonly ImportIssue[] =>
  scale.kind === 'marks'
    ? []
    : scale.levels
        .filter((level) => level.labels.length > 1)
        .map((level) => issueOf('W16', { sheet }, { labels: level.labels.join(', ') }))
