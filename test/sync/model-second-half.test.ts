import { expect, test } from 'vitest'
import { firstSeed, firstWrong, histories } from './model.ts'

// A file of its own, so that the second core lives the other half of the histories.

const half = Math.ceil(histories / 2)
const from = firstSeed + half

test(`whatever happens to offices ${from} to ${firstSeed + histories - 1}, in the end all stores say the same and nothing acknowledged is lost`, {
  timeout: 0,
}, async () => {
  expect(await firstWrong(from, histories - half)).toBeUndefined()
})
