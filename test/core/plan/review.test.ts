import { describe, expect, it } from 'vitest'
import type { Plan, PlanLine } from '../../../src-core/plan/plan.ts'
import { factsOf } from '../needs/deciding-sample.ts'
import {
  approval,
  fieldsOf,
  firstLine,
  manager,
  openPlanningOffice,
  type PlanningOffice,
  planner,
  putInForce,
  refusal,
} from './planning-office.ts'

type Need = {
  id: string
  topicId: string | null
  personId: string | null
  outcome: string
  outcomeReason: string | null
}

const needsOf = async (office: PlanningOffice, line: PlanLine): Promise<Need[]> =>
  ((await factsOf(office, 'needLine')) as (Need & { cycleId: string })[]).filter(
    ({ topicId, cycleId }) => topicId === line.topicId && cycleId === office.cycleId,
  )

type Notice = { personId: string; title: string; outcome: string; reason: string | null; quarter: number | null }

const noticesOf = async (office: PlanningOffice, planId = office.planId): Promise<Notice[]> =>
  (
    (await office.run('plan.notices', { planId, page: { start: 0, end: 5000 } }, planner)) as {
      rows: Notice[]
    }
  ).rows

describe('the way of a plan', () => {
  it('goes through every state in its order and through no other', async () => {
    const office = await openPlanningOffice()
    expect(await refusal(office.move('submit'))).toBe('planMove')
    expect(await refusal(office.move('sendToReview'))).toBe('planEmpty')
    await office.propose()
    expect((await office.move('sendToReview')).state).toBe('UNDER_REVIEW')
    expect(await refusal(office.move('approve', approval))).toBe('planMove')
    expect((await office.move('submit')).state).toBe('SUBMITTED')
    const returned = await office.move('returnPlan', { reason: 'Bütçe yeniden çalışılsın.' })
    expect(returned).toMatchObject({ state: 'DRAFT', returnReason: 'Bütçe yeniden çalışılsın.' })
    await putInForce(office)
    const { state, approvedNo, approvedOn, snapshotHash } = await office.plan()
    expect({ state, approvedNo, approvedOn }).toEqual({
      state: 'PUBLISHED',
      approvedNo: 'E-2027/118',
      approvedOn: '2027-03-08',
    })
    expect(snapshotHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('keeps what units say about it with the answers they get', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const line = await firstLine(office)
    const comment = { planId: office.planId, unitId: null, planLineId: line.id, text: 'Haziranda yapılmasın.' }
    expect(await refusal(office.run('plan.addComment', comment, planner))).toBe('notUnderReview')
    await office.move('sendToReview')
    const { id } = (await office.run('plan.addComment', comment, planner)) as { id: string }
    await office.run('plan.answerComment', { id, answer: 'Eylüle alındı.' }, planner)
    expect(await office.run('plan.comments', { planId: office.planId }, planner)).toMatchObject([
      { line: line.name, text: 'Haziranda yapılmasın.', answer: 'Eylüle alındı.' },
    ])
  })

  it('is locked by its approval: no line, no planned cost changes any more', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    await putInForce(office)
    const line = await firstLine(office)
    const { id, rowVersion } = line
    const { planId } = office
    for (const [operation, input] of [
      ['changeLine', { planId, id, rowVersion, fields: fieldsOf(line) }],
      ['cancelLines', { planId, lineIds: [id], reason: 'budget' }],
      ['proposeLines', { planId }],
      ['copyLastYear', { planId }],
    ] as const) {
      expect(await refusal(office.run(`plan.${operation}`, input, planner)), operation).toBe('planLocked')
    }
    const [first, ...others] = line.costs
    if (!first) throw new Error('The line costs nothing')
    const dearer = [{ ...first, plannedMinor: first.plannedMinor + 1 }, ...others]
    expect(await refusal(office.run('plan.setCosts', { planId, lineId: id, costs: dearer }, planner))).toBe(
      'plannedCostsLocked',
    )
    const spent = [{ ...first, actualMinor: 12_345, documentNo: 'F-1' }, ...others]
    await office.run('plan.setCosts', { planId, lineId: id, costs: spent }, planner)
    expect((await firstLine(office)).actualMinor).toBe(12_345)
  })
})

describe('publishing', () => {
  it('tells every person of every need what becomes of it: the training, or the reason why not', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const [kept, dropped] = await office.lines()
    if (!kept || !dropped) throw new Error('The plan has too few lines')
    const cancel = { planId: office.planId, lineIds: [dropped.id], reason: 'budget' }
    await office.run('plan.cancelLines', cancel, planner)
    await putInForce(office)
    expect(new Set((await needsOf(office, kept)).map(({ outcome }) => outcome))).toEqual(new Set(['PLANNED']))
    for (const need of await needsOf(office, dropped)) {
      expect(need).toMatchObject({ outcome: 'DEFERRED', outcomeReason: 'budget' })
    }
    const notices = await noticesOf(office)
    expect(notices).toHaveLength((await factsOf(office, 'needLine')).length)
    for (const notice of notices) {
      expect(notice.title).not.toBe('')
      if (notice.outcome === 'PLANNED') expect(notice.reason).toBeNull()
      else expect(notice.reason).not.toBeNull()
    }
    expect(notices.filter(({ title }) => title === dropped.name)).toMatchObject(
      (await needsOf(office, dropped)).map(() => ({ outcome: 'DEFERRED', reason: 'budget' })),
    )
  })

  it('is refused while a planned demand has no line or a need is undecided', async () => {
    const office = await openPlanningOffice()
    const [demand] = (await office.demands()).filter(({ decision }) => decision === 'PLAN')
    await office.propose()
    const [, ...others] = (await office.demands()).filter(({ decision }) => decision === 'DEFER')
    const [late] = others
    await office.move('sendToReview')
    await office.move('submit')
    await office.move('approve', approval)
    const decide = (decision: string) =>
      office.run(
        'needs.decide',
        { cycleId: office.cycleId, demands: [{ topicId: late?.topicId, freeTextKey: late?.freeTextKey }], decision },
        manager,
      )
    await decide('PLAN')
    expect(demand).toBeDefined()
    expect(await refusal(office.move('publish'))).toBe('demandsWithoutLine')
    await decide('UNDECIDED')
    expect(await refusal(office.move('publish'))).toBe('needsUndecided')
    expect((await office.plan()).state).toBe('APPROVED')
  })
})

