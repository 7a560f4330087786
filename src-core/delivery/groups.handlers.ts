import type { Handlers } from '../database/dispatcher.ts'
import type { TrainingTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import type { groupsContract } from './groups.contract.ts'
import { enrolmentOf, reservedSeatsOf, seatedOf, sessionsOfPerson } from './groups.repository.ts'
import { freeSeats } from './groups.rules.ts'
import { planInWork } from './schedule.handlers.ts'
import { sessionsOf, trainingById, trainingsOf } from './schedule.repository.ts'
import { levelsOf } from './settings.ts'
import { halvesOf } from './training.rules.ts'

/** The groups of one line with who sits in them and what is kept. */
async function groupsOfLine(db: Reader, { year, lineNo }: Pick<TrainingTable, 'year' | 'lineNo'>) {
  const trainings = (await trainingsOf(db, year)).filter((one) => one.lineNo === lineNo)
  const reserved = Map.groupBy(await reservedSeatsOf(db, year, lineNo), ({ trainingId }) => trainingId)
  const seated = Map.groupBy(await seatedOf(db, year, lineNo), ({ trainingId }) => trainingId)
  return trainings.map((training) => ({
    training,
    reservedSeats: reserved.get(training.id) ?? [],
    seats: training.seats,
    byUnit: new Map((seated.get(training.id) ?? []).map(({ unitId, people }) => [unitId, people])),
    reserved: new Map((reserved.get(training.id) ?? []).map(({ unitId, seats }) => [unitId, seats])),
  }))
}

const peopleIn = (byUnit: ReadonlyMap<string, number>): number =>
  [...byUnit.values()].reduce((sum, count) => sum + count, 0)

/** Sessions elsewhere that a person would miss in another group of the same line. */
async function clashesIn(db: Reader, year: number, personId: string, from: string, to: readonly string[]) {
  const elsewhere = (await sessionsOfPerson(db, year, personId)).filter(({ trainingId }) => trainingId !== from)
  const wanted = new Set(to)
  const sessions = (await sessionsOf(db, year)).filter(
    ({ trainingId, date }) => wanted.has(trainingId) && date !== null,
  )
  return new Map(
    to.map((id) => [
      id,
      sessions
        .filter(({ trainingId }) => trainingId === id)
        .flatMap(({ date, half }) =>
          elsewhere.filter(
            (other) =>
              other.date === date && halvesOf(half ?? 'none').some((part) => halvesOf(other.half).includes(part)),
          ),
        )
        .map(({ code, date, half }) => ({ code, date, half })),
    ]),
  )
}

const trainingOf = async (db: Reader, id: string): Promise<TrainingTable> =>
  found(await trainingById(db, id), 'training', id)

export const groupsHandlers: Handlers<typeof groupsContract> = {
  groups: async ({ db, input }) => {
    const training = await trainingOf(db, input.trainingId)
    const groups = await groupsOfLine(db, training)
    return {
      lineNo: training.lineNo,
      mix: training.mix,
      groups: groups.map(({ training: { id, code, seats }, byUnit, reservedSeats }) => ({
        trainingId: id,
        code,
        seats,
        people: peopleIn(byUnit),
        reserved: reservedSeats.map(({ unitId, unit, seats: kept }) => ({ unitId, unit, seats: kept })),
      })),
    }
  },

  otherGroups: async ({ db, input }) => {
    const training = await trainingOf(db, input.trainingId)
    const enrolment = await enrolmentOf(db, training.year, training.lineNo, input.personId)
    const { unitId } = found(enrolment, 'enrolment', input.personId)
    const others = (await groupsOfLine(db, training)).filter((one) => one.training.id !== training.id)
    const ids = others.map((one) => one.training.id)
    const clashes = await clashesIn(db, training.year, input.personId, training.id, ids)
    return others.map((one) => ({
      trainingId: one.training.id,
      code: one.training.code,
      free: freeSeats(one, unitId),
      clashes: clashes.get(one.training.id) ?? [],
    }))
  },

  setMix: async ({ db, write, input, commandId }) => {
    const plan = await planInWork(db, input.planId)
    const groups = (await trainingsOf(db, plan.year)).filter(({ lineNo }) => lineNo === input.lineNo)
    const changed = await write.updateMany(
      'training',
      groups.filter(({ mix }) => mix !== input.mix).map(({ id }) => ({ id, patch: { mix: input.mix } })),
    )
    return { commandId, changed }
  },

  reserveSeats: async ({ db, write, input, commandId }) => {
    const plan = await planInWork(db, input.planId)
    const training = await trainingOf(db, input.trainingId)
    if (training.year !== plan.year) breaksRule('trainingOfOtherPlan')
    const wanted = new Map(input.seats.map(({ unitId, seats }) => [unitId, seats]))
    if (wanted.size !== input.seats.length) breaksRule('unitTwice')
    const sum = [...wanted.values()].reduce((total, seats) => total + seats, 0)
    if (sum > training.seats) breaksRule('reservedTooMany', { count: sum, seats: training.seats })
    const standing = (await reservedSeatsOf(db, training.year, training.lineNo)).filter(
      ({ trainingId }) => trainingId === training.id,
    )
    const known = new Set(standing.map(({ unitId }) => unitId))
    const removed = await write.removeMany(
      'reservedSeat',
      standing.filter(({ unitId }) => !wanted.has(unitId)).map(({ id }) => id),
    )
    const changed = await write.updateMany(
      'reservedSeat',
      standing.flatMap(({ id, unitId, seats }) => {
        const next = wanted.get(unitId)
        return next === undefined || next === seats ? [] : [{ id, patch: { seats: next } }]
      }),
    )
    const added = await write.insertMany(
      'reservedSeat',
      input.seats
        .filter(({ unitId }) => !known.has(unitId))
        .map((one) => ({ ...one, id: write.newId(), trainingId: training.id })),
    )
    return { commandId, changed: removed + changed + added }
  },

  movePerson: async ({ db, write, input, commandId }) => {
    const plan = await planInWork(db, input.planId)
    const from = await trainingOf(db, input.from)
    const to = await trainingOf(db, input.to)
    if (from.year !== plan.year) breaksRule('trainingOfOtherPlan')
    if (from.year !== to.year || from.lineNo !== to.lineNo) breaksRule('groupOfOtherLine')
    const enrolment = found(await enrolmentOf(db, from.year, from.lineNo, input.personId), 'enrolment', input.personId)
    if (enrolment.trainingId !== from.id) breaksRule('personNotInGroup', { code: from.code })
    if (from.id === to.id) return { commandId, changed: 0 }
    const group = (await groupsOfLine(db, to)).find((one) => one.training.id === to.id)
    if (!group || freeSeats(group, enrolment.unitId) === 0) breaksRule('groupFull', { code: to.code, seats: to.seats })
    const clashes = (await clashesIn(db, from.year, input.personId, from.id, [to.id])).get(to.id) ?? []
    const levels = await levelsOf(db)
    const [first] = clashes
    if (first && levels.participant === 'BLOCK' && input.reason === null)
      breaksRule('personClashes', { count: clashes.length, code: first.code })
    const changed = await write.update('enrolment', enrolment.id, { trainingId: to.id })
    return { commandId, changed: changed ? 1 : 0 }
  },
}
