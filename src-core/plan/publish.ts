import type { NeedOutcome } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import type { Progress } from '../kernel/operation.ts'
import { cycleById, demandKeyText, demandOfLine } from '../needs/index.ts'
import { topicsById } from './catalogue.repository.ts'
import { needsOfPlan } from './demand-shape.repository.ts'
import { demandKeyOf } from './demand-shape.ts'
import { noticesOfLines } from './notice.repository.ts'
import { linesOf } from './plan.repository.ts'
import { isLive } from './plan.rules.ts'
import type { Plan, PlanLine } from './plan.ts'

type Answer = { readonly outcome: NeedOutcome; readonly reason: string | null }

/** What a line means for the needs behind it: planned, or put off with the reason for which it is out of the plan. */
export function answerOf(line: Pick<PlanLine, 'state' | 'stateReason'>): Answer {
  if (isLive(line)) return { outcome: 'PLANNED', reason: null }
  const usual = line.state === 'CARRIED_OVER' ? 'nextYear' : 'other'
  return { outcome: 'DEFERRED', reason: line.stateReason ?? usual }
}

/**
 * Writes to every need of the plan's cycle what became of it, and for every person what she will see: the title and when, or
 * the reason why not. Refused while a need is undecided or a planned one has no line.
 */
export async function publishAnswers(
  write: Writer,
  plan: Plan,
  report: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<{ planned: number; notPlanned: number }> {
  if (plan.cycleId === null) return { planned: 0, notPlanned: 0 }
  const cycle = found(await cycleById(write.db, plan.cycleId), 'tnaCycle', plan.cycleId)
  if (!['FROZEN', 'CONSOLIDATED', 'ARCHIVED'].includes(cycle.state)) breaksRule('planCycleOpen')
  report({ stage: 'readingLines', done: 0, total: 0 })
  const needs = await needsOfPlan(write.db, cycle.id)
  const lines = await linesOf(write.db, plan.id)
  const byKey = new Map(lines.map((line) => [demandKeyOf(line), line]))
  const undecided = needs.filter(({ effective }) => effective === 'OPEN').length
  if (undecided > 0) breaksRule('needsUndecided', { count: undecided })
  const answered = needs.map((need) => {
    const line = need.planned ? byKey.get(demandKeyText(demandOfLine(need))) : undefined
    return { need, line, answer: line ? answerOf(line) : { outcome: need.effective, reason: need.reason } }
  })
  const lost = new Set(
    answered.flatMap(({ need, line }) => (need.planned && !line ? [demandKeyText(demandOfLine(need))] : [])),
  )
  if (lost.size > 0) breaksRule('demandsWithoutLine', { count: lost.size })
  report({ stage: 'writingOutcomes', done: 0, total: needs.length })
  await write.updateMany(
    'needLine',
    answered.map(({ need, answer: { outcome, reason } }) => ({
      id: need.id,
      patch: { outcome, outcomeReason: reason },
    })),
  )
  if (signal.aborted) throw new OperationError('CANCELLED', {})
  report({ stage: 'writingNotices', done: 0, total: needs.length })
  const topics = await topicsById(write.db, [...new Set(needs.flatMap(({ topicId }) => topicId ?? []))])
  let planned = 0
  const notices = answered.map(({ need, line, answer }) => {
    if (answer.outcome === 'PLANNED') planned++
    const title = line?.name ?? topics.get(need.topicId ?? '')?.name ?? need.freeText ?? ''
    return {
      id: write.newId(),
      planId: plan.id,
      personId: need.personId,
      unitId: need.unitId,
      needLineId: need.id,
      planLineId: line?.id ?? null,
      title,
      ...answer,
      ...whenOf(line, answer),
    }
  })
  await write.insertMany('planNotice', notices)
  return { planned, notPlanned: needs.length - planned }
}

const whenOf = (line: Pick<PlanLine, 'quarter' | 'month'> | undefined, { outcome }: Answer) =>
  line && outcome === 'PLANNED' ? { quarter: line.quarter, month: line.month } : { quarter: null, month: null }

/** Lets needs and notices follow lines of a plan in force that were done, moved, cancelled or carried over. */
export async function followLines(write: Writer, lines: readonly PlanLine[]): Promise<void> {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const notices = (await noticesOfLines(write.db, [...byId.keys()])).flatMap((notice) => {
    const line = byId.get(notice.planLineId ?? '')
    return line ? [{ notice, line, answer: answerOf(line) }] : []
  })
  await write.updateMany(
    'planNotice',
    notices.map(({ notice, line, answer }) => ({ id: notice.id, patch: { ...answer, ...whenOf(line, answer) } })),
  )
  await write.updateMany(
    'needLine',
    notices.map(({ notice, answer: { outcome, reason } }) => ({
      id: notice.needLineId,
      patch: { outcome, outcomeReason: reason },
    })),
  )
}
