import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { NeedLineTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { found, OperationError } from '../kernel/errors.ts'
import type { InputOf } from '../kernel/operation.ts'
import { currentCycle, cycleById } from './cycle.repository.ts'
import type { Cycle } from './cycle.ts'
import { emptyLine, resolveWanted } from './form.handlers.ts'
import * as forms from './form.repository.ts'
import { mailReceived } from './form-mails.ts'
import { checkLineLimit, joinedNeed, type needDetails, wantedColumns, wantedKey } from './need.rules.ts'
import { type NeedSource, parseSources, withSource } from './need.ts'
import type { ownFormContract } from './own-form.contract.ts'
import * as own from './own-form.repository.ts'
import { checkFormOpen, checkNoTwins, checkOwnWindow, onlyFromPortal, receiptNo, windowOf } from './own-form.rules.ts'
import { guardOf } from './priority.handlers.ts'
import { topicNames } from './topic-match.ts'

const nothing = { window: null, form: null, draft: null }

export const ownFormHandlers: Handlers<typeof ownFormContract> = {
  myNeeds: async ({ db, actor, now }) => {
    const person = found(await forms.personOf(db, actor.id), 'person', actor.id)
    const guard = await guardOf(db, now)
    const trainings = (await forms.trainingsOf(db, person.id)).map((training) => ({
      ...training,
      recent: training.completedOn >= guard.since,
    }))
    const always = { trainings, guardMonths: guard.months }
    const cycle = await currentCycle(db)
    if (!cycle?.eligibleTypes.includes(person.employmentType)) return { ...nothing, ...always }
    return {
      window: windowOf(cycle, now),
      form: await ownForm(db, cycle.id, person.id),
      draft: (await own.draftOf(db, cycle.id, person.id)) ?? null,
      ...always,
    }
  },

  saveMyDraft: async ({ db, input: { cycleId, version, lines }, actor, now }) => {
    const { cycle } = await checkMayAsk(db, cycleId, actor.id, now)
    checkFormOpen((await forms.formOf(db, cycleId, actor.id))?.state)
    checkLineLimit(lines.length, cycle.maxLinesPerPerson)
    const actual = (await own.draftOf(db, cycleId, actor.id))?.version ?? 0
    if (actual !== version)
      throw new OperationError('CONFLICT', { entity: 'needDraft', id: cycleId, expected: version, actual })
    await own.saveDraft(db, { cycleId, personId: actor.id, lines }, version + 1, now)
    return { version: version + 1, savedAt: now }
  },

  submitMyForm: async (call) => {
    const { db, input, actor, now, write, commandId } = call
    // Asked for together: over PostgreSQL each answer that is waited for costs more than finding it.
    const [{ cycle, person }, form, before, { since }, trainings] = await Promise.all([
      checkMayAsk(db, input.cycleId, actor.id, now),
      forms.formOf(db, input.cycleId, actor.id),
      forms.linesOf(db, input.cycleId, actor.id),
      guardOf(db, now),
      forms.trainingsOf(db, actor.id),
    ])
    checkFormOpen(form?.state)
    if ((form?.rowVersion ?? null) !== input.formVersion)
      throw new OperationError('CONFLICT', { entity: 'tnaForm', id: form?.id ?? '', actual: form?.rowVersion ?? 0 })
    const receipt = receiptNo(cycle.year, commandId)
    const sent = { state: 'SUBMITTED', submittedAt: now, source: 'portal', sourceRef: receipt, note: null } as const
    if (form) await write.update('tnaForm', form.id, sent)
    const formId = form?.id ?? (await write.insert('tnaForm', { cycleId: cycle.id, personId: person.id, ...sent }))
    const lines = await replaceLines(
      call,
      cycle,
      { formId, unitId: person.unitId, before },
      { reference: receipt, at: now, kind: 'portal' },
    )
    await Promise.all([
      own.removeDraft(db, cycle.id, person.id),
      mailReceived(call, cycle, person.id, receipt, lines.length),
    ])
    const asked = new Set(lines.map((line) => line.topicId))
    const duplicates = trainings
      .filter(({ topicId, completedOn }) => topicId !== null && asked.has(topicId) && completedOn >= since)
      .map(({ name, completedOn, certificateNo }) => ({ name, completedOn, certificateNo }))
    return { receiptNo: receipt, lines: lines.length, duplicates }
  },
}

async function ownForm(db: Reader, cycleId: string, personId: string) {
  const form = await forms.formOf(db, cycleId, personId)
  if (!form) return null
  const words = await own.managerWords(db, cycleId, personId)
  const lines = (await forms.formLines(db, cycleId, personId)).map((line) => ({
    ...line,
    ...(words.get(line.id) ?? { managerState: 'WAITING' as const, managerReason: null }),
  }))
  const { rowVersion, state, submittedAt, source, sourceRef, note } = form
  const receipt = source === 'portal' ? sourceRef : null
  return { rowVersion, state, submittedAt, receiptNo: receipt, returnReason: state === 'RETURNED' ? note : null, lines }
}

/** The cycle, if its window is open at this moment for whoever asks. */
async function checkMayAsk(db: Reader, cycleId: string, personId: string, now: string) {
  const [cycle, known] = await Promise.all([cycleById(db, cycleId), forms.personOf(db, personId)])
  const person = found(known, 'person', personId)
  // For whom the cycle is not made it does not exist.
  if (!cycle?.eligibleTypes.includes(person.employmentType) || !person.active)
    throw new OperationError('NOT_FOUND', { entity: 'cycle', id: cycleId })
  checkOwnWindow(cycle, now)
  return { cycle, person }
}

/** The form as it stands: whose unit answers for it, and its lines until now. */
type Standing = { readonly formId: string; readonly unitId: string; readonly before: readonly NeedLineTable[] }

type Submit = CommandCall<InputOf<typeof ownFormContract.submitMyForm>>

/** Makes the person's lines what the form says; gives them as they are afterwards. */
async function replaceLines(
  { db, input, actor, write }: Submit,
  cycle: Cycle,
  { formId, unitId, before }: Standing,
  source: NeedSource,
): Promise<readonly Pick<NeedLineTable, 'topicId'>[]> {
  const wishes = []
  const topicOf = topicNames(db)
  for (const { id, fields } of input.lines) {
    const line =
      id === null
        ? undefined
        : found(
            before.find((one) => one.id === id),
            'needLine',
            id,
          )
    wishes.push({ line, ...fields, ...(await resolveWanted(db, fields, topicOf)) })
  }
  checkNoTwins(wishes)
  const named = new Set(wishes.flatMap(({ line }) => line?.id ?? []))
  const left = before.filter((line) => !named.has(line.id))
  const taken = new Map(
    left.filter((line) => !onlyFromPortal(parseSources(line.sources))).map((line) => [wantedKey(line), line]),
  )
  const added = wishes.filter((wish) => !wish.line)
  const fresh = added.filter((wish) => !taken.has(wantedKey(wish)))
  checkLineLimit(named.size + taken.size + fresh.length, cycle.maxLinesPerPerson)
  for (const wish of wishes) {
    if (!wish.line) continue
    const columns = { ...wantedColumns(wish, wish.external), ...detailsOf(wish) }
    const sources = JSON.stringify(withSource(parseSources(wish.line.sources), source))
    const changed = Object.entries(columns).some(([name, value]) => wish.line?.[name as keyof NeedLineTable] !== value)
    if (changed) await write.update('needLine', wish.line.id, { ...columns, sources, managerState: 'WAITING' })
  }
  for (const wish of added) {
    const there = taken.get(wantedKey(wish))
    if (there) await write.update('needLine', there.id, joinedNeed(there, wish, source))
  }
  await write.removeMany(
    'needLine',
    left.filter((line) => onlyFromPortal(parseSources(line.sources))).map(({ id }) => id),
  )
  await write.insertMany(
    'needLine',
    fresh.map((wish) => ({
      ...emptyLine,
      id: write.newId(),
      cycleId: cycle.id,
      formId,
      personId: actor.id,
      unitId,
      headcount: 1,
      ...wantedColumns(wish, wish.external),
      ...detailsOf(wish),
      sources: JSON.stringify([source]),
    })),
  )
  return forms.linesOf(db, cycle.id, actor.id)
}

type Details = Pick<NeedLineTable, (typeof needDetails)[number]>

const detailsOf = ({ reason, selfLevel, targetLevel, urgency, preferredQuarter, note }: Details): Details => ({
  reason,
  selfLevel,
  targetLevel,
  urgency,
  preferredQuarter,
  note,
})
