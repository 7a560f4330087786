import { readSetting } from '../access/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { DemandGroupTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { consolidateCycle, openNextCycle } from './closing.ts'
import { cycleById } from './cycle.repository.ts'
import type { Cycle, Weights } from './cycle.ts'
import { linesById, trainedBefore } from './decision.repository.ts'
import { type DemandKey, outcomeOf, reasonsFor } from './decision.ts'
import { countUnits, demandGroups, demandKeyText, measureDemands, topicNames } from './demand.repository.ts'
import type { Demand, MeasuredLine } from './demand-measures.ts'
import type { priorityContract } from './priority.contract.ts'
import { groupsFor, scoreOf, trainerDays } from './priority.rules.ts'

/** Settings of the priority table and what holds until somebody sets them. */
export const prioritySettings = { guardMonths: 24, groupSize: 24, groupMinimum: 12 } as const

/** The date since which a completed training makes another of the same topic a duplicate. */
export async function guardOf(db: Reader, now: string): Promise<{ months: number; since: string }> {
  const months = Number((await readSetting(db, 'duplicateGuardMonths')) ?? prioritySettings.guardMonths)
  const since = new Date(now)
  since.setUTCMonth(since.getUTCMonth() - months)
  return { months, since: since.toISOString().slice(0, 10) }
}

/** Every demand of a cycle with score, rank, decision and groups, best first. */
export async function rankDemands(
  db: Reader,
  cycleId: string,
  weights: Weights,
  now: string,
  lines?: readonly MeasuredLine[],
) {
  const guard = await guardOf(db, now)
  const demands = await measureDemands(db, cycleId, guard.since, lines)
  const units = await countUnits(db)
  const groups = await demandGroups(db, cycleId)
  const topics = new Map(
    (
      await topicNames(
        db,
        demands.flatMap((demand) => demand.topicId ?? []),
      )
    ).map((topic) => [topic.id, topic]),
  )
  const ranked = demands
    .map((demand) => ({ demand, ...scoreOf(demand, weights, units) }))
    .sort(
      (a, b) =>
        b.score - a.score || b.demand.persons - a.demand.persons || (keyOf(a.demand) < keyOf(b.demand) ? -1 : 1),
    )
  return {
    units,
    guardMonths: guard.months,
    demands: ranked.map(({ demand, score, parts }, index) => {
      const group = groups.get(keyOf(demand))
      const topic = demand.topicId === null ? undefined : topics.get(demand.topicId)
      const groupSize = group?.groupSize ?? prioritySettings.groupSize
      const groupMinimum = group?.groupMinimum ?? prioritySettings.groupMinimum
      const grouping = groupsFor(demand.persons, groupSize, groupMinimum)
      const lessonHours = topic ? topic.lessonHoursTenths / 10 : null
      return {
        key: keyOf(demand),
        topicId: demand.topicId,
        freeTextKey: demand.freeTextKey,
        code: topic?.code ?? null,
        name: topic?.name ?? demand.freeText ?? '',
        lines: Number(demand.lines),
        persons: demand.persons,
        units: Number(demand.units),
        trainedPersons: demand.trainedPersons,
        rank: index + 1,
        score,
        parts: [...parts],
        decision: group?.decision ?? ('UNDECIDED' as const),
        decisionReason: (group?.decisionReason ?? null) as never,
        decisionNote: group?.decisionNote ?? null,
        decidedAt: group?.decidedAt ?? null,
        groupSize,
        groupMinimum,
        grouping: { ...grouping, sizes: [...grouping.sizes] },
        lessonHours,
        trainerDays: lessonHours === null ? null : trainerDays(grouping.groups, lessonHours),
      }
    }),
  }
}

const keyOf = (demand: Demand): string => demandKeyText(demand)

/** Changes one demand's group row, making it when the demand has none yet. */
async function saveGroup(
  write: Writer,
  cycleId: string,
  key: DemandKey,
  known: ReadonlyMap<string, DemandGroupTable>,
  patch: Partial<Omit<DemandGroupTable, 'id'>>,
): Promise<void> {
  const row = known.get(demandKeyText(key))
  if (row) await write.update('demandGroup', row.id, patch)
  else await write.insert('demandGroup', { ...emptyGroup, cycleId, ...key, freeText: null, ...patch })
}

const emptyGroup = {
  persons: 0,
  unitsCount: 0,
  scoreTenths: 0,
  scoreParts: '[]',
  groupSize: null,
  groupMinimum: null,
  neededGroups: null,
  decision: 'UNDECIDED' as const,
  decisionReason: null,
  decisionNote: null,
  decidedBy: null,
  decidedAt: null,
}

type Call = {
  readonly db: Reader
  readonly write: Writer
  readonly now: string
  readonly actor: { readonly id: string }
}

type DemandDecision = {
  readonly key: DemandKey
  readonly decision: DemandGroupTable['decision']
  readonly reason: string | null
  readonly note: string | null
}

