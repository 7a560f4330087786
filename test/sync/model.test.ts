import { expect, test } from 'vitest'
import { firstSeed, firstWrong, histories } from './model.ts'

const half = Math.ceil(histories / 2)

test(`whatever happens to offices ${firstSeed} to ${firstSeed + half - 1}, in the end all stores say the same and nothing acknowledged is lost`, {
  timeout: 0,
}, async () => {
  expect(await firstWrong(firstSeed, half)).toBeUndefined()
})
