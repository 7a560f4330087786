import { saveSetting } from '../access/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import { sha256 } from '../kernel/hash.ts'
import type { Ports } from '../kernel/ports.ts'
import { type PlacedYear, placedYearSchema } from './placing/schedule.ts'
import type { placingContract } from './placing.contract.ts'
import { isGuest, lineNoOf, problemOf } from './problem.ts'
import { roomsFor, trainersFor } from './resources.repository.ts'
import { columnsOfPlace, planInWork } from './schedule.handlers.ts'
import { enrolmentsOf, sessionsOf, trainingsOf } from './schedule.repository.ts'
import type { SessionPlace } from './session.ts'
import { placingSetting, placingSettingsOf } from './settings.ts'

/** A result as it is kept until somebody takes it over. */
type Proposal = {
  readonly planId: string
  /** What it was searched over; another hash means that something changed since. */
  readonly basis: string
  readonly placements: readonly (SessionPlace & { readonly sessionId: string })[]
  readonly seats: readonly { readonly personId: string; readonly lineNo: number; readonly trainingId: string }[]
}

async function basisOf(db: Reader, year: number): Promise<string> {
  const rows = [...(await trainingsOf(db, year)), ...(await sessionsOf(db, year)), ...(await enrolmentsOf(db, year))]
  return sha256(rows.map(({ id, rowVersion }) => `${id} ${rowVersion}`).join('\n'))
}

const placesOf = (year: PlacedYear) =>
  year.placements.map(({ sessionId, date, half, roomId, trainerId }) => ({
    ...{ sessionId, date, half, roomId },
    trainerId: isGuest(trainerId) ? null : trainerId,
  }))

async function keptProposal(ports: Ports, planId: string, hash: string): Promise<Proposal> {
  const bytes = found(await ports.files.get(hash), 'placing', hash)
  const proposal: Proposal = JSON.parse(new TextDecoder().decode(bytes))
  if (proposal.planId !== planId) breaksRule('proposalOfOtherPlan')
  return proposal
}

const same = (one: SessionPlace, other: SessionPlace): boolean =>
  one.date === other.date && one.half === other.half && one.roomId === other.roomId && one.trainerId === other.trainerId

const mostNamed = 400

