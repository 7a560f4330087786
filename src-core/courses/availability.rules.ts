import type { Availability, AvailabilityChange } from './availability.ts'
import { addDays, daysFrom, weekdayOf } from './days.ts'
import { type DayHalf, dayHalves } from './working-days.rules.ts'

/** An entry without its identity. */
export type Span = Omit<Availability, 'id'>

type Stated = Pick<Span, 'kind' | 'note'>

/** What is stated for a half day; nothing when it was never said. */
export function statedFor(entries: Iterable<Span>, date: string, half: DayHalf): Stated | undefined {
  for (const entry of entries) {
    if (entry.fromDate <= date && date <= entry.toDate && (entry.half === 'none' || entry.half === half)) return entry
  }
  return undefined
}

/** What to take away and what to add so that the entries say what they said, except for what the change says. */
export type AvailabilityStep = { readonly remove: readonly string[]; readonly add: readonly Span[] }

/**
 * Writes a change into the entries of one trainer. Only entries that the change touches or adjoins are rewritten;
 * afterwards no two entries speak of the same half day, and neighbours that say the same are one.
 */
export function changeAvailability(entries: readonly Availability[], change: AvailabilityChange): AvailabilityStep {
  const before = addDays(change.fromDate, -1)
  const after = addDays(change.toDate, 1)
  const touched = entries.filter((entry) => entry.fromDate <= after && before <= entry.toDate)
  const stated = new Map<string, Stated>()
  for (const entry of touched) put(stated, entry, entry)
  const halves = halvesOf(change.half)
  for (const date of daysFrom(change.fromDate, change.toDate)) {
    if (!change.weekdays.includes(weekdayOf(date))) continue
    for (const half of halves) {
      if (change.kind === 'clear') stated.delete(slot(date, half))
      else stated.set(slot(date, half), { kind: change.kind, note: change.note })
    }
  }
  const wanted = spansOf(stated)
  const kept = new Set<Span>()
  const remove: string[] = []
  for (const entry of touched) {
    const same = wanted.find((span) => !kept.has(span) && sameSpan(span, entry))
    if (same) kept.add(same)
    else remove.push(entry.id)
  }
  return { remove, add: wanted.filter((span) => !kept.has(span)) }
}

const halvesOf = (half: Span['half']): readonly DayHalf[] => (half === 'none' ? dayHalves : [half])

const slot = (date: string, half: DayHalf): string => `${date} ${half}`

function put(stated: Map<string, Stated>, span: Span, said: Stated): void {
  for (const date of daysFrom(span.fromDate, span.toDate)) {
    for (const half of halvesOf(span.half)) stated.set(slot(date, half), { kind: said.kind, note: said.note })
  }
}

const sameStated = (a: Stated, b: Stated): boolean => a.kind === b.kind && a.note === b.note

const sameSpan = (a: Span, b: Span): boolean =>
  a.fromDate === b.fromDate && a.toDate === b.toDate && a.half === b.half && sameStated(a, b)

/** The fewest spans that say the same, in order. */
function spansOf(stated: ReadonlyMap<string, Stated>): readonly Span[] {
  const dates = [...new Set([...stated.keys()].map((key) => key.slice(0, 10)))].sort()
  const done: Span[] = []
  let open: Span[] = []
  for (const date of dates) {
    const next: Span[] = []
    for (const piece of piecesOf(date, stated)) {
      const yesterday = addDays(date, -1)
      const run = open.find((span) => span.toDate === yesterday && span.half === piece.half && sameStated(span, piece))
      next.push(run ? { ...run, toDate: date } : piece)
    }
    done.push(
      ...open.filter((span) => !next.some((grown) => grown.half === span.half && grown.fromDate === span.fromDate)),
    )
    open = next
  }
  return [...done, ...open].sort((a, b) => order(a).localeCompare(order(b), 'en'))
}

const order = (span: Span): string => `${span.fromDate} ${dayHalves.indexOf(span.half as DayHalf) + 1}`

function piecesOf(date: string, stated: ReadonlyMap<string, Stated>): readonly Span[] {
  const morning = stated.get(slot(date, 'am'))
  const afternoon = stated.get(slot(date, 'pm'))
  const piece = (half: Span['half'], said: Stated): Span => ({ fromDate: date, toDate: date, half, ...said })
  if (morning && afternoon && sameStated(morning, afternoon)) return [piece('none', morning)]
  return [...(morning ? [piece('am', morning)] : []), ...(afternoon ? [piece('pm', afternoon)] : [])]
}
