import type { Handlers } from '../database/dispatcher.ts'
import type { AnnualPlanTable, OwnColumns } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { sha256 } from '../kernel/hash.ts'
import { blockedCeilings } from './budget.handlers.ts'
import { changesBetween, comparedFields } from './change.rules.ts'
import { copyOf } from './line-draft.ts'
import { chosenLines } from './lines.handlers.ts'
import { commentById, commentsOf, linesChanging, listNotices } from './notice.repository.ts'
import { linesOf } from './plan.repository.ts'
import { inForce, isLive, mayEdit, type PlanMove, planMoves, quarterOf } from './plan.rules.ts'
import type { Plan, PlanLine } from './plan.ts'
import { insertCosts, planOf, searchKeysOf } from './plan-change.ts'
import { followLines, publishAnswers } from './publish.ts'
import type { reviewContract } from './review.contract.ts'

type Ref = { readonly planId: string; readonly rowVersion: number }
type Patch = Partial<OwnColumns<'annualPlan'>>

/** The plan, when this move is open to it. */
async function planFor(db: Reader, { planId }: Ref, move: PlanMove): Promise<Plan> {
  const plan = await planOf(db, planId)
  if (plan.state !== planMoves[move].from) breaksRule('planMove', { state: plan.state })
  return plan
}

async function moveTo(write: Writer, ref: Ref, state: AnnualPlanTable['state'], patch: Patch = {}): Promise<Plan> {
  await write.update('annualPlan', ref.planId, { ...patch, state }, ref.rowVersion)
  return planOf(write.db, ref.planId)
}

/** A hash over everything that was approved: the lines that count, with their costs. */
const snapshotOf = (lines: readonly PlanLine[]): string =>
  sha256(
    lines
      .filter(isLive)
      .map((line) => JSON.stringify([line.lineNo, ...comparedFields.map((field) => line[field]), line.costs]))
      .join('\n'),
  )