export const placingHandlers: Handlers<typeof placingContract> = {
  placingSettings: ({ db }) => placingSettingsOf(db),

  savePlacingSettings: async ({ write, input }) => {
    await saveSetting(write, placingSetting, JSON.stringify(input))
    return input
  },

  place: async ({ db, input, now, ports, report, signal }) => {
    const { run, keep, settings } = input
    const plan = await planInWork(db, input.planId)
    report({ stage: 'readingPlan', done: 0, total: 0 })
    const problem = await problemOf(db, plan, { settings, today: istanbulDate(now), keep })
    const total = problem.trainings.reduce((sum, { sessions }) => sum + sessions.length, 0)
    if (total === 0) breaksRule('nothingToPlace')
    const basis = await basisOf(db, plan.year)
    const { seed, effort } = settings
    const answer = await ports.planner.place(problem, {
      ...{ seed, effort, run, signal },
      onProgress: ({ stage, placed, sessions, ...details }) =>
        report({ stage, done: placed, total: sessions, details }),
    })
    // Whoever gave up the call gets no answer; whoever stopped the run gets the best so far.
    if (signal.aborted) throw new OperationError('CANCELLED', {})
    const year = placedYearSchema.parse(answer)
    const placements = placesOf(year)
    const seats = year.seats.map(({ personId, lineId, trainingId }) => ({
      personId,
      lineNo: lineNoOf(lineId),
      trainingId,
    }))
    const proposal: Proposal = { planId: plan.id, basis, placements, seats }
    const before = new Map((await sessionsOf(db, plan.year)).map((one) => [one.id, one]))
    const names = await namesFor(db, plan.year)
    const trainings = new Map((await trainingsOf(db, plan.year)).map((one) => [one.id, one]))
    const lines = Map.groupBy(trainings.values(), ({ lineNo }) => lineNo)
    const ungrouped = Map.groupBy(year.ungrouped, ({ lineId, reason }) => `${lineId} ${reason}`)
    return {
      proposal: await ports.files.put(new TextEncoder().encode(JSON.stringify(proposal))),
      sessions: total,
      placed: placements.length,
      people: problem.enrolments.length,
      grouped: seats.length,
      moved: placements.filter((after) => {
        const one = before.get(after.sessionId)
        return one?.date != null && !same({ ...one, date: one.date, half: one.half ?? 'none' }, after)
      }).length,
      unplaced: year.unplaced
        .slice(0, mostNamed)
        .map(({ sessionId, trainingId, obstacle, resourceIds, until, firstFree }) => ({
          ...{ sessionId, obstacle, until, firstFree },
          code: trainings.get(trainingId)?.code ?? '',
          name: trainings.get(trainingId)?.name ?? '',
          ordinal: before.get(sessionId)?.ordinal ?? 0,
          names: resourceIds.flatMap((id) => names.get(id) ?? []),
        })),
      ungrouped: [...ungrouped.values()].slice(0, mostNamed).flatMap((own) => {
        const [first] = own
        const training = first && lines.get(lineNoOf(first.lineId))?.[0]
        return first && training
          ? [{ code: training.code.slice(0, -3), name: training.name, reason: first.reason, persons: own.length }]
          : []
      }),
      objective: year.objective,
      stopped: year.stopped,
      seed,
    }
  },

  stopPlacing: async ({ input, ports }) => {
    ports.planner.stop(input.run)
    return { asked: true }
  },

  proposal: async ({ db, input, ports }) => {
    const { placements } = await keptProposal(ports, input.planId, input.proposal)
    const { year } = await planInWork(db, input.planId)
    const after = new Map(placements.map(({ sessionId, ...place }) => [sessionId, place]))
    const trainings = new Map((await trainingsOf(db, year)).map((row) => [row.id, row]))
    return (await sessionsOf(db, year)).map(({ id, trainingId, ordinal, date, half, roomId, trainerId }) => ({
      sessionId: id,
      code: trainings.get(trainingId)?.code ?? '',
      name: trainings.get(trainingId)?.name ?? '',
      ordinal,
      before: date === null ? null : { date, half: half ?? ('none' as const), roomId, trainerId },
      after: after.get(id) ?? null,
    }))
  },

  takeOver: async ({ db, write, input, ports, commandId }) => {
    const plan = await planInWork(db, input.planId)
    const { basis, placements, seats } = await keptProposal(ports, plan.id, input.proposal)
    if ((await basisOf(db, plan.year)) !== basis) breaksRule('scheduleChangedSince')
    const places = new Map(placements.map(({ sessionId, ...place }) => [sessionId, place]))
    const patches = (await sessionsOf(db, plan.year)).flatMap((one) => {
      const place = places.get(one.id) ?? null
      const stays =
        one.date !== null && place !== null && same({ ...one, date: one.date, half: one.half ?? 'none' }, place)
      return stays ? [] : [{ id: one.id, patch: { ...columnsOfPlace(place), clashKinds: '[]', clashReason: null } }]
    })
    const groups = new Map(seats.map(({ personId, lineNo, trainingId }) => [`${lineNo} ${personId}`, trainingId]))
    const people = (await enrolmentsOf(db, plan.year)).map(({ id, lineNo, personId }) => ({
      id,
      patch: { trainingId: groups.get(`${lineNo} ${personId}`) ?? null },
    }))
    return {
      commandId,
      sessions: await write.updateMany('session', patches),
      people: await write.updateMany('enrolment', people),
    }
  },
}

/** What rooms and trainers are called. */
async function namesFor(db: Reader, year: number): Promise<ReadonlyMap<string, string>> {
  const none = new Set<string>()
  const rooms = await roomsFor(db, none)
  const trainers = await trainersFor(db, `${year}-01-01`, `${year}-12-31`, none)
  return new Map([...rooms, ...trainers].map(({ id, name }) => [id, name]))
}