describe('realisation', () => {
  it('asks for reasons, and needs and notices follow', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const realise = (input: object) => office.run('plan.realise', { planId: office.planId, ...input }, planner)
    const line = await firstLine(office)
    const lineIds = [line.id]
    expect(await refusal(realise({ lineIds, state: 'DONE' }))).toBe('planNotInForce')
    await putInForce(office)
    expect(await refusal(realise({ lineIds, state: 'CANCELLED' }))).toBe('reasonNeeded')
    expect(await refusal(realise({ lineIds, state: 'MOVED', reason: 'noTrainer' }))).toBe('monthNeeded')
    await realise({ lineIds, state: 'MOVED', reason: 'noTrainer', month: 11 })
    expect(await firstLine(office)).toMatchObject({ state: 'MOVED', month: 11, quarter: 4 })
    expect((await noticesOf(office)).filter(({ title, quarter }) => title === line.name && quarter !== 4)).toEqual([])
    await realise({ lineIds, state: 'CARRIED_OVER', reason: 'nextYear' })
    for (const need of await needsOf(office, line))
      expect(need).toMatchObject({ outcome: 'DEFERRED', outcomeReason: 'nextYear' })
    await realise({ lineIds, state: 'APPROVED' })
    for (const need of await needsOf(office, line))
      expect(need).toMatchObject({ outcome: 'PLANNED', outcomeReason: null })
  })

  it('has to be complete before the year is closed', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    await putInForce(office)
    expect(await refusal(office.move('close'))).toBe('linesOpen')
    const lineIds = (await office.lines()).map(({ id }) => id)
    await office.run('plan.realise', { planId: office.planId, lineIds, state: 'DONE' }, planner)
    expect((await office.move('close')).state).toBe('CLOSED')
  })
})

