import type { OwnColumns } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { demandKeyText, demandOfLine } from '../needs/index.ts'
import { demandKeyOf, isLive, linesOf, type Plan, type PlanLine, plannedNeeds } from '../plan/index.ts'
import { reservedSeatsOf } from './groups.repository.ts'
import { activePersons, topicFacts } from './resources.repository.ts'
import { enrolmentsOf, sessionsOf, trainingsOf } from './schedule.repository.ts'
import { sessionsFor, trainingCode } from './training.rules.ts'

export type Made = {
  readonly trainings: number
  readonly sessions: number
  readonly enrolments: number
  readonly removed: number
}

/** Lines that are held at a time and place: neither cancelled nor learned alone at a screen. */
export const isHeld = (line: Pick<PlanLine, 'state' | 'mode'>): boolean => isLive(line) && line.mode !== 'eTraining'

/**
 * Brings trainings, sessions and enrolments of a year in line with its plan: what the plan has and nobody made yet is added,
 * what it no longer has is taken away, everything else keeps its place.
 */
export async function makeTrainings(write: Writer, plan: Plan): Promise<Made> {
  const { db } = write
  const lines = (await linesOf(db, plan.id)).filter(isHeld)
  const trainings = await trainingsOf(db, plan.year)
  const byLine = Map.groupBy(trainings, ({ lineNo }) => lineNo)
  const live = new Map(lines.map((line) => [line.lineNo, line]))
  const surplus = new Set(
    [...byLine].flatMap(([lineNo, own]) => own.slice(live.get(lineNo)?.groups ?? 0).map(({ id }) => id)),
  )
  const removed = await removeTrainings(write, plan.year, surplus)
  const codes = new Set(trainings.map(({ code }) => code))
  const topics = await topicFacts(db)
  const added: (OwnColumns<'training'> & { readonly id: string; readonly lessonTenths: number })[] = []
  for (const line of lines) {
    const missing = line.groups - (byLine.get(line.lineNo)?.length ?? 0)
    const topicCode = topics.get(line.topicId ?? '')?.code ?? null
    let group = 1
    for (let at = 0; at < missing; at++) {
      while (codes.has(trainingCode(plan.year, topicCode, line.lineNo, group))) group++
      const code = trainingCode(plan.year, topicCode, line.lineNo, group)
      codes.add(code)
      const mix = byLine.get(line.lineNo)?.[0]?.mix ?? 'any'
      added.push({ ...trainingOf(plan, line, code), mix, id: write.newId() })
    }
  }
  const sessions = added.flatMap(({ id, lessonTenths }) =>
    sessionsFor(lessonTenths).map((shape, at) => ({
      ...unplaced,
      ...shape,
      id: write.newId(),
      trainingId: id,
      ordinal: at + 1,
    })),
  )
  await write.insertMany(
    'training',
    added.map(({ lessonTenths: _, ...row }) => row),
  )
  await write.insertMany('session', sessions)
  const enrolments = await followNeeds(write, plan, lines)
  return { trainings: added.length, sessions: sessions.length, enrolments, removed }
}

const unplaced = {
  date: null,
  half: null,
  startMin: null,
  endMin: null,
  roomId: null,
  trainerId: null,
  pinned: 0,
  clashKinds: '[]',
  clashReason: null,
} as const

const trainingOf = (plan: Plan, line: PlanLine, code: string) => ({
  year: plan.year,
  lineNo: line.lineNo,
  code,
  topicId: line.topicId,
  name: line.name,
  seats: line.groupSize,
  mode: line.mode,
  state: 'DRAFT' as const,
  searchKey: fold(`${code} ${line.name}`),
  sortKey: sortKey(line.name),
  lessonTenths: Math.round(line.lessonHours * 10),
})

async function removeTrainings(write: Writer, year: number, gone: ReadonlySet<string>): Promise<number> {
  if (gone.size === 0) return 0
  const sessions = (await sessionsOf(write.db, year)).filter(({ trainingId }) => gone.has(trainingId))
  const people = (await enrolmentsOf(write.db, year)).filter(({ trainingId }) => gone.has(trainingId ?? ''))
  await write.updateMany(
    'enrolment',
    people.map(({ id }) => ({ id, patch: { trainingId: null } })),
  )
  const kept = (await reservedSeatsOf(write.db, year)).filter(({ trainingId }) => gone.has(trainingId))
  await write.removeMany(
    'reservedSeat',
    kept.map(({ id }) => id),
  )
  await write.removeMany(
    'session',
    sessions.map(({ id }) => id),
  )
  return write.removeMany('training', gone)
}

/** Whoever has a planned need behind a line attends it; whoever no longer has one does not. */
async function followNeeds(write: Writer, plan: Plan, lines: readonly PlanLine[]): Promise<number> {
  const wanted = await personsBehind(write.db, plan, lines)
  const present = await enrolmentsOf(write.db, plan.year)
  const known = new Set(present.map(({ lineNo, personId }) => `${lineNo} ${personId}`))
  const live = new Set(lines.map(({ lineNo }) => lineNo))
  const stays = ({ lineNo, personId, via }: (typeof present)[number]): boolean =>
    live.has(lineNo) && (via !== 'TNA' || plan.cycleId === null || wanted.has(`${lineNo} ${personId}`))
  await write.removeMany(
    'enrolment',
    present.filter((one) => !stays(one)).map(({ id }) => id),
  )
  return write.insertMany(
    'enrolment',
    [...wanted]
      .filter(([key]) => !known.has(key))
      .map(([, { lineNo, personId }]) => ({
        id: write.newId(),
        year: plan.year,
        lineNo,
        personId,
        trainingId: null,
        via: 'TNA' as const,
        state: 'NOMINATED' as const,
      })),
  )
}

async function personsBehind(db: Reader, plan: Plan, lines: readonly PlanLine[]) {
  const wanted = new Map<string, { readonly lineNo: number; readonly personId: string }>()
  if (plan.cycleId === null) return wanted
  const lineOf = new Map(
    lines.flatMap((line) => {
      const key = demandKeyOf(line)
      return key === undefined ? [] : [[key, line.lineNo] as const]
    }),
  )
  const active = await activePersons(db)
  for (const need of await plannedNeeds(db, plan.cycleId)) {
    const lineNo = lineOf.get(demandKeyText(demandOfLine(need)))
    const { personId } = need
    if (lineNo !== undefined && personId !== null && active.has(personId))
      wanted.set(`${lineNo} ${personId}`, { lineNo, personId })
  }
  return wanted
}
