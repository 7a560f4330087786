import { oneLine } from './cell-text.ts'
import type { TableColumn } from './header-names.ts'
import { joinedName } from './header-names.ts'

/** The topic a column of a wide sheet asks about, and the question or group it stands under. */
export type TopicHeader = { readonly column: number; readonly topic: string; readonly group: string | null }

// Two topics may well begin with the same three words, but hardly with the same seven.
const fewestWords = (sharing: number): number => (sharing >= 3 ? 3 : sharing === 2 ? 7 : Number.POSITIVE_INFINITY)
const enders = /[.:?!>|\][\n/–-]/g
const decoration = /^[\s.:;>|\][/–*-]+|[\s.:;|[\]*]+$/g

/** Every beginning of a header at which a question may end and the topic begin. */
const beginnings = (header: string): readonly string[] =>
  [...header.matchAll(enders)]
    .map((match) => header.slice(0, match.index + 1))
    .filter((text) => text.length < header.length)

const wordCount = (text: string): number => oneLine(text).split(' ').length

const trimmed = (text: string): string => oneLine(text.replace(decoration, ''))

/**
 * Takes the question off headers of the form `question\nhelp.topic` or `question [topic]`: what several headers
 * begin with alike, up to a sign that can end a sentence, is the question; what differs is the topic. Of two rows of
 * headers the lower one is the topic. A beginning of one or two words (`Excel: Temel`) belongs to the topic.
 */
export function topicHeaders(columns: readonly TableColumn[]): readonly TopicHeader[] {
  const shared = new Map<string, number>()
  const texts = columns.map((column) => (column.path.at(-1) ?? column.name).replaceAll('\u00a0', ' '))
  for (const text of texts) for (const start of beginnings(text)) shared.set(start, (shared.get(start) ?? 0) + 1)
  return columns.map(({ column, path, name }, at) => {
    const text = texts[at] ?? ''
    let question = ''
    let most = 0
    for (const start of beginnings(text)) {
      const count = shared.get(start) ?? 0
      if (count < most || wordCount(start) < fewestWords(count)) continue
      if (trimmed(text.slice(start.length)) === '') continue
      most = count
      question = start
    }
    const above = path.length > 1 ? joinedName(path.slice(0, -1)) : ''
    const topic = trimmed(text.slice(question.length))
    const group = trimmed(question.split('\n')[0] ?? '') || above
    return { column, topic: topic === '' ? name : topic, group: group === '' ? null : group }
  })
}
