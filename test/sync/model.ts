import { liveHistory, prepareTemplate, type Without } from './history.ts'
import { wrongsOf } from './judge.ts'

/** The nightly form: AKADEMI_HISTORIES=20000, and AKADEMI_SEED to begin elsewhere or to live one history again. */
export const histories = Number(process.env.AKADEMI_HISTORIES ?? 1000)
export const firstSeed = Number(process.env.AKADEMI_SEED ?? 1)

export type Wrong = { readonly seed: number; readonly wrongs: readonly string[]; readonly story: readonly string[] }

/** The first of some histories in which something is wrong, and what. */
export async function firstWrong(from: number, count: number, without?: Without): Promise<Wrong | undefined> {
  await prepareTemplate()
  for (let seed = from; seed < from + count; seed++) {
    try {
      const history = await liveHistory(seed, without)
      const wrongs = await wrongsOf(history)
      if (wrongs.length > 0) return { seed, wrongs, story: history.story }
    } catch (error) {
      return { seed, wrongs: [String(error instanceof Error ? error.stack : error)], story: [] }
    }
  }
  return undefined
}
