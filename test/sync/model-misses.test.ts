import { expect, test } from 'vitest'
import type { Without } from './history.ts'
import { firstWrong } from './model.ts'

// Tests of the test: a protocol that lacks one of its parts must not get through the histories.

/** Beginning near a history that needs the part, so that looking for one takes seconds. */
const missed: readonly (readonly [Without, from: number])[] = [
  ['idempotency', 1],
  ['baseVersions', 1],
  ['epochs', 80],
  ['journal', 80],
]

test.each(missed)('without %s the histories find something wrong', async (without, from) => {
  const wrong = await firstWrong(from, 300, without)
  expect(wrong?.wrongs[0]).toBeTruthy()
})
