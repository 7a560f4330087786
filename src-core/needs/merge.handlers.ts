import { forgetAliases, learnAliases, loadTopicDirectory, proposeTopics } from '../courses/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { similarityIndex } from '../kernel/similarity-index.ts'
import { cycleById } from './cycle.repository.ts'
import type { mergeContract } from './merge.contract.ts'
import {
  type Asker,
  aliasesOf,
  linesOfWording,
  mergeById,
  mergeLines,
  mergesOf,
  waitingAskers,
  waitingLines,
  waitingWordings,
} from './merge.repository.ts'
import { groupWordings } from './merge.rules.ts'

/** Least likeness at which a topic is offered for a wording. */
const suggestFrom = 0.45

export const mergeHandlers: Handlers<typeof mergeContract> = {
  freeTexts: async ({ input, db }) => {
    const wordings = await waitingWordings(db, input.cycleId)
    const suggest = await topicSuggestions(db)
    const askers = Map.groupBy(await waitingAskers(db, input.cycleId), ({ key }) => key)
    const groups = groupWordings(wordings).map((group) => ({
      key: group[0]?.key ?? '',
      label: group[0]?.text ?? '',
      lines: group.reduce((sum, wording) => sum + wording.lines, 0),
      ...askedBy(group.flatMap(({ key }) => askers.get(key) ?? [])),
      wordings: [...group],
      suggestions: suggest(group[0]?.key ?? ''),
    }))
    const done = (await mergesOf(db, input.cycleId)).filter(({ undoneAt }) => undoneAt === null)
    return {
      groups,
      lines: groups.reduce((sum, group) => sum + group.lines, 0),
      merged: done.reduce((sum, { lineCount }) => sum + lineCount, 0),
    }
  },

  freeTextLines: async ({ input, db }) => {
    const rows = await linesOfWording(db, input.cycleId, input.key)
    return rows.map(({ givenNames, surname, text, ...row }) => ({
      ...row,
      text: text ?? '',
      person: givenNames ? `${givenNames} ${surname}` : null,
    }))
  },

  merge: async ({ input, db, write }) => {
    await openForMerging(db, input.cycleId)
    const topic = found(
      (await loadTopicDirectory(db)).find(({ id }) => id === input.topicId),
      'topic',
      input.topicId,
    )
    if (topic.state === 'RETIRED') breaksRule('topicRetired', { topic: topic.name })
    const lines = await waitingLines(db, input.cycleId, input.keys)
    if (lines.length === 0) breaksRule('nothingToMerge')
    const wordings = new Map(lines.map((line) => [line.freeTextKey ?? '', line.freeText ?? '']))
    const aliasIds = input.learn ? await learnedIds(write, input.topicId, wordings) : []
    const mergeId = await write.insert('merge', {
      cycleId: input.cycleId,
      topicId: input.topicId,
      undoneAt: null,
      lineCount: lines.length,
      texts: JSON.stringify([...wordings.values()]),
      aliasIds: JSON.stringify(aliasIds),
    })
    const after = { topicId: input.topicId }
    await write.updateMany(
      'needLine',
      lines.map(({ id }) => ({ id, patch: after })),
    )
    const before = JSON.stringify({ topicId: null })
    await write.insertMany(
      'mergeLine',
      lines.map((line) => ({ id: write.newId(), mergeId, lineId: line.id, before, after: JSON.stringify(after) })),
    )
    return { mergeId, lines: lines.length, aliases: aliasIds.length }
  },

  proposeTopic: async ({ input, write }) => {
    const proposed = await proposeTopics(write, [input.name])
    return { topicId: proposed.get(input.name) ?? '' }
  },

  merges: async ({ input, db }) =>
    (await mergesOf(db, input.cycleId)).map(({ lineCount, createdAt, texts, ...merge }) => ({
      ...merge,
      lines: lineCount,
      at: createdAt,
      texts: JSON.parse(texts),
    })),

  splitBack: async ({ input, db, write, now }) => {
    const merge = found(await mergeById(db, input.mergeId), 'merge', input.mergeId)
    if (merge.undoneAt !== null) breaksRule('alreadySplitBack')
    await openForMerging(db, merge.cycleId)
    const lines = await mergeLines(db, merge.id)
    const asMerged = lines.filter((line) => line.topicId === merge.topicId && line.deletedAt === null)
    await write.updateMany(
      'needLine',
      asMerged.map((line) => ({ id: line.lineId, patch: JSON.parse(line.before) })),
    )
    const aliasIds: string[] = JSON.parse(merge.aliasIds)
    const aliases = await forgetAliases(write, merge.topicId, aliasIds)
    await write.update('merge', merge.id, { undoneAt: now })
    return { lines: asMerged.length, changedSince: lines.length - asMerged.length, aliases }
  },
}

function askedBy(askers: readonly Asker[]): { readonly persons: number; readonly units: number } {
  const heads = askers.reduce((sum, { personId, headcount }) => sum + (personId === null ? headcount : 0), 0)
  const persons = new Set(askers.flatMap(({ personId }) => personId ?? []))
  return { persons: persons.size + heads, units: new Set(askers.map(({ unitId }) => unitId)).size }
}

/** Teaches the catalogue the wordings and gives the ids of those that were new to it. */
async function learnedIds(
  write: Writer,
  topicId: string,
  texts: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const before = new Set((await aliasesOf(write.db, [...texts.keys()])).map((alias) => alias.id))
  await learnAliases(write, topicId, texts.values(), 'merge')
  const after = await aliasesOf(write.db, [...texts.keys()])
  return after.filter((alias) => alias.topicId === topicId && !before.has(alias.id)).map((alias) => alias.id)
}

async function openForMerging(db: Reader, cycleId: string): Promise<void> {
  const cycle = found(await cycleById(db, cycleId), 'tnaCycle', cycleId)
  if (cycle.state === 'CONSOLIDATED' || cycle.state === 'ARCHIVED') breaksRule('cycleClosed')
}

/** Topics a wording may mean: by code, names and what was learned, the likeliest first. */
async function topicSuggestions(db: Reader) {
  const topics = (await loadTopicDirectory(db)).filter((topic) => topic.state !== 'RETIRED')
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const entries = topics.flatMap((topic) => [
    { key: `${topic.id}|name`, text: topic.name },
    ...(topic.nameEn ? [{ key: `${topic.id}|en`, text: topic.nameEn }] : []),
    ...topic.aliases.map((text) => ({ key: `${topic.id}|alias`, text })),
  ])
  const index = similarityIndex(entries)
  return (wording: string) => {
    const best = new Map<string, { similarity: number; learned: boolean }>()
    for (const match of index.best(wording, 12)) {
      const [topicId = '', kind] = match.key.split('|')
      const known = best.get(topicId)
      if (match.score < suggestFrom || (known && known.similarity >= match.score)) continue
      best.set(topicId, { similarity: match.score, learned: kind === 'alias' })
    }
    return [...best].slice(0, 4).map(([topicId, found]) => {
      const topic = byId.get(topicId)
      return { topicId, code: topic?.code ?? '', name: topic?.name ?? '', ...found }
    })
  }
}
