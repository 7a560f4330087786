import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from '../../../src-core/plan/plan.rules.ts'
import { scenarioOf } from '../../../src-core/plan/scenario.rules.ts'
import { fieldsOf, firstLine, openPlanningOffice, planner, refusal } from './planning-office.ts'

type Budget = {
  total: { plannedMinor: number }
  byType: { plannedMinor: number }[]
  units: { unitId: string | null; plannedMinor: number; over: boolean; depth: number }[]
  unassigned: { plannedMinor: number }
}

describe('dividing an amount over units', () => {
  it('gives parts that add up to it exactly, none more than a kuruş off its share', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), counts, (minor, persons) => {
        const all = persons.reduce((sum, count) => sum + count, 0)
        const parts = allocate(minor, new Map(persons.map((count, at) => [String(at), count])))
        if (all === 0) {
          expect(parts.size).toBe(0)
          return
        }
        expect([...parts.values()].reduce((sum, part) => sum + part, 0)).toBe(minor)
        for (const [at, count] of persons.entries()) {
          expect(Math.abs((parts.get(String(at)) ?? 0) - (minor * count) / all)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('a scenario', () => {
  const line = fc.record({
    id: fc.uuid(),
    lineNo: fc.integer({ min: 1, max: 10_000 }),
    source: fc.constantFrom('TNA', 'legal', 'management'),
    score: fc.option(fc.integer({ min: 0, max: 1000 })),
    plannedMinor: fc.integer({ min: 0, max: 1_000_000 }),
    state: fc.constantFrom('PROPOSED', 'APPROVED', 'CANCELLED'),
  })
  const plans = fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 40 })

  it('never spends more than the budget on what the law does not ask for, and never drops what it asks for', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 10_000_000 }), (lines, budget) => {
        const { kept, leftOut, keptMinor } = scenarioOf(lines, budget)
        const live = lines.filter(({ state }) => state !== 'CANCELLED')
        expect([...kept, ...leftOut].sort()).toEqual(live.map(({ id }) => id).sort())
        const legal = live.filter(({ source }) => source === 'legal')
        expect(legal.every(({ id }) => kept.includes(id))).toBe(true)
        const mustMinor = legal.reduce((sum, one) => sum + one.plannedMinor, 0)
        expect(keptMinor).toBeLessThanOrEqual(Math.max(budget, mustMinor))
      }),
    )
  })

  it('leaves nothing out for a lower score that would have fitted', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 10_000_000 }), (lines, budget) => {
        const { leftOut, keptMinor } = scenarioOf(lines, budget)
        const cheapest = lines.filter(({ id }) => leftOut.includes(id)).map(({ plannedMinor }) => plannedMinor)
        for (const minor of cheapest) expect(keptMinor + minor).toBeGreaterThan(budget)
      }),
    )
  })
})

describe('the budget of a plan', () => {
  it('adds up by type, and by the units behind the lines', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const budget = (await office.run('plan.budget', { planId: office.planId }, planner)) as Budget
    const planned = (await office.lines()).reduce((sum, line) => sum + line.plannedMinor, 0)
    const sum = (rows: readonly { plannedMinor: number }[]) => rows.reduce((total, row) => total + row.plannedMinor, 0)
    expect(budget.total.plannedMinor).toBe(planned)
    expect(sum(budget.byType)).toBe(planned)
    const roots = budget.units.filter(({ unitId, depth }) => unitId !== null && depth === 0)
    expect(sum(roots) + budget.unassigned.plannedMinor).toBe(planned)
  })

  it('blocks the way out over a ceiling that blocks, and only warns over one that warns', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const ceiling = { year: 2027, unitId: null, amountLira: 1 }
    await office.run('plan.setCeiling', { ...ceiling, mode: 'BLOCK' }, planner)
    const { units } = (await office.run('plan.budget', { planId: office.planId }, planner)) as Budget
    expect(units[0]).toMatchObject({ unitId: null, over: true })
    await office.move('sendToReview')
    expect(await refusal(office.move('submit'))).toBe('overCeiling')
    await office.run('plan.setCeiling', { ...ceiling, mode: 'WARN' }, planner)
    expect((await office.move('submit')).state).toBe('SUBMITTED')
  })

  it('says what a share of it leaves out and whom that touches, and takes it out on demand', async () => {
    const office = await openPlanningOffice()
    const { planId } = office
    await office.propose()
    const input = { planId, percents: [100, 50] }
    const { scenarios, fromCeiling } = (await office.run('plan.scenarios', input, planner)) as {
      scenarios: { leftOut: { id: string }[]; persons: number; keptMinor: number; budgetMinor: number }[]
      fromCeiling: boolean
    }
    const [whole, half] = scenarios
    expect(fromCeiling).toBe(false)
    expect(whole).toMatchObject({ leftOut: [], persons: 0 })
    expect(half?.leftOut.length).toBeGreaterThan(0)
    expect(half?.persons).toBeGreaterThan(0)
    const { commandId, lines } = (await office.run('plan.applyScenario', { planId, percent: 50 }, planner)) as {
      commandId: string
      lines: number
    }
    expect(lines).toBe(half?.leftOut.length)
    const cancelled = (await office.lines()).filter(({ state }) => state === 'CANCELLED')
    expect(new Set(cancelled.map(({ id }) => id))).toEqual(new Set(half?.leftOut.map(({ id }) => id)))
    expect(cancelled.every(({ stateReason }) => stateReason === 'budget')).toBe(true)
    await office.run('plan.undo', { planId, commandId }, planner)
    expect((await office.lines()).some(({ state }) => state === 'CANCELLED')).toBe(false)
  })

  it('warns of lodging and meals and of a body that needs a permission it does not have', async () => {
    const office = await openPlanningOffice()
    const { planId } = office
    await office.propose()
    const { id, costs } = await firstLine(office)
    const lodging = { type: 'lodging', plannedMinor: 500_000, includesLodgingMeals: true }
    const kept = costs.filter(({ type }) => type !== 'lodging')
    await office.run('plan.setCosts', { planId, lineId: id, costs: [...kept, lodging] }, planner)
    expect((await firstLine(office)).warnings).toContain('lodgingMeals')
    const providers = await office.academy.opened.store.read((db) => db.selectFrom('provider').selectAll().execute())
    const company = providers.find(({ kind }) => kind === 'company')
    const university = providers.find(({ kind }) => kind === 'university')
    const give = async (providerId: string | undefined, permissionNo: string | null) => {
      const line = await firstLine(office)
      const fields = { ...fieldsOf(line), providerId, permissionNo }
      await office.run('plan.changeLine', { planId, id, rowVersion: line.rowVersion, fields }, planner)
      return (await firstLine(office)).warnings.includes('permission')
    }
    expect(await give(company?.id, null)).toBe(true)
    expect(await give(company?.id, 'YYGM-2027/44')).toBe(false)
    expect(await give(university?.id, null)).toBe(false)
  })
})