/** Decides demands of a cycle and keeps beside each decision what the demand weighed when it was taken. */
export async function decideDemands(
  { db, write, now, actor }: Call,
  cycle: Cycle,
  decided: readonly DemandDecision[],
): Promise<void> {
  const { demands } = await rankDemands(db, cycle.id, cycle.weights, now)
  const byKey = new Map(demands.map((demand) => [demand.key, demand]))
  const known = await demandGroups(db, cycle.id)
  for (const { key, decision, reason, note } of decided) {
    const demand = found(byKey.get(demandKeyText(key)), 'demand', demandKeyText(key))
    await saveGroup(write, cycle.id, key, known, {
      persons: demand.persons,
      unitsCount: demand.units,
      scoreTenths: Math.round(demand.score * 10),
      scoreParts: JSON.stringify(demand.parts),
      neededGroups: demand.grouping.groups,
      decision,
      decisionReason: reason,
      decisionNote: note,
      decidedBy: decision === 'UNDECIDED' ? null : actor.id,
      decidedAt: decision === 'UNDECIDED' ? null : now,
      freeText: key.topicId === null ? demand.name : null,
    })
  }
}

export const priorityHandlers: Handlers<typeof priorityContract> = {
  priorities: async ({ input, db, now }) => {
    const cycle = found(await cycleById(db, input.cycleId), 'tnaCycle', input.cycleId)
    return rankDemands(db, cycle.id, input.weights ?? cycle.weights, now)
  },

  saveWeights: async ({ input, db, write }) => {
    const cycle = found(await cycleById(db, input.cycleId), 'tnaCycle', input.cycleId)
    if (cycle.state === 'ARCHIVED' || cycle.state === 'CONSOLIDATED') breaksRule('cycleClosed')
    await write.update('tnaCycle', cycle.id, { weights: JSON.stringify(input.weights) }, input.rowVersion)
    return found(await cycleById(db, cycle.id), 'tnaCycle', cycle.id)
  },

  decide: async ({ input, db, write, now, actor }) => {
    const cycle = found(await cycleById(db, input.cycleId), 'tnaCycle', input.cycleId)
    if (cycle.state === 'ARCHIVED' || cycle.state === 'CONSOLIDATED') breaksRule('cycleClosed')
    checkReason(input.decision, input.reason)
    const { demands, ...decided } = input
    await decideDemands(
      { db, write, now, actor },
      cycle,
      demands.map((key) => ({ key, ...decided })),
    )
    return { decided: input.demands.length }
  },

  setGroupSize: async ({ input, db, write, now }) => {
    const cycle = found(await cycleById(db, input.cycleId), 'tnaCycle', input.cycleId)
    if (input.groupMinimum > input.groupSize) breaksRule('minimumAboveSize')
    const { since } = await guardOf(db, now)
    const measured = await measureDemands(db, cycle.id, since)
    const demand = found(
      measured.find((one) => keyOf(one) === demandKeyText(input.demand)),
      'demand',
      demandKeyText(input.demand),
    )
    const grouping = groupsFor(demand.persons, input.groupSize, input.groupMinimum)
    await saveGroup(write, cycle.id, input.demand, await demandGroups(db, cycle.id), {
      groupSize: input.groupSize,
      groupMinimum: input.groupMinimum,
      neededGroups: grouping.groups,
    })
    return { grouping: { ...grouping, sizes: [...grouping.sizes] } }
  },

  decideLines: async ({ input, db, write }) => {
    checkReason(input.decision, input.reason)
    const lines = await linesById(db, input.lineIds)
    if (lines.length !== input.lineIds.length) breaksRule('linesGone', { count: input.lineIds.length - lines.length })
    const cycles = new Set(lines.map((line) => line.cycleId))
    for (const cycleId of cycles) {
      const cycle = found(await cycleById(db, cycleId), 'tnaCycle', cycleId)
      if (cycle.state === 'ARCHIVED' || cycle.state === 'CONSOLIDATED') breaksRule('cycleClosed')
    }
    const patch = { outcome: outcomeOf[input.decision], outcomeReason: input.reason }
    return {
      decided: await write.updateMany(
        'needLine',
        lines.map(({ id }) => ({ id, patch })),
      ),
    }
  },

  consolidate: ({ input, write, report, signal }) => consolidateCycle(write, input.cycleId, report, signal),

  openNextCycle: ({ input, write, report, signal }) => openNextCycle(write, input.cycleId, report, signal),

  alreadyTrained: async ({ input, db, now }) => {
    const { since } = await guardOf(db, now)
    const rows = await trainedBefore(db, input.cycleId, input.topicId, since)
    return rows.map(({ givenNames, surname, ...row }) => ({ ...row, name: `${givenNames} ${surname}` }))
  },
}

function checkReason(decision: keyof typeof reasonsFor, reason: string | null): void {
  const allowed: readonly string[] = reasonsFor[decision]
  if (allowed.length > 0 && reason === null) breaksRule('reasonNeeded')
  if (reason !== null && !allowed.includes(reason)) breaksRule('reasonDoesNotFit')
}
