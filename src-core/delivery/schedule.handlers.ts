import type { Handlers } from '../database/dispatcher.ts'
import type { SessionTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { undoCommand } from '../imports/index.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fullName } from '../people/index.ts'
import { loggedCommand, type Plan, planOf } from '../plan/index.ts'
import { clashesAt, hardest, minded } from './clash.rules.ts'
import { makeTrainings } from './make.ts'
import { holidaysFrom, roomsFor, trainersFor } from './resources.repository.ts'
import type { scheduleContract } from './schedule.contract.ts'
import {
  attendeesOf,
  busyOf,
  dutyOfTraining,
  peopleCounts,
  sessionById,
  sessionsOf,
  trainingById,
  trainingsOf,
} from './schedule.repository.ts'
import type { Session, SessionPlace } from './session.ts'
import { levelsOf } from './settings.ts'
import { halfFor, hoursOf } from './training.rules.ts'
import { yearWorld } from './world.ts'

/** Commands that an officer may take back. */
const undoable: ReadonlySet<string> = new Set(
  [
    'makeTrainings',
    'takeOver',
    'moveSession',
    'pinSessions',
    'enterHoliday',
    'addDuty',
    'removeDuty',
    'setMix',
    'reserveSeats',
    'movePerson',
  ].map((name) => `delivery.${name}`),
)

const toSession = (row: SessionTable): Session => ({
  id: row.id,
  rowVersion: row.rowVersion,
  trainingId: row.trainingId,
  ordinal: row.ordinal,
  halfDays: row.halfDays,
  date: row.date,
  half: row.half,
  startMin: row.startMin,
  endMin: row.endMin,
  roomId: row.roomId,
  trainerId: row.trainerId,
  pinned: row.pinned === 1,
  clashReason: row.clashReason,
})

/** The columns of a place; a session without one has none of them. */
export const columnsOfPlace = (place: SessionPlace | null) =>
  place === null
    ? { date: null, half: null, startMin: null, endMin: null, roomId: null, trainerId: null }
    : { ...place, ...hoursOf(place.half) }

/** The plan, while its year goes on; the schedule is no part of what is approved, so an approved plan has it changed too. */
export async function planInWork(db: Reader, planId: string): Promise<Plan> {
  const plan = await planOf(db, planId)
  if (plan.state === 'CLOSED' || plan.state === 'SUPERSEDED') breaksRule('scheduleClosed')
  return plan
}

export const scheduleHandlers: Handlers<typeof scheduleContract> = {
  board: async ({ db, input }) => {
    const { year } = await planOf(db, input.planId)
    const [from, to] = [`${year}-01-01`, `${year}-12-31`]
    const people = await peopleCounts(db, year)
    const trainings = await trainingsOf(db, year)
    const sessions = (await sessionsOf(db, year)).map(toSession)
    const trainers = await trainersFor(db, from, to, new Set(sessions.flatMap(({ trainerId }) => trainerId ?? [])))
    return {
      year,
      trainings: trainings.map(({ id, code, name, lineNo, topicId, seats, mode }) => ({
        ...{ id, code, name, lineNo, topicId, seats, mode },
        people: people.get(id) ?? 0,
      })),
      sessions,
      rooms: await roomsFor(db, new Set(sessions.flatMap(({ roomId }) => roomId ?? []))),
      trainers: trainers.map(({ personId: _, ...trainer }) => trainer),
      holidays: await holidaysFrom(db, from, to),
    }
  },

  makeTrainings: async ({ db, write, input, commandId, report }) => {
    const plan = await planInWork(db, input.planId)
    report({ stage: 'makingTrainings', done: 0, total: 0 })
    return { commandId, ...(await makeTrainings(write, plan)) }
  },

  around: async ({ db, input }) => {
    const training = found(await trainingById(db, input.trainingId), 'training', input.trainingId)
    return { busy: await busyOf(db, training), duty: await dutyOfTraining(db, training.id) }
  },

  attendees: async ({ db, input }) =>
    (await attendeesOf(db, input.trainingId)).map(({ id, registryNo, unit, ...person }) => ({
      ...{ id, registryNo, unit },
      name: fullName(person),
    })),

  moveSession: async ({ db, write, input, commandId }) => {
    const { id, rowVersion, reason } = input
    const session = found(await sessionById(db, id), 'session', id)
    const training = found(await trainingById(db, session.trainingId), 'training', session.trainingId)
    const place = input.place && { ...input.place, half: halfFor(session.halfDays, input.place.half) }
    if (place && Number(place.date.slice(0, 4)) !== training.year)
      breaksRule('sessionOutsideYear', { year: training.year })
    const accepted = { clashKinds: '[]', clashReason: null as string | null }
    if (place) {
      const world = await yearWorld(db, training.year)
      const levels = await levelsOf(db)
      const people = world.people(training.id)
      const clashes = minded(clashesAt({ id, trainingId: training.id, people }, place, world), levels)
      if (hardest(clashes, levels) === 'BLOCK' && reason === null) breaksRule('clashBlocks', { count: clashes.length })
      if (reason !== null && clashes.length > 0) {
        accepted.clashKinds = JSON.stringify([...new Set(clashes.map(({ kind }) => kind))])
        accepted.clashReason = reason
      }
    }
    const changed = await write.update('session', id, { ...columnsOfPlace(place), ...accepted }, rowVersion)
    return { commandId, sessions: changed ? 1 : 0 }
  },

  pinSessions: async ({ db, write, input, commandId }) => {
    const rows = await Promise.all(input.ids.map((id) => sessionById(db, id)))
    const sessions = rows.map((row, at) => found(row, 'session', input.ids[at]))
    if (input.pinned && sessions.some(({ date }) => date === null)) breaksRule('unplacedNotPinned')
    const pinned = input.pinned ? 1 : 0
    const count = await write.updateMany(
      'session',
      sessions.map(({ id }) => ({ id, patch: { pinned } })),
    )
    return { commandId, sessions: count }
  },

  undo: async ({ db, write, input }) => {
    const logged = found(await loggedCommand(db, input.commandId), 'command', input.commandId)
    if (!undoable.has(logged.operation) || logged.outcome !== 'done') breaksRule('notUndoable')
    const { removed, restored, kept } = await undoCommand(write, input.commandId)
    return { removed, restored, kept: kept.length }
  },
}