describe('a revision', () => {
  const reason = 'Yarıyıl gözden geçirmesi.'

  it('names each line added, moved, changed and cancelled with old, new and reason, and nothing else', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    await putInForce(office)
    const revision = (await office.move('revise', { reason })) as Plan
    expect(revision).toMatchObject({ revision: 1, state: 'DRAFT', basedOnId: office.planId })
    expect((await office.plan()).state).toBe('REVISING')
    const planId = revision.id
    const changes = async () =>
      (await office.run('plan.changes', { planId, againstId: office.planId }, planner)) as {
        kind: string
        line: PlanLine
        fields: { field: string; before: unknown; after: unknown }[]
        reason: string | null
      }[]
    expect(await changes()).toEqual([])
    const [moved, changed, cancelled] = await office.lines(planId)
    if (!moved || !changed || !cancelled) throw new Error('The plan has too few lines')
    const change = (line: PlanLine, fields: object, changeReason: string | null) => {
      const { id, rowVersion } = line
      return office.run(
        'plan.changeLine',
        { planId, id, rowVersion, fields: { ...fieldsOf(line), ...fields }, changeReason },
        planner,
      )
    }
    expect(await refusal(change(moved, { month: 9 }, null))).toBe('changeReasonNeeded')
    await change(moved, { month: 9 }, 'Eğitmen eylülde geliyor')
    await change(changed, { groups: changed.groups + 1 }, 'Talep arttı')
    const cancel = { planId, lineIds: [cancelled.id], reason: 'budget', changeReason: 'Ödenek kesildi' }
    await office.run('plan.cancelLines', cancel, planner)
    const fields = { ...fieldsOf(changed), name: 'Afet Farkındalığı' }
    const add = { planId, topicId: null, source: 'management', fields, changeReason: 'Başkanlık isteği' }
    await office.run('plan.addLine', add, planner)
    const list = await changes()
    expect(list.map(({ kind, line, reason: why }) => [kind, line.name, why])).toEqual([
      ['moved', moved.name, 'Eğitmen eylülde geliyor'],
      ['changed', changed.name, 'Talep arttı'],
      ['cancelled', cancelled.name, 'Ödenek kesildi'],
      ['added', 'Afet Farkındalığı', 'Başkanlık isteği'],
    ])
    expect(list[0]?.fields).toContainEqual({ field: 'month', before: null, after: 9 })
    expect(list[1]?.fields).toContainEqual({ field: 'groups', before: changed.groups, after: changed.groups + 1 })
  })

  it('leaves the plan in force untouched until it is published, then takes its place', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    await putInForce(office)
    const before = await office.lines()
    const { id: planId } = await office.move('revise', { reason })
    const [line] = await office.lines(planId)
    if (!line) throw new Error('The revision has no line')
    const cancel = { planId, lineIds: [line.id], reason: 'budget', changeReason: 'Ödenek kesildi' }
    await office.run('plan.cancelLines', cancel, planner)
    expect(await office.lines()).toEqual(before)
    expect((await needsOf(office, line)).every(({ outcome }) => outcome === 'PLANNED')).toBe(true)
    await putInForce(office, planId)
    expect((await office.plan()).state).toBe('SUPERSEDED')
    expect((await needsOf(office, line)).every(({ outcome }) => outcome === 'DEFERRED')).toBe(true)
    const next = await office.move('revise', { reason }, planId)
    const [again] = await office.lines(next.id)
    const restore = { planId: next.id, lineIds: [again?.id], changeReason: 'Ödenek geldi' }
    await office.run('plan.restoreLines', restore, planner)
    await putInForce(office, next.id)
    expect((await needsOf(office, line)).every(({ outcome }) => outcome === 'PLANNED')).toBe(true)
  })

  it('takes along what is done meanwhile', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    await putInForce(office)
    const { id: planId } = await office.move('revise', { reason })
    const { id } = await firstLine(office)
    await office.run('plan.realise', { planId: office.planId, lineIds: [id], state: 'DONE' }, planner)
    expect((await firstLine(office, planId)).state).toBe('DONE')
  })
})
