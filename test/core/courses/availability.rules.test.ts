import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeAvailability, type Span, statedFor } from '../../../src-core/courses/availability.rules.ts'
import type { Availability, AvailabilityChange } from '../../../src-core/courses/availability.ts'
import { addDays, daysFrom, weekdayOf } from '../../../src-core/courses/days.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]

const change = (fromDate: string, toDate: string, rest: Partial<AvailabilityChange> = {}): AvailabilityChange => ({
  fromDate,
  toDate,
  half: 'none',
  kind: 'available',
  note: null,
  weekdays: everyDay,
  ...rest,
})

const apply = (entries: readonly Availability[], wanted: AvailabilityChange): Availability[] => {
  const { remove, add } = changeAvailability(entries, wanted)
  const kept = entries.filter((entry) => !remove.includes(entry.id))
  return [...kept, ...add.map((span, at) => ({ ...span, id: `${kept.length}-${at}-${span.fromDate}${span.half}` }))]
}

const spans = (entries: readonly Availability[]): readonly Span[] =>
  entries
    .map(({ id: _, ...span }) => span)
    .sort((a, b) => `${a.fromDate}${a.half}`.localeCompare(`${b.fromDate}${b.half}`))

test('days in a row that say the same are one entry', () => {
  const first = apply([], change('2027-01-04', '2027-01-08'))
  const more = apply(first, change('2027-01-09', '2027-01-10'))
  expect(spans(more)).toEqual([
    { fromDate: '2027-01-04', toDate: '2027-01-10', half: 'none', kind: 'available', note: null },
  ])
})

test('an afternoon taken back leaves the morning of that day and the days around it', () => {
  const stated = apply([], change('2027-01-04', '2027-01-06'))
  const left = apply(stated, change('2027-01-05', '2027-01-05', { half: 'pm', kind: 'clear' }))
  expect(spans(left)).toEqual([
    { fromDate: '2027-01-04', toDate: '2027-01-04', half: 'none', kind: 'available', note: null },
    { fromDate: '2027-01-05', toDate: '2027-01-05', half: 'am', kind: 'available', note: null },
    { fromDate: '2027-01-06', toDate: '2027-01-06', half: 'none', kind: 'available', note: null },
  ])
})

test('only the chosen weekdays of a span are stated', () => {
  const entries = apply([], change('2027-01-01', '2027-01-31', { weekdays: [2] }))
  expect(spans(entries).map((entry) => entry.fromDate)).toEqual([
    '2027-01-05',
    '2027-01-12',
    '2027-01-19',
    '2027-01-26',
  ])
})

test('saying again what is already said touches nothing', () => {
  const stated = apply([], change('2027-01-04', '2027-03-31', { note: 'Salı hariç' }))
  expect(changeAvailability(stated, change('2027-01-10', '2027-01-20', { note: 'Salı hariç' }))).toEqual({
    remove: [],
    add: [],
  })
})

const first = '2027-01-01'
const day = fc.integer({ min: 0, max: 40 }).map((count) => addDays(first, count))
const changes = fc.array(
  fc
    .record({
      fromDate: day,
      toDate: day,
      half: fc.constantFrom('none', 'am', 'pm'),
      kind: fc.constantFrom('available', 'unavailable', 'clear'),
      note: fc.constantFrom(null, 'a', 'b'),
      weekdays: fc.subarray(everyDay, { minLength: 1 }),
    })
    .filter((one) => one.fromDate <= one.toDate),
  { maxLength: 12 },
)

test('whatever is stated in whatever order, every half day says what was said of it last, and only once', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const model = new Map<string, string>()
      let entries: Availability[] = []
      for (const one of list) {
        entries = apply(entries, one)
        for (const date of daysFrom(one.fromDate, one.toDate)) {
          if (!one.weekdays.includes(weekdayOf(date))) continue
          for (const half of one.half === 'none' ? ['am', 'pm'] : [one.half]) {
            if (one.kind === 'clear') model.delete(date + half)
            else model.set(date + half, `${one.kind} ${one.note}`)
          }
        }
      }
      for (const date of daysFrom(first, addDays(first, 40))) {
        for (const half of ['am', 'pm'] as const) {
          const said = statedFor(entries, date, half)
          expect(said && `${said.kind} ${said.note}`).toBe(model.get(date + half))
          const speaking = entries.filter(
            (entry) => entry.fromDate <= date && date <= entry.toDate && (entry.half === 'none' || entry.half === half),
          )
          expect(speaking.length).toBeLessThanOrEqual(1)
        }
      }
    }),
    { numRuns: 300 },
  )
})
