import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { objectiveOf } from '../../../src-core/delivery/placing/objective.ts'
import { type PlacingProblem, placingProblemSchema } from '../../../src-core/delivery/placing/placing.ts'
import { placedYearSchema } from '../../../src-core/delivery/placing/schedule.ts'
import { place } from '../../../src-node/planner/place.ts'
import { thorough } from '../../thorough.ts'
import { checkSchedule } from './check-schedule.ts'
import { countParts } from './count-parts.ts'
import { smallProblem } from './small-problem.ts'

const problems = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    lines: fc.integer({ min: 1, max: 14 }),
    groups: fc.integer({ min: 1, max: 3 }),
    persons: fc.integer({ min: 5, max: 40 }),
    days: fc.integer({ min: 10, max: 25 }),
  })
  .map(({ seed, ...size }) => smallProblem(seed, size))

const quick = { effort: 0.02 }

/** Pins some sessions where a first schedule had them. */
async function withPins(problem: PlacingProblem, every: number): Promise<PlacingProblem> {
  const first = await place(problem, quick)
  const places = new Map(first.placements.map(({ sessionId, ...spot }) => [sessionId, spot]))
  let count = 0
  const trainings = problem.trainings.map((training) => ({
    ...training,
    sessions: training.sessions.map((session) => {
      const spot = places.get(session.id)
      return spot && count++ % every === 0 ? { ...session, pinned: spot } : session
    }),
  }))
  return { ...problem, trainings }
}

const unlike = (one: number, other: number): boolean => Math.abs(one - other) > 1e-6

describe('placing a year', () => {
  test('breaks no hard rule, whatever it is asked', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        expect(checkSchedule(problem, await place(problem, quick))).toEqual([])
      }),
      { numRuns: thorough ? 30 : 8 },
    )
  })

  test('leaves every pinned session where it is and breaks no rule around it', async () => {
    await fc.assert(
      fc.asyncProperty(problems, fc.integer({ min: 1, max: 4 }), async (problem, every) => {
        const pinned = await withPins(problem, every)
        expect(checkSchedule(pinned, await place(pinned, { ...quick, seed: 5 }))).toEqual([])
      }),
      { numRuns: thorough ? 20 : 5 },
    )
  })

  test('counts its objective as one who counts by hand does', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const before = await place(problem, quick)
        const again = { ...problem, previous: { placements: before.placements, seats: before.seats } }
        const year = await place(again, { ...quick, seed: 9 })
        const counted = countParts(again, year)
        const stated = Object.fromEntries(year.objective.parts.map(({ part, amount }) => [part, amount]))
        for (const [part, amount] of Object.entries(counted))
          if (unlike(amount, stated[part] ?? Number.NaN)) expect.fail(`${part}: ${stated[part]} instead of ${amount}`)
        const total = year.objective.parts.reduce((sum, { amount, weight }) => sum + amount * weight, 0)
        expect(unlike(total, year.objective.total)).toBe(false)
      }),
      { numRuns: thorough ? 20 : 5 },
    )
  })

  test('gives the same schedule for the same seed', async () => {
    const problem = smallProblem(11, { lines: 12, groups: 3, persons: 30, days: 19 })
    const one = await place(problem, { seed: 3, effort: 0.1 })
    expect(await place(structuredClone(problem), { seed: 3, effort: 0.1 })).toEqual(one)
  })

  test('takes and gives plain data that its schemas accept', async () => {
    const problem = smallProblem(4, { lines: 6, groups: 2, persons: 20, days: 15 })
    const sent = placingProblemSchema.parse(JSON.parse(JSON.stringify(problem)))
    const year = await place(sent, quick)
    expect(placedYearSchema.parse(JSON.parse(JSON.stringify(year)))).toEqual(year)
  })

  test('refuses a problem that names what it does not hold', async () => {
    const problem = smallProblem(4, { lines: 3, groups: 1, persons: 10, days: 12 })
    const enrolments = [...problem.enrolments, { personId: 'nobody', lineId: 'line0', trainingId: null }]
    await expect(place({ ...problem, enrolments })).rejects.toThrow('unknown person: nobody')
  })
})

describe('stopping', () => {
  const problem = smallProblem(21, { lines: 14, groups: 3, persons: 40, days: 25 })

  test('ends with the best schedule met so far, which is whole and breaks no rule', async () => {
    const stop = new AbortController()
    let best = Number.POSITIVE_INFINITY
    const year = await place(problem, {
      effort: 50,
      signal: stop.signal,
      onProgress: (now) => {
        best = Math.min(best, now.best ?? best)
        if (now.share > 0.202) stop.abort()
      },
    })
    expect(year.stopped).toBe(true)
    expect(checkSchedule(problem, year)).toEqual([])
    expect(year.objective.total).toBeLessThanOrEqual(best + 1e-6)
    expect(year.objective.total).toBeCloseTo(objectiveOf(problem, year).total, 6)
  })

  test.each(['seating', 'months', 'building'])(
    'is heard while it is busy with %s, and what it built by then is whole',
    async (at) => {
      const clock = vi.spyOn(performance, 'now')
      onTestFinished(() => clock.mockRestore())
      let now = 0
      // Each look at the clock is late enough for a rest.
      clock.mockImplementation(() => (now += 50))
      const stop = new AbortController()
      const seen: string[] = []
      const onProgress = ({ stage }: { readonly stage: string }) => {
        seen.push(stage)
        if (stage === at) stop.abort()
      }
      const year = await place(problem, { signal: stop.signal, onProgress })
      // The plan of months ends where it is; groups and people are gone through to the last, though without trying long.
      const told = seen.slice(seen.indexOf(at) + 1)
      expect(told.filter((stage) => stage === 'months').length).toBeLessThanOrEqual(1)
      expect(seen).not.toContain('improving')
      expect(year.stopped).toBe(true)
      expect(checkSchedule(problem, year)).toEqual([])
      expect(year.placements).not.toEqual([])
    },
  )

  test('works on an answer even when it is stopped before it begins', async () => {
    const year = await place(problem, { signal: AbortSignal.abort() })
    expect(year.stopped).toBe(true)
    expect(checkSchedule(problem, year)).toEqual([])
  })

  test('tells how many sessions have a place and how far it is', async () => {
    const seen: number[] = []
    await place(problem, {
      effort: 0.1,
      onProgress: ({ placed, sessions, share }) => {
        expect(placed).toBeLessThanOrEqual(sessions)
        seen.push(share)
      },
    })
    expect(seen.length).toBeGreaterThan(1)
    expect(seen).toEqual(seen.toSorted((one, other) => one - other))
  })
})
