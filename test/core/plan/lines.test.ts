import { describe, expect, it } from 'vitest'
import { groupsFor } from '../../../src-core/needs/priority.rules.ts'
import { fieldsOf, firstLine, manager, openPlanningOffice, planner, putInForce, refusal } from './planning-office.ts'

describe('lines from demands', () => {
  it('are one for every demand decided PLAN, with its people, and none for any other', async () => {
    const office = await openPlanningOffice()
    const done = await office.propose()
    const lines = await office.lines()
    const planned = (await office.demands()).filter(({ decision }) => decision === 'PLAN')
    expect(done).toMatchObject({ lines: planned.length, existing: 0 })
    expect(new Map(lines.map(({ topicId, personsPlanned }) => [topicId, personsPlanned]))).toEqual(
      new Map(planned.map(({ topicId, persons }) => [topicId, persons])),
    )
    for (const line of lines) {
      const { groups } = groupsFor(line.personsPlanned, line.groupSize, 12)
      expect(line).toMatchObject({ source: 'TNA', state: 'PROPOSED' })
      if (groups > 0 && line.groupSize === 24) expect(line.groups).toBe(groups)
      expect(line.lessonHours).toBeGreaterThan(0)
      expect(line.plannedMinor).toBe(line.costs.reduce((sum, cost) => sum + cost.plannedMinor, 0))
      expect(line.plannedMinor).toBeGreaterThan(0)
    }
  })

  it('are not made twice', async () => {
    const office = await openPlanningOffice()
    const first = await office.propose()
    expect(await office.propose()).toMatchObject({ lines: 0, existing: first.lines })
  })

  it('leave out a person whose own need was decided otherwise', async () => {
    const office = await openPlanningOffice(1)
    const [demand] = (await office.demands()).filter(({ decision }) => decision === 'PLAN')
    const page = { start: 0, end: 5000 }
    const { rows } = (await office.run('needs.listNeeds', { cycleId: office.cycleId, page }, manager)) as {
      rows: { id: string; topicId: string | null; personId: string | null }[]
    }
    const own = rows.find(({ topicId, personId }) => topicId === demand?.topicId && personId !== null)
    await office.run('needs.decideLines', { lineIds: [own?.id], decision: 'REJECT', reason: 'notDuty' }, manager)
    await office.propose()
    expect((await firstLine(office)).personsPlanned).toBe((demand?.persons ?? 0) - 1)
  })

  it('lead to the units and the people who asked, and back', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const line = await firstLine(office)
    const { units } = (await office.run('plan.lineUnits', { lineId: line.id }, planner)) as {
      units: { unit: string; persons: number }[]
    }
    expect(units.reduce((sum, { persons }) => sum + persons, 0)).toBe(line.personsPlanned)
    expect(units.every(({ unit }) => unit !== '')).toBe(true)
    const behind = { lineId: line.id, page: { start: 0, end: 1000 } }
    const { rows, total } = (await office.run('plan.linePeople', behind, planner)) as {
      rows: { personId: string | null; headcount: number }[]
      total: number
    }
    expect(rows).toHaveLength(total)
    const people = new Set(rows.flatMap(({ personId }) => personId ?? [])).size
    const heads = rows.reduce((sum, row) => sum + (row.personId === null ? row.headcount : 0), 0)
    expect(people + heads).toBe(line.personsPlanned)
    const { topicId, freeTextKey } = line
    const back = await office.run('plan.lineOfDemand', { cycleId: office.cycleId, topicId, freeTextKey }, planner)
    expect(back).toMatchObject({ line: { id: line.id }, plan: { id: office.planId } })
  })
})

