import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { NeedLineTable, TnaFormTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import type { collectContract, LineFields } from './collect.contract.ts'
import { cycleById } from './cycle.repository.ts'
import { checkAdding } from './cycle.rules.ts'
import * as forms from './form.repository.ts'
import { checkLineLimit, joinedNeed, type Wanted, wantedColumns, wantedKey } from './need.rules.ts'
import type { NeedSource } from './need.ts'
import { guardOf } from './priority.handlers.ts'
import { matchTopics, type TopicNames, topicNames } from './topic-match.ts'

type FormHandlers = Pick<Handlers<typeof collectContract>, 'matchTopics' | 'personForm' | 'saveForm'>

export const formHandlers: FormHandlers = {
  matchTopics: async ({ db, input }) => ({ matches: await matchTopics(db, input.text, input.limit) }),

  personForm: async ({ db, input, now }) => {
    const cycle = found(await cycleById(db, input.cycleId), 'cycle', input.cycleId)
    const person = found(await forms.personOf(db, input.personId), 'person', input.personId)
    const form = await forms.formOf(db, cycle.id, person.id)
    const guard = await guardOf(db, now)
    const trainings = await forms.trainingsOf(db, person.id)
    return {
      person,
      eligible: person.active && cycle.eligibleTypes.includes(person.employmentType),
      state: form?.state ?? 'EMPTY',
      submittedAt: form?.submittedAt ?? null,
      lines: await forms.formLines(db, cycle.id, person.id),
      lineLimit: cycle.maxLinesPerPerson,
      trainings: trainings.map((training) => ({ ...training, recent: training.completedOn >= guard.since })),
      guardMonths: guard.months,
    }
  },

  saveForm: async (call) => {
    const { db, input, actor, now } = call
    const cycle = found(await cycleById(db, input.cycleId), 'cycle', input.cycleId)
    const reason = checkAdding(cycle, actor, now, 'needs.saveForm', input.exception)
    const person = found(await forms.personOf(db, input.personId), 'person', input.personId)
    if (!person.active) breaksRule('personInactive', { name: person.name })
    if (!cycle.eligibleTypes.includes(person.employmentType)) breaksRule('personNotEligible', { name: person.name })
    const form = await forms.formOf(db, cycle.id, person.id)
    if (form?.state === 'LOCKED' || form?.state === 'LOCKED_UNREVIEWED') breaksRule('formLocked')
    const source: NeedSource = {
      kind: input.source,
      reference: input.source === 'paper' ? input.reference : actor.name,
      at: now,
      ...(reason && { exception: reason }),
    }
    const formId = await submitForm(call, form, source)
    const entered = await enterLines(call, { formId, unitId: person.unitId, limit: cycle.maxLinesPerPerson }, source)
    return { formId, ...entered, duplicates: await duplicatesAmong(call, person.id) }
  },
}

type SaveCall = Parameters<FormHandlers['saveForm']>[0]

/** A form typed for somebody counts as sent in; the manager looks at it anew. */
async function submitForm({ input, write, now }: SaveCall, form: TnaFormTable | undefined, source: NeedSource) {
  const sent = { state: 'SUBMITTED' as const, submittedAt: form?.submittedAt ?? now }
  if (!form) {
    return write.insert('tnaForm', {
      cycleId: input.cycleId,
      personId: input.personId,
      ...sent,
      source: input.source,
      sourceRef: source.reference || null,
      note: null,
    })
  }
  if (input.lines.length > 0 || form.submittedAt === null) await write.update('tnaForm', form.id, sent)
  return form.id
}

type Target = { readonly formId: string; readonly unitId: string; readonly limit: number }

async function enterLines(call: SaveCall, target: Target, source: NeedSource) {
  const { db, input, write } = call
  const known = new Map((await forms.linesOf(db, input.cycleId, input.personId)).map((line) => [wantedKey(line), line]))
  const added = new Map<string, LineFields & Wanted>()
  let merged = 0
  const named = topicNames(db)
  for (const line of input.lines) {
    const wish = { ...line, ...(await resolveWanted(db, line, named)) }
    const key = wantedKey(wish)
    const there = known.get(key)
    if (there) {
      await write.update('needLine', there.id, joinedNeed(there, wish, source))
      merged++
    } else if (added.has(key)) merged++
    else added.set(key, wish)
  }
  checkLineLimit(known.size + added.size, target.limit)
  const lines = [...added.values()].map((wish) => ({ id: write.newId(), ...lineColumns(call, target, wish, source) }))
  const created = await write.insertMany('needLine', lines)
  return { created, merged, lineIds: lines.map((line) => line.id) }
}

function lineColumns({ input }: SaveCall, { formId, unitId }: Target, wish: LineFields & Wanted, source: NeedSource) {
  return {
    ...emptyLine,
    cycleId: input.cycleId,
    formId,
    personId: input.personId,
    unitId,
    headcount: 1,
    ...wantedColumns(wish, wish.external),
    reason: wish.reason,
    selfLevel: wish.selfLevel,
    targetLevel: wish.targetLevel,
    urgency: wish.urgency,
    preferredQuarter: wish.preferredQuarter,
    note: wish.note,
    sources: JSON.stringify([source]),
  }
}

/** What nobody has said or done yet of a new line. */
export const emptyLine = {
  managerPriority: null,
  managerState: 'WAITING',
  managerReason: null,
  names: null,
  demandGroupId: null,
  outcome: 'OPEN',
  outcomeReason: null,
  carriedFromId: null,
  importId: null,
} as const satisfies Partial<NeedLineTable>

/** A topic that may be asked for; words that are a topic's own name in any spelling become that topic. */
export async function resolveWanted(
  db: Reader,
  { topicId, freeText }: Wanted,
  named: TopicNames = topicNames(db),
): Promise<Wanted> {
  if (topicId) {
    const topic = found((await forms.topicRefs(db, [topicId])).get(topicId), 'topic', topicId)
    if (topic.state === 'RETIRED') breaksRule('topicRetired', { topic: topic.name })
    return { topicId, freeText }
  }
  const topic = freeText ? await named(freeText) : undefined
  return topic ? { topicId: topic.id, freeText } : { topicId: null, freeText }
}

async function duplicatesAmong({ db, input, now }: CommandCall<SaveCall['input']>, personId: string) {
  const { since } = await guardOf(db, now)
  const lines = await forms.linesOf(db, input.cycleId, personId)
  const asked = new Set(lines.map((line) => line.topicId))
  const recent = (await forms.trainingsOf(db, personId)).filter((training) => training.completedOn >= since)
  return recent.flatMap(({ topicId, ...training }) => (topicId && asked.has(topicId) ? [{ topicId, ...training }] : []))
}
