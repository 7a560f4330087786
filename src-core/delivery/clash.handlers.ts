import { saveSetting } from '../access/index.ts'
import { daysFrom, holidayColumns, refuseHolidayTwice } from '../courses/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { planOf } from '../plan/index.ts'
import type { clashContract } from './clash.contract.ts'
import { clashesAt, minded } from './clash.rules.ts'
import type { Clash, ClashKind, ClashLevels, MindedLevel } from './clash.ts'
import { firstFree } from './first-free.ts'
import { columnsOfPlace, planInWork } from './schedule.handlers.ts'
import { listDuty, sessionsOf, trainingsOf } from './schedule.repository.ts'
import type { SessionPlace } from './session.ts'
import { levelsOf, levelsSetting } from './settings.ts'
import { halvesOf } from './training.rules.ts'
import { type ExtraHoliday, yearWorld } from './world.ts'

type FoundClash = {
  readonly sessionId: string
  readonly code: string
  readonly title: string
  readonly date: string
  readonly half: SessionPlace['half']
  readonly clash: Clash
  readonly level: MindedLevel
  readonly accepted: string | null
}

/** Everything that clashes in a year and is not ignored, a pair of sessions once. */
async function clashesOfYear(db: Reader, year: number, levels: ClashLevels): Promise<FoundClash[]> {
  const world = await yearWorld(db, year)
  const trainings = new Map((await trainingsOf(db, year)).map((row) => [row.id, row]))
  const told = new Set<string>()
  const clashes: FoundClash[] = []
  const sessions = await sessionsOf(db, year)
  const byId = new Map(sessions.map((one) => [one.id, one]))
  // Whoever accepts a clash accepts it for both sessions of the pair.
  const reasonFor = (kind: ClashKind, ...ids: readonly (string | null)[]): string | null =>
    ids
      .flatMap((id) => byId.get(id ?? '') ?? [])
      .find(({ clashKinds }) => (JSON.parse(clashKinds) as ClashKind[]).includes(kind))?.clashReason ?? null
  for (const session of sessions) {
    const place = world.placed.get(session.id)
    const training = trainings.get(session.trainingId)
    if (!place || !training) continue
    const people = world.people(training.id)
    for (const clash of minded(clashesAt({ id: session.id, trainingId: training.id, people }, place, world), levels)) {
      const level = levels[clash.kind]
      if (level === 'IGNORE') continue
      const pair = `${clash.kind} ${[session.id, clash.sessionId ?? clash.name].sort().join(' ')}`
      if (clash.sessionId !== null && told.has(pair)) continue
      told.add(pair)
      clashes.push({
        ...{ sessionId: session.id, code: training.code, title: training.name, date: place.date, half: place.half },
        ...{ clash, level, accepted: reasonFor(clash.kind, session.id, clash.sessionId) },
      })
    }
  }
  return clashes.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

/** Refuses to publish a plan while its schedule has clashes that are not to go out and that nobody has accepted. */
export async function refuseBlockedClashes(db: Reader, planId: string): Promise<void> {
  const { year } = await planOf(db, planId)
  const clashes = await clashesOfYear(db, year, await levelsOf(db))
  const blocking = clashes.filter(({ level, accepted }) => level !== 'WARN' && accepted === null)
  if (blocking.length > 0) breaksRule('clashesBlockPublishing', { count: blocking.length })
}

type HolidayAsked = {
  readonly planId: string
  readonly from: string
  readonly to: string
  readonly half: SessionPlace['half']
}

const longestHoliday = 31

/** Sessions that a holiday hits in the order of their days, each with its first place after it; what is moved counts for the next. */
async function hitsOf(db: Reader, { planId, from, to, half }: HolidayAsked, name: string, only?: ReadonlySet<string>) {
  if (to < from) breaksRule('spanReversed')
  const days = [...daysFrom(from, to)]
  if (days.length > longestHoliday) breaksRule('spanTooLong', { days: longestHoliday })
  const { year } = await planInWork(db, planId)
  const world = await yearWorld(
    db,
    year,
    days.map((date): ExtraHoliday => ({ date, half, name })),
  )
  const levels = await levelsOf(db)
  const trainings = new Map((await trainingsOf(db, year)).map((row) => [row.id, row]))
  const sessions = (await sessionsOf(db, year))
    .filter((one) => one.date !== null && from <= one.date && one.date <= to && (only?.has(one.id) ?? true))
    .filter((one) => halvesOf(one.half ?? 'none').some((part) => half === 'none' || half === part))
    .sort((one, other) => ((one.date ?? '') < (other.date ?? '') ? -1 : 1))
  for (const { id } of sessions) world.put(id, null)
  return sessions.flatMap((session) => {
    const training = trainings.get(session.trainingId)
    if (!training || session.date === null) return []
    const { roomId, trainerId, trainingId, halfDays } = session
    const before: SessionPlace = { date: session.date, half: session.half ?? 'none', roomId, trainerId }
    const wanted = { id: session.id, trainingId, halfDays, topicId: training.topicId }
    const after = firstFree(wanted, before, to, world, levels)
    world.put(session.id, after)
    const { code, name: title } = training
    return [
      { sessionId: session.id, code, title, ordinal: session.ordinal, people: world.people(trainingId), before, after },
    ]
  })
}

export const clashHandlers: Handlers<typeof clashContract> = {
  clashLevels: ({ db }) => levelsOf(db),

  saveClashLevels: async ({ write, input }) => {
    await saveSetting(write, levelsSetting, JSON.stringify(input))
    return input
  },

  clashes: async ({ db, input }) => {
    const { year } = await planOf(db, input.planId)
    return clashesOfYear(db, year, await levelsOf(db))
  },

  holidayHits: ({ db, input }) => hitsOf(db, input, ''),

  enterHoliday: async ({ db, write, input, commandId }) => {
    const { from, to, half, name, kind } = input
    const days = [...daysFrom(from, to)].map((date) => ({ date, name, nameEn: null, kind, half, announced: true }))
    await refuseHolidayTwice(db, days)
    const hits = await hitsOf(db, input, name, new Set(input.sessionIds))
    await write.insertMany(
      'holiday',
      days.map((day) => ({ ...holidayColumns(day), id: write.newId() })),
    )
    const accepted = { clashKinds: '[]', clashReason: null }
    const moved = await write.updateMany(
      'session',
      hits.flatMap(({ sessionId, after }) =>
        after === null ? [] : [{ id: sessionId, patch: { ...columnsOfPlace(after), ...accepted } }],
      ),
    )
    return { commandId, days: days.length, moved, left: hits.filter(({ after }) => after === null).length }
  },

  duty: ({ db }) => listDuty(db),

  addDuty: async ({ write, input, commandId }) => {
    if (input.toDate < input.fromDate) breaksRule('spanReversed')
    return { commandId, id: await write.insert('unitDuty', input) }
  },

  removeDuty: async ({ db, write, input, commandId }) => {
    const known = new Set((await listDuty(db)).map(({ id }) => id))
    for (const id of input.ids) found(known.has(id) || undefined, 'unitDuty', id)
    return { commandId, removed: await write.removeMany('unitDuty', input.ids) }
  },
}
