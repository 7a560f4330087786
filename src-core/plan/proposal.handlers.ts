import type { Handlers } from '../database/dispatcher.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import { cycleById, demandGroups, rankDemands } from '../needs/index.ts'
import { candidateOfficers, lastCompletions, legalTopics } from './catalogue.repository.ts'
import { shapesOf } from './demand-shape.repository.ts'
import { demandKeyOf } from './demand-shape.ts'
import { dueTrainings } from './legal.rules.ts'
import { copyOf, draftLines, type Wish } from './line-draft.ts'
import type { linesContract } from './lines.contract.ts'
import { latestPlan, linesOf } from './plan.repository.ts'
import type { PlanLine } from './plan.ts'
import { addLines, editablePlan, planOf } from './plan-change.ts'

type Proposals = 'proposeLines' | 'copyLastYear' | 'legalProposals' | 'addLegalLines'

/** Lines that the program makes by itself, for an officer to look through. */
export const proposalHandlers: Pick<Handlers<typeof linesContract>, Proposals> = {
  proposeLines: async ({ db, write, input, actor, now, commandId, report, signal }) => {
    const plan = await editablePlan(db, input.planId, input.changeReason)
    const cycle = plan.cycleId === null ? undefined : await cycleById(db, plan.cycleId)
    if (!cycle) breaksRule('planWithoutCycle', { year: plan.year })
    report({ stage: 'readingLines', done: 0, total: 0 })
    const shapes = await shapesOf(db, cycle.id)
    const groups = await demandGroups(db, cycle.id)
    const known = new Set((await linesOf(db, plan.id)).flatMap((line) => demandKeyOf(line) ?? []))
    report({ stage: 'ranking', done: 0, total: 0 })
    const { demands } = await rankDemands(db, cycle.id, cycle.weights, now)
    const wishes = demands.flatMap(({ key, name, score }): Wish[] => {
      const shape = shapes.get(key)
      if (!shape || shape.persons === 0 || known.has(key)) return []
      const group = groups.get(key)
      const { topicId, freeTextKey, persons, quarter } = shape
      const size = { groupSize: group?.groupSize ?? null, groupMinimum: group?.groupMinimum ?? null }
      return [{ topicId, freeTextKey, name, source: 'TNA', persons, quarter, score, ...size }]
    })
    if (signal.aborted) throw new OperationError('CANCELLED', {})
    report({ stage: 'writingLines', done: 0, total: wishes.length })
    const { changeReason } = input
    const added = await addLines(
      write,
      plan.id,
      await draftLines(db, wishes, { responsible: actor.name, changeReason }),
    )
    return { commandId, lines: added.length, existing: known.size }
  },

  copyLastYear: async ({ db, write, input, commandId }) => {
    const plan = await editablePlan(db, input.planId, input.changeReason)
    const before = found(await latestPlan(db, plan.year - 1), 'annualPlan', String(plan.year - 1))
    const present = new Set((await linesOf(db, plan.id)).map(nameOf))
    const earlier = (await linesOf(db, before.id)).filter(
      (line) => line.state !== 'CANCELLED' && !present.has(nameOf(line)),
    )
    const ordered = [...earlier].sort((a, b) => Number(b.state === 'CARRIED_OVER') - Number(a.state === 'CARRIED_OVER'))
    const { changeReason } = input
    const copies = ordered.map((line) =>
      copyOf(line, line.state === 'CARRIED_OVER' ? 'carryOver' : 'lastYear', changeReason),
    )
    return { commandId, lines: (await addLines(write, plan.id, copies)).length }
  },

  legalProposals: async ({ db, input }) => {
    const plan = await planOf(db, input.planId)
    const topics = await legalTopics(db)
    const planned = new Set((await linesOf(db, plan.id)).flatMap(({ topicId }) => topicId ?? []))
    const byId = new Map(topics.map((topic) => [topic.id, topic]))
    return (await dueIn(db, topics, plan.year)).flatMap(({ topicId, persons, firstDue }) => {
      const topic = byId.get(topicId)
      if (!topic) return []
      const { code, name, legalBasis } = topic
      return [{ topicId, code, name, legalBasis: legalBasis ?? '', persons, firstDue, planned: planned.has(topicId) }]
    })
  },

  addLegalLines: async ({ db, write, input, actor, commandId }) => {
    const plan = await editablePlan(db, input.planId, input.changeReason)
    const wanted = new Set(input.topicIds)
    const due = (await dueIn(db, await legalTopics(db), plan.year)).filter(({ topicId }) => wanted.has(topicId))
    if (due.length !== wanted.size) breaksRule('nothingDue')
    const wishes = due.map(({ topicId, persons, firstDue }): Wish => {
      const none = { freeTextKey: null, name: '', groupSize: null, groupMinimum: null, score: null }
      return { ...none, topicId, source: 'legal', persons, quarter: dueQuarter(firstDue, plan.year) }
    })
    const by = { responsible: actor.name, changeReason: input.changeReason }
    return { commandId, lines: (await addLines(write, plan.id, await draftLines(db, wishes, by))).length }
  },
}

const nameOf = ({ topicId, name }: PlanLine): string => topicId ?? name

async function dueIn(
  db: Parameters<typeof legalTopics>[0],
  topics: Awaited<ReturnType<typeof legalTopics>>,
  year: number,
) {
  const ids = topics.map(({ id }) => id)
  const candidates = (await candidateOfficers(db)).map(({ id }) => id)
  return dueTrainings(topics, await lastCompletions(db, ids), candidates, year)
}

/** The quarter in which the first falls due; what ran out before the year is wanted at its beginning. */
const dueQuarter = (firstDue: string | null, year: number): number | null => {
  if (firstDue === null) return null
  return firstDue < `${year}-01-01` ? 1 : Math.ceil(Number(firstDue.slice(5, 7)) / 3)
}
