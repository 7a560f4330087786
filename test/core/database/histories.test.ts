import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Verification } from '../../../src-core/database/verify.ts'
import { features } from '../../../src-core/features.ts'
import { thorough } from '../../thorough.ts'
import { academyOver, type StoreAcademy } from './academy-over.ts'
import { essence, historyOperations, live, replay, type Step } from './histories.ts'
import { type OpenAnyStore, onEveryStore, openSqliteStore } from './stores.ts'

const start = new Date('2026-12-15T07:00:00.000Z')

/** A small academy to begin with, so that most operations find something to work on. */
async function founded(): Promise<StoreAcademy> {
  const academy = academyOver(await openSqliteStore(), features, start)
  await academy.run('sample.create', { today: '2026-12-15', staff: 200, needLines: 500 })
  return academy
}

const stepsOf = (operations: readonly string[], length: number) =>
  fc.array(
    fc.record({
      operation: fc.constantFrom(...operations),
      seed: fc.nat(),
      minutes: fc.constantFrom(0, 1, 60, 600, 1440),
    }) satisfies fc.Arbitrary<Step>,
    { minLength: length, maxLength: length },
  )

const oneHistory = (academy: StoreAcademy, length: number, seed: number): readonly Step[] =>
  fc.sample(stepsOf(historyOperations(academy), length), { numRuns: 1, seed })[0] ?? []

const findingsOf = async (academy: StoreAcademy) => ((await academy.run('access.verify')) as Verification).findings

/** The recorded commands of one store, run again on an empty one that keeps the same files. */
async function again(academy: StoreAcademy, open: OpenAnyStore): Promise<StoreAcademy> {
  const other = academyOver({ ...(await open()), files: academy.files }, features, start)
  await replay(academy, other)
  return other
}

describe('random histories of every command of the contract', () => {
  test('meet most operations in a state in which they can be done', async () => {
    const academy = await founded()
    const done = await live(academy, oneHistory(academy, thorough ? 1200 : 500, 7), start)
    expect(done.size).toBeGreaterThan(historyOperations(academy).length * (thorough ? 0.6 : 0.4))
    expect(await findingsOf(academy)).toEqual([])
  })

  test('leave the same store when what they recorded is run again', async () => {
    const operations = historyOperations(academyOver(await openSqliteStore(), features, start))
    await fc.assert(
      fc.asyncProperty(stepsOf(operations, 90), async (steps) => {
        const academy = await founded()
        await live(academy, steps, start)
        const other = await again(academy, openSqliteStore)
        expect(await essence(other)).toEqual(await essence(academy))
        expect(await findingsOf(other)).toEqual([])
      }),
      { numRuns: thorough ? 3 : 1, endOnFailure: true },
    )
  })
})

onEveryStore('a recorded history run again', (open) => {
  test('gives the rows, sums, log and outbox it gave on the officer’s desktop', async () => {
    const academy = await founded()
    await live(academy, oneHistory(academy, 120, 2027), start)
    const other = await again(academy, open)
    expect(await essence(other)).toEqual(await essence(academy))
    expect(await findingsOf(other)).toEqual([])
  })
})
