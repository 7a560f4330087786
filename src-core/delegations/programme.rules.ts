import { fold } from '../kernel/turkish.ts'
import type { ItemKind, ProgrammeContext, ProgrammeItem } from './programme.ts'

/** Minutes after which a group must have eaten (product 4.2). */
const longestWithoutMeal = 300

/** Most lesson hours of a day, in tenths (product 4.2). */
const mostLessonTenths = 80

/** Minutes of a lesson hour. */
const lessonMinutes = 45

const lessonKinds: ReadonlySet<ItemKind> = new Set(['theory', 'workshop', 'siteVisit', 'technicalDemo', 'exam'])

const unhostedKinds: ReadonlySet<ItemKind> = new Set(['meal', 'transfer', 'free'])

/** Whether hours of this kind count for the certificate. */
export const countsForCertificate = (kind: ItemKind): boolean => lessonKinds.has(kind)

/** Whether somebody must receive the group. */
export const needsHost = (kind: ItemKind): boolean => !unhostedKinds.has(kind)

/** Lesson hours, in tenths, that a slot of these minutes is usually worth; none where its kind does not count. */
export const usualLessonTenths = (kind: ItemKind, minutes: number): number =>
  countsForCertificate(kind) ? Math.floor(minutes / lessonMinutes) * 10 : 0

/** `09:30` of minute 570. */
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export const problemKinds = [
  'outsideDates',
  'timesReversed',
  'overlap',
  'placeMissing',
  'travelUnknown',
  'travelBelowTable',
  'travelShort',
  'hostMissing',
  'hostNotConfirmed',
  'mealMissing',
  'tooManyLessonHours',
  'holidayNotAgreed',
  'siteClosed',
  'siteTimeShort',
  'tooManyPeople',
] as const

export type ProblemKind = (typeof problemKinds)[number]

/** A rule that a programme breaks. What blocks keeps it from being ready; the rest is worth a look. */
export type Problem = {
  readonly kind: ProblemKind
  readonly ids: readonly string[]
  readonly date: string
  readonly blocks: boolean
  readonly values: Readonly<Record<string, string | number>>
}

/** What the rules look at in a slot. */
export type Slot = Pick<
  ProgrammeItem,
  | 'id'
  | 'groupNo'
  | 'kind'
  | 'titleTr'
  | 'date'
  | 'startMinute'
  | 'endMinute'
  | 'lessonHoursTenths'
  | 'siteId'
  | 'place'
  | 'hostUnit'
  | 'hostPerson'
  | 'hostState'
  | 'travelBefore'
  | 'holidayAgreed'
> & { readonly details: { readonly maxGroup: number | null } }

const placeKey = ({ siteId, place }: Slot): string | undefined =>
  siteId !== null ? `site:${siteId}` : place !== null ? `place:${fold(place)}` : undefined

/** Minutes between two sites by the table, whichever way it was entered. */
export function travelMinutes(travel: ProgrammeContext['travel'], from: string, to: string): number | undefined {
  const known = travel.find(
    (one) => (one.fromSiteId === from && one.toSiteId === to) || (one.fromSiteId === to && one.toSiteId === from),
  )
  return known?.minutes
}

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

const byTime = (a: Slot, b: Slot): number => a.startMinute - b.startMinute || a.endMinute - b.endMinute

/** Everything that the rules of product 4.2 hold against a programme, day by day. */
export function problemsOf(slots: readonly Slot[], context: ProgrammeContext): readonly Problem[] {
  const problems = new Map<string, Problem>()
  const add = (problem: Problem) => {
    const key = `${problem.kind} ${problem.date} ${problem.ids.join()}`
    if (!problems.has(key)) problems.set(key, problem)
  }
  for (const slot of slots) for (const problem of problemsOfSlot(slot, context)) add(problem)
  const dates = [...new Set(slots.map(({ date }) => date))].sort()
  for (const date of dates) {
    for (let group = 1; group <= context.parallelGroups; group++) {
      const day = slots.filter((slot) => slot.date === date && (slot.groupNo === 0 || slot.groupNo === group))
      for (const problem of problemsOfDay(day.toSorted(byTime), date, context)) add(problem)
    }
  }
  return [...problems.values()].sort((a, b) => Number(b.blocks) - Number(a.blocks) || (a.date < b.date ? -1 : 1))
}

