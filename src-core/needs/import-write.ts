import { proposeTopics } from '../courses/index.ts'
import type { OwnColumns } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import { OperationError } from '../kernel/errors.ts'
import type { Progress } from '../kernel/operation.ts'
import type { NeedImport } from './import.contract.ts'
import { lineKey } from './import.repository.ts'
import type { CheckedNeeds } from './import-check.ts'
import { draftTopicKey, type NeedDraft } from './import-draft.ts'
import type { ImportLookups } from './import-lookups.ts'
import { urgencyOf } from './import-result.ts'
import { type NeedSource, parseSources, withSource } from './need.ts'

type Watch = { readonly report: (progress: Progress) => void; readonly signal: AbortSignal }

export type WriteOptions = {
  readonly write: Writer
  readonly lookups: ImportLookups
  readonly choices: NeedImport
  readonly importId: string
  readonly now: string
  readonly watch: Watch
}

const tellEvery = 2000

/** Writes what a check found: proposed topics, forms, new lines, and source marks on lines the cycle has already. */
export async function writeNeeds({ findings, merged }: CheckedNeeds, options: WriteOptions): Promise<void> {
  const { write, lookups, choices, now } = options
  const fresh = findings.drafts.filter((draft) => !merged.has(draft))
  const names = new Map(
    fresh.flatMap(({ topic }) => (topic.kind === 'proposed' ? [[topic.key, topic.name] as const] : [])),
  )
  const proposed = await proposeTopics(write, names.values())
  const topicIds = new Map([...names].map(([key, name]) => [key, proposed.get(name) ?? '']))
  const forms = new Map<string, string>()
  for (const { personId } of fresh) {
    if (personId && !lookups.forms.has(personId) && !forms.has(personId)) forms.set(personId, '')
  }
  for (const personId of forms.keys()) forms.set(personId, write.newId())
  await write.insertMany('tnaForm', formRows(forms, choices, now))
  await write.insertMany('needLine', lineRows(fresh, forms, topicIds, options))
  await write.updateMany(
    'needLine',
    [...merged].flatMap((draft) => {
      const known = lookups.lines.get(lineKey(draft, draftTopicKey(draft.topic)))
      if (!known) return []
      const sources = sourcesOf(draft, choices, now).reduce(withSource, parseSources(known.sources))
      return [{ id: known.id, patch: { sources: JSON.stringify(sources) } }]
    }),
  )
}

function* formRows(forms: ReadonlyMap<string, string>, choices: NeedImport, now: string) {
  for (const [personId, id] of forms) {
    yield {
      id,
      cycleId: choices.cycleId,
      personId,
      state: 'SUBMITTED' as const,
      submittedAt: now,
      source: 'excel' as const,
      sourceRef: choices.fileName,
      note: null,
    }
  }
}

function* lineRows(
  drafts: readonly NeedDraft[],
  forms: ReadonlyMap<string, string>,
  topicIds: ReadonlyMap<string, string>,
  { write, lookups, choices, importId, now, watch }: WriteOptions,
): Generator<OwnColumns<'needLine'> & { id: string }> {
  for (const [index, draft] of drafts.entries()) {
    if (index % tellEvery === 0) {
      if (watch.signal.aborted) throw new OperationError('CANCELLED', {})
      watch.report({ stage: 'writingNeeds', done: index, total: drafts.length })
    }
    const { topic, personId } = draft
    const freeText = topic.kind === 'freeText' ? topic : null
    yield {
      id: write.newId(),
      cycleId: choices.cycleId,
      formId: personId === null ? null : (forms.get(personId) ?? lookups.forms.get(personId) ?? null),
      personId,
      unitId: draft.unitId,
      headcount: draft.headcount,
      kind: draft.isExternal ? 'externalEvent' : freeText ? 'freeText' : 'topic',
      topicId:
        topic.kind === 'topic' ? topic.topicId : topic.kind === 'proposed' ? (topicIds.get(topic.key) ?? null) : null,
      freeText: freeText?.text ?? null,
      freeTextKey: freeText?.key ?? null,
      reason: draft.reason,
      selfLevel: draft.selfLevel,
      targetLevel: draft.targetLevel,
      urgency: urgencyOf(draft),
      preferredQuarter: draft.quarter,
      managerPriority: draft.managerPriority,
      // In a file of the unit's coordinator the priority is a proposal; the manager decides on the portal.
      managerState: draft.managerPriority === null || lookups.own ? 'WAITING' : 'APPROVED',
      managerReason: null,
      note: draft.note,
      demandGroupId: null,
      outcome: 'OPEN',
      outcomeReason: null,
      carriedFromId: null,
      sources: JSON.stringify(sourcesOf(draft, choices, now)),
      importId,
    }
  }
}

/** Where a line stands in the file: the row of a person, the sheet as a whole for heads. */
function sourcesOf(draft: NeedDraft, choices: NeedImport, at: string): readonly NeedSource[] {
  const place = `${choices.fileName}, ${draft.sheet}`.slice(0, 280)
  const rows = draft.personId === null ? [null] : [draft.row, ...draft.alsoRows]
  return rows.map((row) => ({ kind: 'excel', reference: row === null ? place : `${place}, ${row + 1}`, at }))
}
