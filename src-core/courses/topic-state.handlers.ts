import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { TopicTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { undoCommand } from '../imports/index.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import type { topicContract } from './topic.contract.ts'
import { checkTopic } from './topic.handlers.ts'
import * as topics from './topic.repository.ts'
import { nameClash } from './topic.rules.ts'
import * as references from './topic-references.repository.ts'
import { learnAliases, refreshSearchKey, setAliases, topicColumns } from './topic-writing.ts'

type OwnHandlers = Pick<
  Handlers<typeof topicContract>,
  'acceptTopic' | 'retireTopic' | 'reactivateTopic' | 'previewTopicMerge' | 'mergeTopics' | 'undoTopicMerge'
>

/** The topic, and the one that shall take its place; refuses what makes no sense. */
async function mergePair(db: Reader, id: string, intoId: string): Promise<{ from: TopicTable; into: TopicTable }> {
  const from = found(await topics.topicById(db, id), 'topic', id)
  const into = found(await topics.topicById(db, intoId), 'topic', intoId)
  if (from.id === into.id) breaksRule('mergeWithItself')
  if (into.state !== 'ACTIVE') breaksRule('mergeIntoNotOffered', { name: into.name })
  if (from.supersededById) breaksRule('alreadyMerged', { name: from.name })
  return { from, into }
}

/** Topics whose prerequisites name a topic. */
async function dependants(db: Reader, topicId: string) {
  const all = await topics.loadPrerequisites(db)
  return [...all].filter(([, wanted]) => wanted.includes(topicId))
}

/** Lets the topics that asked for `fromId` ask for `intoId`; with nothing in its place the prerequisite goes. */
async function movePrerequisites(write: Writer, fromId: string, intoId: string): Promise<void> {
  for (const [id, wanted] of await dependants(write.db, fromId)) {
    const moved = new Set(wanted.map((one) => (one === fromId ? intoId : one)))
    moved.delete(id)
    await write.update('topic', id, { prerequisites: JSON.stringify([...moved]) })
  }
}

async function moveTrainers(write: Writer, fromId: string, intoId: string): Promise<void> {
  const already = new Set((await references.trainerTopicsOf(write.db, intoId)).map((row) => row.trainerId))
  const own = await references.trainerTopicsOf(write.db, fromId)
  const double = own.filter((row) => already.has(row.trainerId)).map((row) => row.id)
  await write.removeMany('trainerTopic', double)
  const moving = own.filter((row) => !already.has(row.trainerId))
  await write.updateMany(
    'trainerTopic',
    moving.map(({ id }) => ({ id, patch: { topicId: intoId } })),
  )
}

/** A demand of the merged topic becomes demand of the other; where a cycle has both, their lines join one group. */
async function moveDemand(write: Writer, fromId: string, intoId: string, lineIds: readonly string[]): Promise<void> {
  const standing = new Map(
    (await references.demandGroupsOf(write.db, intoId)).map((group) => [group.cycleId, group.id]),
  )
  for (const group of await references.demandGroupsOf(write.db, fromId)) {
    const target = standing.get(group.cycleId)
    if (!target) {
      await write.update('demandGroup', group.id, { topicId: intoId })
      continue
    }
    const lines = await references.linesOfGroup(write.db, group.id)
    await write.updateMany(
      'needLine',
      lines.map((id) => ({ id, patch: { demandGroupId: target } })),
    )
    await write.removeMany('demandGroup', [group.id])
  }
  await write.updateMany(
    'needLine',
    lineIds.map((id) => ({ id, patch: { topicId: intoId } })),
  )
}

async function merge(call: CommandCall<{ id: string; rowVersion: number; intoId: string }>): Promise<void> {
  const { db, write, input } = call
  const { from, into } = await mergePair(db, input.id, input.intoId)
  const moving = await references.referencesOf(db, from.id)
  const aliases = await topics.aliasesOf(db, from.id)
  await write.updateMany(
    'topicAlias',
    aliases.map(({ id }) => ({ id, patch: { topicId: into.id } })),
  )
  await write.update('topic', from.id, { state: 'RETIRED', supersededById: into.id }, input.rowVersion)
  await learnAliases(write, into.id, [from.name, ...(from.nameEn ? [from.nameEn] : [])], 'merge')
  await refreshSearchKey(write, into.id)
  await movePrerequisites(write, from.id, into.id)
  await moveTrainers(write, from.id, into.id)
  await moveDemand(write, from.id, into.id, moving.needLines)
  await write.updateMany(
    'completedTraining',
    moving.completedTrainings.map((id) => ({ id, patch: { topicId: into.id } })),
  )
}

export const topicStateHandlers: OwnHandlers = {
  acceptTopic: async ({ db, input, write }) => {
    const row = found(await topics.topicById(db, input.id), 'topic', input.id)
    if (row.state !== 'PROPOSED') breaksRule('notProposed', { name: row.name })
    await checkTopic(db, input.fields, row)
    await write.update('topic', row.id, { ...topicColumns(input.fields), state: 'ACTIVE' }, input.rowVersion)
    await setAliases(write, row.id, input.fields.name, input.fields.aliases)
    return { rowVersion: input.rowVersion + 1 }
  },

  retireTopic: async ({ db, input, write }) => {
    const row = found(await topics.topicById(db, input.id), 'topic', input.id)
    if (row.state === 'RETIRED') breaksRule('alreadyRetired', { name: row.name })
    const asking = await topics.topicRefs(
      db,
      (await dependants(db, row.id)).map(([id]) => id),
    )
    const offered = asking.filter((ref) => ref.state !== 'RETIRED')
    if (input.supersededById) await mergePair(db, row.id, input.supersededById)
    else if (offered.length > 0) {
      breaksRule('topicIsPrerequisite', { name: row.name, topics: offered.map((ref) => ref.name).join(', ') })
    }
    const patch = { state: 'RETIRED' as const, supersededById: input.supersededById }
    await write.update('topic', row.id, patch, input.rowVersion)
    if (input.supersededById) await movePrerequisites(write, row.id, input.supersededById)
    return { rowVersion: input.rowVersion + 1 }
  },

  reactivateTopic: async ({ db, input, write }) => {
    const row = found(await topics.topicById(db, input.id), 'topic', input.id)
    if (row.state !== 'RETIRED') breaksRule('notRetired', { name: row.name })
    const directory = await topics.loadTopicDirectory(db)
    checkNameFree(row, directory)
    // A proposal that was turned down has no category yet, so it waits as a proposal again.
    const state = row.category === '' ? 'PROPOSED' : 'ACTIVE'
    await write.update('topic', row.id, { state, supersededById: null }, input.rowVersion)
    return { rowVersion: input.rowVersion + 1 }
  },

  previewTopicMerge: async ({ db, input }) => {
    const { from } = await mergePair(db, input.id, input.intoId)
    const moving = await references.referencesOf(db, from.id)
    return {
      needLines: moving.needLines.length,
      completedTrainings: moving.completedTrainings.length,
      trainers: moving.trainerTopics.length,
      aliases: (await topics.aliasesOf(db, from.id)).length + 1,
      prerequisiteOf: (await dependants(db, from.id)).length,
    }
  },

  mergeTopics: async (call) => {
    await merge(call)
    return { commandId: call.commandId, intoId: call.input.intoId }
  },

  undoTopicMerge: async ({ db, input, write }) => {
    const operation = await references.operationOf(db, input.commandId)
    if (operation !== 'courses.mergeTopics') breaksRule('notAMerge')
    const { removed, restored, kept } = await undoCommand(write, input.commandId)
    return { restored: restored + removed, kept: kept.length }
  },
}

/** A retired topic's name may have been given away since; then it cannot come back under it. */
function checkNameFree(row: TopicTable, directory: Awaited<ReturnType<typeof topics.loadTopicDirectory>>): void {
  const clash = nameClash({ id: row.id, code: row.code, name: row.name, aliases: [] }, directory)
  if (clash) breaksRule('topicNameTaken', { text: row.name, code: clash.with.code, name: clash.with.name })
}