export const reviewHandlers: Handlers<typeof reviewContract> = {
  sendToReview: async ({ db, write, input }) => {
    const plan = await planFor(db, input, 'sendToReview')
    if (!(await linesOf(db, plan.id)).some(isLive)) breaksRule('planEmpty')
    return moveTo(write, input, 'UNDER_REVIEW', { returnReason: null })
  },

  comments: ({ db, input }) => commentsOf(db, input.planId),

  addComment: async ({ db, write, input }) => {
    const plan = await planOf(db, input.planId)
    if (plan.state !== 'UNDER_REVIEW') breaksRule('notUnderReview')
    const { unitId, planLineId, text } = input
    if (planLineId !== null) chosenLines(await linesOf(db, plan.id), [planLineId])
    const row = { planId: plan.id, unitId, planLineId, text, answer: null, answeredAt: null }
    return { id: await write.insert('planComment', row) }
  },

  answerComment: async ({ db, write, input, now }) => {
    const comment = found(await commentById(db, input.id), 'planComment', input.id)
    if (!mayEdit((await planOf(db, comment.planId)).state)) breaksRule('planLocked')
    return { answered: await write.update('planComment', comment.id, { answer: input.answer, answeredAt: now }) }
  },

  submit: async ({ db, write, input, now }) => {
    const plan = await planFor(db, input, 'submit')
    if (!(await linesOf(db, plan.id)).some(isLive)) breaksRule('planEmpty')
    const blocked = await blockedCeilings(db, plan)
    if (blocked > 0) breaksRule('overCeiling', { count: blocked })
    return moveTo(write, input, 'SUBMITTED', { submittedAt: now })
  },

  returnPlan: async ({ db, write, input }) => {
    await planFor(db, input, 'returnPlan')
    return moveTo(write, input, 'DRAFT', { returnReason: input.reason, submittedAt: null })
  },

  approve: async ({ db, write, input }) => {
    const plan = await planFor(db, input, 'approve')
    const blocked = await blockedCeilings(db, plan)
    if (blocked > 0) breaksRule('overCeiling', { count: blocked })
    const lines = await linesOf(db, plan.id)
    const approved = lines.filter(({ state }) => state === 'PROPOSED')
    await write.updateMany(
      'planLine',
      approved.map(({ id }) => ({ id, patch: { state: 'APPROVED' as const } })),
    )
    const { approvedNo, approvedOn, approvers } = input
    const patch = { approvedNo, approvedOn, approvers: JSON.stringify(approvers), snapshotHash: snapshotOf(lines) }
    return moveTo(write, input, 'APPROVED', patch)
  },

  publish: async ({ db, write, input, now, report, signal }) => {
    const plan = await planFor(db, input, 'publish')
    const result = await publishAnswers(write, plan, report, signal)
    if (plan.basedOnId !== null) await write.update('annualPlan', plan.basedOnId, { state: 'SUPERSEDED' })
    await moveTo(write, input, 'PUBLISHED', { publishedAt: now })
    return result
  },

  revise: async ({ db, write, input }) => {
    const plan = await planFor(db, input, 'revise')
    const { year, cycleId, name } = plan
    const id = await write.insert('annualPlan', {
      ...{ year, cycleId, name, revision: plan.revision + 1, state: 'DRAFT', basedOnId: plan.id },
      ...{ changeReason: input.reason, returnReason: null, approvedNo: null, approvedOn: null, approvers: '[]' },
      ...{ snapshotHash: null, submittedAt: null, publishedAt: null },
    })
    const lines = await linesOf(db, plan.id)
    const rows = lines.map((line) => {
      const { costs: _, code, ...columns } = copyOf(line, line.source, null)
      const { freeTextKey, permissionNo, state, stateReason, score, lineNo } = line
      const scoreTenths = score === null ? null : Math.round(score * 10)
      const own = { freeTextKey, permissionNo, state, stateReason, scoreTenths, lineNo }
      return {
        ...columns,
        ...own,
        ...searchKeysOf(code, line.name),
        id: write.newId(),
        planId: id,
        changeOfId: line.id,
      }
    })
    await write.insertMany('planLine', rows)
    await insertCosts(
      write,
      rows.map((row, at) => ({ planLineId: row.id, costs: lines[at]?.costs ?? [] })),
    )
    await moveTo(write, input, 'REVISING')
    return planOf(write.db, id)
  },

  close: async ({ db, write, input }) => {
    const plan = await planFor(db, input, 'close')
    const open = (await linesOf(db, plan.id)).filter(({ state }) => openStates.has(state)).length
    if (open > 0) breaksRule('linesOpen', { count: open })
    return moveTo(write, input, 'CLOSED')
  },

  changes: async ({ db, input }) => {
    const [later, earlier] = [await planOf(db, input.planId), await planOf(db, input.againstId)]
    if (later.year !== earlier.year) breaksRule('otherYear')
    const found = changesBetween(await linesOf(db, earlier.id), await linesOf(db, later.id))
    return found.map((change) => ({ ...change, fields: [...change.fields] }))
  },

  realise: async ({ db, write, input }) => {
    const plan = await planOf(db, input.planId)
    if (!inForce(plan.state)) breaksRule('planNotInForce')
    const { state, reason, month } = input
    if (reason === null && state !== 'DONE' && state !== 'APPROVED') breaksRule('reasonNeeded')
    if (month === null && state === 'MOVED') breaksRule('monthNeeded')
    const chosen = chosenLines(await linesOf(db, plan.id), input.lineIds)
    const when = month === null ? {} : { month, quarter: quarterOf(month) }
    const patch = { state, stateReason: state === 'DONE' || state === 'APPROVED' ? null : reason, ...when }
    const inRevision = await linesChanging(db, input.lineIds)
    const ids = [...chosen.map(({ id }) => id), ...inRevision.values()]
    await write.updateMany(
      'planLine',
      ids.map((id) => ({ id, patch })),
    )
    await followLines(
      write,
      chosen.map((line) => ({ ...line, ...patch })),
    )
    return { lines: chosen.length }
  },

  notices: ({ db, input }) => listNotices(db, input.planId, input.page),
}

const openStates: ReadonlySet<PlanLine['state']> = new Set(['PROPOSED', 'APPROVED', 'SCHEDULED', 'RUNNING'])
