import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { OwnColumns, TrainerTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { wholeList, withoutUndefined } from './fields.ts'
import { topicRefs } from './topic.repository.ts'
import type { trainerContract } from './trainer.contract.ts'
import * as trainers from './trainer.repository.ts'
import type { Trainer, TrainerFields } from './trainer.ts'
import { trainerWorkbook } from './trainer.workbook.ts'
import { maskedSecrets } from './trainer-secret.handlers.ts'
import { workbookFile } from './workbook-file.ts'

type OwnHandlers = Pick<
  Handlers<typeof trainerContract>,
  | 'listTrainers'
  | 'getTrainer'
  | 'addTrainer'
  | 'changeTrainer'
  | 'deactivateTrainer'
  | 'reactivateTrainer'
  | 'exportTrainers'
>

type TrainerColumns = Omit<OwnColumns<'trainer'>, 'identitySealed' | 'ibanSealed' | 'rating' | 'active'>

/** A trainer's row as it is stored, without what is sealed. */
export const trainerColumns = (fields: Omit<TrainerFields, 'topicIds'>): TrainerColumns => ({
  kind: fields.kind,
  personId: fields.kind === 'internal' ? fields.personId : null,
  name: fields.name,
  institution: fields.kind === 'internal' ? null : fields.institution,
  email: fields.email,
  phone: fields.phone,
  languages: JSON.stringify([...new Set(fields.languages)]),
  dailyFeeMinor: fields.dailyFeeMinor,
  searchKey: fold([fields.name, fields.institution, fields.email].join(' ')),
  sortKey: sortKey(fields.name),
})

/** Internal trainers are members of staff and bear their name; nobody is in the list twice. */
async function settled(db: Reader, fields: TrainerFields, present?: TrainerTable): Promise<TrainerFields> {
  const others = (await trainers.allTrainers(db)).filter((other) => other.id !== present?.id)
  if (fields.kind !== 'internal') {
    const key = fold(`${fields.name} ${fields.institution ?? ''}`)
    const same = others.find(
      (other) => other.kind !== 'internal' && fold(`${other.name} ${other.institution ?? ''}`) === key,
    )
    if (same) breaksRule('trainerTwice', { name: same.name })
    return { ...fields, personId: null }
  }
  if (!fields.personId) return breaksRule('internalTrainerIsStaff')
  const person = found(await trainers.personOfTrainer(db, fields.personId), 'person', fields.personId)
  const name = `${person.givenNames} ${person.surname}`
  if (person.active === 0 && present?.personId !== person.id) breaksRule('trainerLeft', { name })
  const same = others.find((other) => other.personId === person.id)
  if (same) breaksRule('trainerTwice', { name: same.name })
  return { ...fields, name, email: fields.email ?? person.email, phone: fields.phone ?? person.phone }
}

export async function setTopics(write: Writer, trainerId: string, topicIds: readonly string[]): Promise<void> {
  const present = await trainers.topicsOfTrainer(write.db, trainerId)
  const wanted = new Set(topicIds)
  const known = new Set(present.map((topic) => topic.id))
  const fresh = [...wanted].filter((id) => !known.has(id))
  const refs = new Map((await topicRefs(write.db, fresh)).map((ref) => [ref.id, ref]))
  await write.removeMany(
    'trainerTopic',
    present.filter((topic) => !wanted.has(topic.id)).map((topic) => topic.linkId),
  )
  for (const topicId of fresh) {
    const ref = found(refs.get(topicId), 'topic', topicId)
    if (ref.state !== 'ACTIVE') breaksRule('topicNotOffered', { name: ref.name })
    await write.insert('trainerTopic', { trainerId, topicId })
  }
}

async function setActive(call: CommandCall<{ id: string; rowVersion: number }>, active: 0 | 1) {
  const { db, input, write } = call
  const row = found(await trainers.trainerById(db, input.id), 'trainer', input.id)
  if (active === 1 && row.personId) {
    const person = await trainers.personOfTrainer(db, row.personId)
    if (person?.active === 0) breaksRule('trainerLeft', { name: row.name })
  }
  const differs = await write.update('trainer', input.id, { active }, input.rowVersion)
  return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
}

async function readTrainer(db: Reader, id: string): Promise<Omit<Trainer, 'identity' | 'iban'>> {
  const row = found(await trainers.trainerById(db, id), 'trainer', id)
  const person = row.personId ? await trainers.personOfTrainer(db, row.personId) : undefined
  const topics = await trainers.topicsOfTrainer(db, id)
  return {
    id,
    rowVersion: row.rowVersion,
    kind: row.kind,
    personId: row.personId,
    registryNo: person?.registryNo ?? null,
    name: row.name,
    institution: row.institution ?? person?.unitName ?? null,
    email: row.email,
    phone: row.phone,
    languages: JSON.parse(row.languages),
    dailyFeeMinor: row.dailyFeeMinor,
    topics: topics.map(({ linkId: _, ...ref }) => ref),
    statedUntil: await trainers.statedUntilOf(db, id),
    active: row.active === 1,
    left: person?.active === 0,
  }
}

export const trainerHandlers: OwnHandlers = {
  listTrainers: ({ db, input }) => trainers.listTrainers(db, input),

  getTrainer: async ({ db, input, actor, ports }) => ({
    ...(await readTrainer(db, input.id)),
    ...maskedSecrets(found(await trainers.trainerById(db, input.id), 'trainer', input.id), actor, ports),
  }),

  addTrainer: async ({ db, input, write }) => {
    const fields = await settled(db, input)
    const empty = { rating: null, identitySealed: null, ibanSealed: null }
    const id = await write.insert('trainer', { ...trainerColumns(fields), ...empty, active: 1 })
    await setTopics(write, id, fields.topicIds)
    return { id, rowVersion: 1 }
  },

  changeTrainer: async ({ db, input, write }) => {
    const row = found(await trainers.trainerById(db, input.id), 'trainer', input.id)
    const topics = await trainers.topicsOfTrainer(db, row.id)
    const present: TrainerFields = {
      kind: row.kind,
      personId: row.personId,
      name: row.name,
      institution: row.institution,
      email: row.email,
      phone: row.phone,
      languages: JSON.parse(row.languages),
      dailyFeeMinor: row.dailyFeeMinor,
      topicIds: topics.map((topic) => topic.id),
    }
    const next = await settled(db, { ...present, ...withoutUndefined(input.fields) }, row)
    const differs = await write.update('trainer', row.id, trainerColumns(next), input.rowVersion)
    await setTopics(write, row.id, next.topicIds)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  deactivateTrainer: (call) => setActive(call, 0),

  reactivateTrainer: (call) => setActive(call, 1),

  exportTrainers: async ({ db, input, ports }) => {
    const { rows } = await trainers.listTrainers(db, wholeList(input))
    const codes = await trainers.topicCodesByTrainer(db)
    const name = { tr: 'Eğitmenler', en: 'Trainers' }[input.language]
    return workbookFile(ports, trainerWorkbook(rows, codes, input.language), name)
  },
}
