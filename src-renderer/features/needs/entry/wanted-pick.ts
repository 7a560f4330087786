import type { TopicMatch } from '../../../../src-core/needs/collect.contract.ts'
import { client } from '../../../app/api.ts'
import { textOf } from '../../../app/i18n.ts'
import type { PickOption } from './PickField.tsx'

/** What a line may ask for: a topic, or the words as they were typed. */
export type Wanted =
  | { readonly kind: 'topic'; readonly topicId: string; readonly label: string }
  | { readonly kind: 'freeText' | 'event'; readonly text: string }

/** From here on a topic contains what was typed; below it only resembles it. */
const containedFrom = 0.8

export const topicLabel = ({ code, name }: Pick<TopicMatch, 'code' | 'name'>): string => `${code} · ${name}`

const topicOption = (match: TopicMatch, group?: string): PickOption<Wanted> => ({
  id: match.id,
  value: { kind: 'topic', topicId: match.id, label: topicLabel(match) },
  label: topicLabel(match),
  note: match.alias ? textOf('needs:entry.alias', { text: match.alias }) : undefined,
  group,
})

const textOption = (text: string): PickOption<Wanted> => ({
  id: 'free-text',
  value: { kind: 'freeText', text },
  label: textOf('needs:entry.asFreeText', { text }),
})

/** A congress or fair of somebody else, which will never be a topic of the catalogue. */
const eventOption = (text: string): PickOption<Wanted> => ({
  id: 'event',
  value: { kind: 'event', text },
  label: textOf('needs:entry.asEvent', { text }),
})

/**
 * Topics that contain the text come before the text itself, those that only resemble it behind: a misspelt topic is
 * found later on the merge bench, a wrong one is not.
 */
export async function findWanted(text: string, events = false): Promise<readonly PickOption<Wanted>[]> {
  const { matches } = await client.needs.matchTopics({ text })
  const contained = matches.filter((match) => match.likeness >= containedFrom)
  const alike = contained.length === 0 ? matches : []
  const didYouMean = textOf('needs:entry.didYouMean')
  return [
    ...contained.map((match) => topicOption(match)),
    textOption(text.trim()),
    ...(events ? [eventOption(text.trim())] : []),
    ...alike.map((match) => topicOption(match, didYouMean)),
  ]
}

/** The same, and the text as an event of another organiser. */
export const findWantedOrEvent = (text: string) => findWanted(text, true)

/** What Enter takes when it is faster than the list: the first of it. */
export const sureWanted = async (text: string): Promise<PickOption<Wanted> | undefined> => (await findWanted(text))[0]
