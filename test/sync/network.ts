import type { Portal } from '../../src-core/sync/client.ts'
import type { Dice } from './world.ts'

/** What a network does to messages, each with its share of them. */
export type Weather = {
  readonly lost: number
  readonly answerLost: number
  readonly twice: number
  readonly late: number
}

export const calm: Weather = { lost: 0, answerLost: 0, twice: 0, late: 0 }

export class Cut extends Error {}

const messages = [
  'hello',
  'push',
  'pull',
  'reset',
  'known',
  'seed',
  'seedEnd',
  'files',
  'putChunk',
  'getChunk',
] as const satisfies readonly (keyof Portal)[]

type Message = (typeof messages)[number]

export type Answer = (message: Message, input: unknown) => Promise<unknown>

/**
 * The portal behind a network. Messages travel as text. Late ones reach the portal after their sender has given up, in any
 * order; of an answer that is cut short nothing can be read.
 */
export function behindNetwork(
  answer: Answer,
  dice: Dice,
  weather: () => Weather,
  late: (() => Promise<unknown>)[],
): Portal {
  const send = async (message: Message, input: unknown): Promise<unknown> => {
    const text = JSON.stringify(input ?? null)
    const deliver = async () => JSON.parse(JSON.stringify((await answer(message, JSON.parse(text))) ?? null))
    const { lost, answerLost, twice, late: delayed } = weather()
    if (dice.chance(lost)) throw new Cut(`${message} was lost`)
    if (dice.chance(delayed)) {
      late.push(deliver)
      throw new Cut(`${message} took too long`)
    }
    const answered = await deliver()
    if (dice.chance(answerLost)) throw new Cut(`The answer to ${message} was cut short`)
    return dice.chance(twice) ? deliver() : answered
  }
  return Object.fromEntries(
    messages.map((message) => [message, (input: unknown) => send(message, input)]),
  ) as unknown as Portal
}