describe('an officer in charge of lines', () => {
  it('changes a line, has its costs computed again, and takes both back exactly', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const before = await firstLine(office)
    const fields = { ...fieldsOf(before), groups: before.groups + 2, personsPlanned: 100, month: 5, mode: 'classroom' }
    const change = { planId: office.planId, id: before.id, rowVersion: before.rowVersion, fields, recost: true }
    const { commandId } = (await office.run('plan.changeLine', change, planner)) as { commandId: string }
    const after = await firstLine(office)
    expect(after).toMatchObject({ groups: before.groups + 2, personsPlanned: 100, month: 5, quarter: 2 })
    expect(after.costs.find(({ type }) => type === 'print')?.plannedMinor).toBe(100 * 1500)
    await office.run('plan.undo', { planId: office.planId, commandId }, planner)
    const { rowVersion: _, ...restored } = await firstLine(office)
    const { rowVersion: __, ...original } = before
    expect(restored).toEqual(original)
  })

  it('is told when somebody else changed the line meanwhile', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const line = await firstLine(office)
    const change = {
      planId: office.planId,
      id: line.id,
      rowVersion: line.rowVersion,
      fields: { ...fieldsOf(line), month: 4 },
    }
    await office.run('plan.changeLine', change, planner)
    expect(await refusal(office.run('plan.changeLine', { ...change, fields: fieldsOf(line) }, planner))).toBe(
      'CONFLICT',
    )
  })

  it('cancels lines with a reason and brings them back', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const { id } = await firstLine(office)
    const chosen = { planId: office.planId, lineIds: [id] }
    await office.run('plan.cancelLines', { ...chosen, reason: 'noTrainer' }, planner)
    expect(await firstLine(office)).toMatchObject({ state: 'CANCELLED', stateReason: 'noTrainer' })
    await office.run('plan.restoreLines', chosen, planner)
    expect(await firstLine(office)).toMatchObject({ state: 'PROPOSED', stateReason: null })
  })

  it('takes back only what was done to this plan, and nothing once it has left the house', async () => {
    const office = await openPlanningOffice()
    const { commandId } = await office.propose()
    const undo = () => refusal(office.run('plan.undo', { planId: office.planId, commandId }, planner))
    const { id: other } = (await office.run('plan.createPlan', { year: 2031 }, planner)) as { id: string }
    expect(await refusal(office.run('plan.undo', { planId: other, commandId }, planner))).toBe('notUndoable')
    await office.move('sendToReview')
    await office.move('submit')
    expect(await undo()).toBe('planLocked')
  })

  it('copies last year without what was cancelled, carried-over lines first', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    await putInForce(office)
    const [first, second, ...rest] = await office.lines()
    const realise = { planId: office.planId, reason: 'nextYear' }
    await office.run('plan.realise', { ...realise, lineIds: [second?.id], state: 'CARRIED_OVER' }, planner)
    await office.run('plan.realise', { ...realise, lineIds: [first?.id], state: 'CANCELLED' }, planner)
    const { id: next } = (await office.run('plan.createPlan', { year: 2028 }, planner)) as { id: string }
    await office.run('plan.copyLastYear', { planId: next }, planner)
    const copied = await office.lines(next)
    expect(copied.map(({ name }) => name)).toEqual([second?.name, ...rest.map(({ name }) => name)])
    expect(copied.map(({ source }) => source)).toEqual(['carryOver', ...rest.map(() => 'lastYear')])
    expect(copied.every(({ state, actualMinor }) => state === 'PROPOSED' && actualMinor === 0)).toBe(true)
  })

  it('gets mandatory trainings that fall due proposed, each once', async () => {
    const office = await openPlanningOffice()
    const proposals = async () =>
      (await office.run('plan.legalProposals', { planId: office.planId }, planner)) as {
        topicId: string
        persons: number
        firstDue: string | null
        planned: boolean
      }[]
    const [due] = (await proposals()).filter(({ firstDue, planned }) => firstDue !== null && !planned)
    expect(due?.firstDue && due.firstDue <= '2027-12-31').toBe(true)
    await office.run('plan.addLegalLines', { planId: office.planId, topicIds: [due?.topicId] }, planner)
    const line = (await office.lines()).find(({ topicId }) => topicId === due?.topicId)
    expect(line).toMatchObject({ source: 'legal', personsPlanned: due?.persons })
    expect((await proposals()).find(({ topicId }) => topicId === due?.topicId)?.planned).toBe(true)
  })
})