function problemsOfSlot(slot: Slot, context: ProgrammeContext): Problem[] {
  const { id, date, kind } = slot
  const problems: Problem[] = []
  const add = (found: ProblemKind, blocks: boolean, values: Problem['values'] = {}) =>
    problems.push({ kind: found, ids: [id], date, blocks, values: { title: slot.titleTr, ...values } })
  if (slot.endMinute <= slot.startMinute) add('timesReversed', true)
  if (date < context.fromDate || date > context.toDate) add('outsideDates', true)
  if (needsHost(kind)) {
    if (placeKey(slot) === undefined) add('placeMissing', true)
    if (slot.hostUnit === null || slot.hostPerson === null) add('hostMissing', true)
    else if (slot.hostState !== 'ACCEPTED') add('hostNotConfirmed', true)
    const holiday = context.holidays.find((one) => one.date === date && touches(one.half, slot))
    if (!slot.holidayAgreed && (weekdayOf(date) === 7 || holiday))
      add('holidayNotAgreed', true, { day: holiday?.name ?? '' })
  }
  const site = context.sites.find((one) => one.id === slot.siteId)
  const most = Math.min(slot.details.maxGroup ?? Number.POSITIVE_INFINITY, site?.capacity ?? Number.POSITIVE_INFINITY)
  const persons = slot.groupNo === 0 ? context.persons : Math.ceil(context.persons / context.parallelGroups)
  if (persons > most) add('tooManyPeople', false, { persons, most })
  if (site && !site.weekdays.includes(weekdayOf(date))) add('siteClosed', false)
  const minutes = slot.endMinute - slot.startMinute
  if (site && kind === 'siteVisit' && minutes > 0 && minutes < site.minutesOnSite)
    add('siteTimeShort', false, { minutes, usual: site.minutesOnSite })
  return problems
}

const noon = 13 * 60

const touches = (half: 'none' | 'am' | 'pm', { startMinute, endMinute }: Slot): boolean =>
  half === 'none' || (half === 'am' ? startMinute < noon : endMinute > noon)

function problemsOfDay(day: readonly Slot[], date: string, context: ProgrammeContext): Problem[] {
  const problems: Problem[] = []
  for (const [at, slot] of day.entries()) {
    for (const other of day.slice(at + 1)) {
      if (other.startMinute >= slot.endMinute) continue
      const values = { title: slot.titleTr, other: other.titleTr }
      problems.push({ kind: 'overlap', ids: [slot.id, other.id], date, blocks: true, values })
    }
  }
  const tenths = day.reduce((sum, slot) => sum + (countsForCertificate(slot.kind) ? slot.lessonHoursTenths : 0), 0)
  if (tenths > mostLessonTenths)
    problems.push({
      kind: 'tooManyLessonHours',
      ids: day.filter(({ kind }) => countsForCertificate(kind)).map(({ id }) => id),
      date,
      blocks: true,
      values: { hours: tenths / 10, most: mostLessonTenths / 10 },
    })
  return [...problems, ...travelProblems(day, date, context), ...mealProblems(day, date)]
}

/** From place to place: enough time on the way, by the table or by what was typed. */
function travelProblems(day: readonly Slot[], date: string, { travel }: ProgrammeContext): Problem[] {
  const problems: Problem[] = []
  const placed = day.filter((slot) => slot.kind !== 'transfer' && placeKey(slot) !== undefined)
  for (const [at, slot] of placed.entries()) {
    const next = placed[at + 1]
    if (!next || placeKey(slot) === placeKey(next) || next.startMinute < slot.endMinute) continue
    const table =
      slot.siteId !== null && next.siteId !== null ? travelMinutes(travel, slot.siteId, next.siteId) : undefined
    const need = next.travelBefore ?? table
    const values = { title: next.titleTr, from: slot.titleTr }
    const ids = [slot.id, next.id]
    if (need === undefined) {
      problems.push({ kind: 'travelUnknown', ids, date, blocks: true, values })
      continue
    }
    if (table !== undefined && need < table)
      problems.push({ kind: 'travelBelowTable', ids, date, blocks: true, values: { ...values, need, table } })
    const gap = next.startMinute - slot.endMinute
    const least = Math.max(need, table ?? 0)
    if (gap < least)
      problems.push({ kind: 'travelShort', ids, date, blocks: true, values: { ...values, gap, need: least } })
  }
  return problems
}

/** Nobody goes longer than five hours of programme without a meal. */
function mealProblems(day: readonly Slot[], date: string): Problem[] {
  const [first] = day
  if (!first) return []
  const problems: Problem[] = []
  let since = first.startMinute
  for (const slot of day) {
    const until = slot.kind === 'meal' ? slot.startMinute : slot.endMinute
    if (until - since > longestWithoutMeal) {
      const values = { title: slot.titleTr, hours: longestWithoutMeal / 60 }
      problems.push({ kind: 'mealMissing', ids: [slot.id], date, blocks: true, values })
      since = slot.endMinute
    }
    if (slot.kind === 'meal') since = slot.endMinute
  }
  return problems
}

/** Lesson hours, in tenths, that one group gets of a programme. */
export const lessonTenthsOf = (slots: readonly Slot[], group: number): number =>
  slots
    .filter((slot) => countsForCertificate(slot.kind) && (slot.groupNo === 0 || slot.groupNo === group))
    .reduce((sum, slot) => sum + slot.lessonHoursTenths, 0)
