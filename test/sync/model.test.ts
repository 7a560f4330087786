import { expect, test } from 'vitest'
import { liveHistory, prepareTemplate, type Without } from './history.ts'
import { wrongsOf } from './judge.ts'

/** The nightly form: AKADEMI_HISTORIES=20000, and AKADEMI_SEED to begin elsewhere or to live one history again. */
const histories = Number(process.env.AKADEMI_HISTORIES ?? 1000)
const firstSeed = Number(process.env.AKADEMI_SEED ?? 1)

/** The first history in which something is wrong, and what. */
async function firstWrong(count: number, without?: Without) {
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    try {
      const history = await liveHistory(seed, without)
      const wrongs = await wrongsOf(history)
      if (wrongs.length > 0) return { seed, wrongs, story: history.story }
    } catch (error) {
      return {
        seed,
        wrongs: [error instanceof Error ? `${error.stack} ${(error.cause as Error)?.stack ?? ''}` : String(error)],
        story: [],
      }
    }
  }
  return undefined
}

test(`whatever happens to ${histories} offices, in the end all stores say the same and nothing acknowledged is lost`, async () => {
  await prepareTemplate()
  const began = Date.now()
  const wrong = await firstWrong(histories)
  process.stdout.write(
    `${histories} histories from seed ${firstSeed} in ${Math.round((Date.now() - began) / 1000)} s\n`,
  )
  expect(wrong).toBeUndefined()
})
