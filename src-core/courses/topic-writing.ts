import type { OwnColumns, TopicAliasTable } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { aliasesOf, loadTopicDirectory, topicById } from './topic.repository.ts'
import { nextProposalCode, tidyAliases } from './topic.rules.ts'
import type { TopicFields } from './topic.ts'

/** Everything a topic is found by, in any spelling. */
export const topicSearchKey = (
  topic: Pick<TopicFields, 'code' | 'name' | 'nameEn' | 'category' | 'legalBasis' | 'targetGroups'>,
  aliases: readonly string[],
): string =>
  fold(
    [topic.code, topic.name, topic.nameEn, ...aliases, topic.category, topic.legalBasis, topic.targetGroups].join(' '),
  )

/** A topic's row as it is stored, but for its state. */
export const topicColumns = (fields: TopicFields): Omit<OwnColumns<'topic'>, 'state' | 'supersededById'> => {
  const { aliases, objectives, prerequisites, behaviours, ...plain } = fields
  return {
    ...plain,
    objectives: JSON.stringify(objectives),
    prerequisites: JSON.stringify([...new Set(prerequisites)]),
    behaviours: JSON.stringify(behaviours),
    searchKey: topicSearchKey(fields, tidyAliases(fields.name, aliases)),
    sortKey: sortKey(fields.name),
  }
}

/** Makes the aliases of a topic those given: new ones are the officer's, those left out go. */
export async function setAliases(
  write: Writer,
  topicId: string,
  name: string,
  wanted: readonly string[],
): Promise<void> {
  const present = await aliasesOf(write.db, topicId)
  const texts = tidyAliases(name, wanted)
  const keys = new Set(texts.map(fold))
  const known = new Map(present.map((alias) => [alias.textKey, alias]))
  await write.removeMany(
    'topicAlias',
    present.filter((alias) => !keys.has(alias.textKey)).map((alias) => alias.id),
  )
  for (const text of texts) {
    const alias = known.get(fold(text))
    if (!alias) await insertAlias(write, topicId, text, 'officer')
    else if (alias.text !== text) await write.update('topicAlias', alias.id, { text })
  }
}

const insertAlias = (write: Writer, topicId: string, text: string, source: TopicAliasTable['source']) =>
  write.insert('topicAlias', { topicId, text, textKey: fold(text), source })

/**
 * Remembers other wordings of a topic, so that the next import and search know them. A wording that already means
 * something (a topic's name or another alias) is left as it is. Gives how many were new.
 */
export async function learnAliases(
  write: Writer,
  topicId: string,
  texts: Iterable<string>,
  source: TopicAliasTable['source'],
): Promise<number> {
  const topic = await topicById(write.db, topicId)
  if (!topic) return 0
  const taken = new Set<string>()
  for (const entry of await loadTopicDirectory(write.db)) {
    for (const alias of entry.aliases) taken.add(fold(alias))
    if (entry.state !== 'RETIRED' || entry.id === topicId) taken.add(fold(entry.name))
  }
  let learned = 0
  for (const text of texts) {
    const tidy = text.normalize().replace(/\s+/g, ' ').trim().slice(0, 200)
    const key = fold(tidy)
    if (key.length < 2 || taken.has(key)) continue
    taken.add(key)
    await insertAlias(write, topicId, tidy, source)
    learned++
  }
  if (learned > 0) await refreshSearchKey(write, topicId)
  return learned
}

/** Brings the search key of a topic up to date with its aliases. */
export async function refreshSearchKey(write: Writer, topicId: string): Promise<void> {
  const topic = await topicById(write.db, topicId)
  if (!topic) return
  const aliases = await aliasesOf(write.db, topicId)
  const searchKey = topicSearchKey(
    topic,
    aliases.map((alias) => alias.text),
  )
  await write.update('topic', topicId, { searchKey })
}

/**
 * Proposes topics that the catalogue lacks, as imports and forms find them; each waits for its owner with a provisional
 * code. A name that already means a topic gives that topic's id instead. Gives the id of each name.
 */
export async function proposeTopics(write: Writer, names: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const directory = await loadTopicDirectory(write.db)
  const ids = new Map<string, string>()
  for (const topic of directory) {
    for (const alias of topic.aliases) ids.set(fold(alias), topic.supersededById ?? topic.id)
  }
  for (const topic of directory) if (topic.state !== 'RETIRED') ids.set(fold(topic.name), topic.id)
  const codes = directory.map((topic) => topic.code)
  const proposed = new Map<string, string>()
  for (const name of names) {
    const tidy = name.normalize().replace(/\s+/g, ' ').trim().slice(0, 200)
    const known = ids.get(fold(tidy))
    const id = known ?? (await write.insert('topic', proposalRow(tidy, nextProposalCode(codes))))
    if (!known) {
      codes.push(nextProposalCode(codes))
      ids.set(fold(tidy), id)
    }
    proposed.set(name, id)
  }
  return proposed
}

/** Half a day of 45-minute lessons until somebody says otherwise. */
const proposalRow = (name: string, code: string): OwnColumns<'topic'> => ({
  ...topicColumns({
    code,
    name,
    nameEn: null,
    category: '',
    level: 'HALF_DAY',
    lessonHoursTenths: 30,
    lessonMinutes: 45,
    objectives: [],
    prerequisites: [],
    targetGroups: null,
    repeatMonths: null,
    legalBasis: null,
    defaultProviderId: null,
    defaultCertificateKind: 'PARTICIPATION',
    behaviours: [],
    aliases: [],
  }),
  state: 'PROPOSED',
  supersededById: null,
})

/** Takes learned wordings back, as a merge is split. Gives how many were still there. */
export async function forgetAliases(write: Writer, topicId: string, aliasIds: readonly string[]): Promise<number> {
  const present = new Set((await aliasesOf(write.db, topicId)).map((alias) => alias.id))
  const forgotten = await write.removeMany(
    'topicAlias',
    aliasIds.filter((id) => present.has(id)),
  )
  if (forgotten > 0) await refreshSearchKey(write, topicId)
  return forgotten
}
