import { describe, expect, it } from 'vitest'
import { refusal } from './collecting-office.ts'
import { type DecidingSample, factsOf, manager, openDecidingSample } from './deciding-sample.ts'

type Line = {
  id: string
  cycleId: string
  personId: string | null
  unitId: string
  topicId: string | null
  freeText: string | null
  outcome: string
  outcomeReason: string | null
  carriedFromId: string | null
}

type Demand = { key: string; topicId: string | null; freeTextKey: string | null; decision: string }

const demandsOf = async ({ run, cycleId }: DecidingSample): Promise<Demand[]> =>
  ((await run('needs.priorities', { cycleId }, manager)) as { demands: Demand[] }).demands

const keyOf = ({ topicId, freeTextKey }: Demand) => ({ topicId, freeTextKey })

const linesOf = async (sample: DecidingSample): Promise<Line[]> => (await factsOf(sample, 'needLine')) as Line[]

/** Decides every demand: the first ten deferred, the next five rejected, the rest planned. */
async function decideAll(sample: DecidingSample) {
  const demands = await demandsOf(sample)
  const decide = (some: Demand[], decision: string, reason: string | null) =>
    sample.run('needs.decide', { cycleId: sample.cycleId, demands: some.map(keyOf), decision, reason }, manager)
  await decide(demands.slice(0, 10), 'DEFER', 'budget')
  await decide(demands.slice(10, 15), 'REJECT', 'notDuty')
  await decide(demands.slice(15), 'PLAN', null)
  return new Map((await demandsOf(sample)).map((demand) => [demand.key, demand.decision]))
}

const demandOf = (line: Line & { freeTextKey?: string | null }): string =>
  line.topicId === null ? `text:${line.freeTextKey}` : `topic:${line.topicId}`

describe('deciding', () => {
  it('asks for a reason that fits wherever a need is not planned', async () => {
    const sample = await openDecidingSample()
    const [first] = await demandsOf(sample)
    const decide = (decision: string, reason: string | null) =>
      refusal(
        sample.run(
          'needs.decide',
          { cycleId: sample.cycleId, demands: first ? [keyOf(first)] : [], decision, reason },
          manager,
        ),
      )
    expect(await decide('DEFER', null)).toBe('reasonNeeded')
    expect(await decide('REJECT', 'budget')).toBe('reasonDoesNotFit')
    expect(await decide('PLAN', 'budget')).toBe('reasonDoesNotFit')
    expect(await decide('DEFER', 'budget')).toBe('not refused')
  })

  it('decides all named demands or none of them', async () => {
    const sample = await openDecidingSample()
    const demands = await demandsOf(sample)
    const named = [...demands.slice(0, 3).map(keyOf), { topicId: 'gone', freeTextKey: null }]
    const call = sample.run('needs.decide', { cycleId: sample.cycleId, demands: named, decision: 'PLAN' }, manager)
    expect(await refusal(call)).toBe('NOT_FOUND')
    expect(await demandsOf(sample)).toEqual(demands)
  })
})

describe('closing the books', () => {
  it('waits until the cycle is frozen and every demand is decided', async () => {
    const sample = await openDecidingSample()
    const consolidate = () => refusal(sample.run('needs.consolidate', { cycleId: sample.cycleId }, manager))
    expect(await consolidate()).toBe('cycleNotFrozen')
    await sample.freeze()
    expect(await consolidate()).toBe('demandsUndecided')
  })

  it('gives every line the decision and reason of its demand, a line of its own keeps its own', async () => {
    const sample = await openDecidingSample()
    await sample.freeze()
    const decisions = await decideAll(sample)
    const single = (await linesOf(sample)).find((line) => decisions.get(demandOf(line)) === 'PLAN')
    await sample.run(
      'needs.decideLines',
      { lineIds: [single?.id], decision: 'REJECT', reason: 'alreadyTaken' },
      manager,
    )
    await sample.run('needs.consolidate', { cycleId: sample.cycleId }, manager)
    expect((await sample.cycle()).state).toBe('CONSOLIDATED')
    const outcomes = { PLAN: ['PLANNED', null], DEFER: ['DEFERRED', 'budget'], REJECT: ['REJECTED', 'notDuty'] }
    for (const line of await linesOf(sample)) {
      const decision = decisions.get(demandOf(line)) as keyof typeof outcomes
      const expected = line.id === single?.id ? ['REJECTED', 'alreadyTaken'] : outcomes[decision]
      expect([line.outcome, line.outcomeReason]).toEqual(expected)
    }
  })

  it('brings exactly the deferred lines into the next cycle, each naming the line it came from', async () => {
    const sample = await openDecidingSample()
    await sample.freeze()
    await decideAll(sample)
    expect(await refusal(sample.run('needs.openNextCycle', { cycleId: sample.cycleId }, manager))).toBe(
      'cycleNotConsolidated',
    )
    await sample.run('needs.consolidate', { cycleId: sample.cycleId }, manager)
    const before = await linesOf(sample)
    const deferred = before.filter(({ outcome }) => outcome === 'DEFERRED')
    const next = (await sample.run('needs.openNextCycle', { cycleId: sample.cycleId }, manager)) as {
      cycleId: string
      carried: number
    }
    const after = await linesOf(sample)
    const carried = after.filter(({ cycleId }) => cycleId === next.cycleId)
    expect(next.carried).toBe(deferred.length)
    expect(deferred.length).toBeGreaterThan(0)
    expect(new Set(carried.map(({ carriedFromId }) => carriedFromId))).toEqual(new Set(deferred.map(({ id }) => id)))
    const byId = new Map(deferred.map((line) => [line.id, line]))
    for (const line of carried) {
      const { personId, unitId, topicId, freeText } = byId.get(line.carriedFromId ?? '') as Line
      expect(line).toMatchObject({ personId, unitId, topicId, freeText, outcome: 'OPEN', outcomeReason: null })
    }
    expect(after.filter(({ cycleId }) => cycleId === sample.cycleId)).toEqual(before)
    expect(await refusal(sample.run('needs.openNextCycle', { cycleId: sample.cycleId }, manager))).toBe('cycleExists')
  })

  it('keeps the frozen hash true while demands are merged, decided and made final', async () => {
    const sample = await openDecidingSample()
    await sample.freeze()
    await decideAll(sample)
    await sample.run('needs.consolidate', { cycleId: sample.cycleId }, manager)
    expect(await sample.run('needs.checkFreeze', { id: sample.cycleId }, manager)).toMatchObject({
      holds: true,
      differing: 0,
    })
  })
})
