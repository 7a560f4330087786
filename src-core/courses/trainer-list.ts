import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { isSameName, type TargetField, targetField } from '../imports/index.ts'
import { formatMoney } from '../kernel/numbers.ts'
import { fold } from '../kernel/turkish.ts'
import { fullName, type ListCells, loadStaffDirectory, type ReadSheet, type StaffEntry } from '../people/index.ts'
import { languageMatcher, trainerKindMatcher, yesNoMatcher } from './list-words.ts'
import { emailIn, itemsIn, missing, numberIn } from './record-cells.ts'
import {
  analyseRecords,
  type Line,
  type ListAnalysis,
  onlySaid,
  type RecordPlan,
  type Standing,
} from './record-list.ts'
import { loadTopicDirectory } from './topic.repository.ts'
import type { TopicEntry } from './topic.ts'
import { setTopics, trainerColumns } from './trainer.handlers.ts'
import { allTrainers, topicIdsByTrainer } from './trainer.repository.ts'
import type { TrainerFields } from './trainer.ts'
import { languageName } from './trainer.workbook.ts'
import { courseWords, itemSeparator, type Language } from './words.ts'

/** A trainer in the terms of a sheet. */
export type TrainerLine = TrainerFields & { readonly active: boolean }

/** The columns of a list of trainers. */
export const trainerListFields = (): readonly TargetField[] => [
  targetField('trainer', { required: true, extraWords: ['Adı Soyadı', 'Ad Soyad', 'Name'] }),
  targetField('trainerKind', { extraWords: ['Tür', 'Türü', 'Kind'] }),
  targetField('registryNo'),
  targetField('institution'),
  targetField('email'),
  targetField('phone'),
  targetField('languages'),
  targetField('dailyFee', { extraWords: ['Ücret', 'Fee'] }),
  targetField('trainerTopics', { extraWords: ['Konular', 'Eğitim Konuları', 'Konu'] }),
  targetField('active', { extraWords: ['Durum', 'Kullanımda'] }),
]

const columns = {
  kind: 'trainerKind',
  personId: 'registryNo',
  name: 'trainer',
  institution: 'institution',
  email: 'email',
  phone: 'phone',
  languages: 'languages',
  dailyFeeMinor: 'dailyFee',
  topicIds: 'trainerTopics',
  active: 'active',
} as const

const largestFee = 100_000_000

/**
 * What a list of trainers adds and changes. An internal trainer is known by the registry number, others by name and
 * institution. Nothing that is sealed comes or goes this way.
 */
export async function analyseTrainerList(
  sheet: ReadSheet,
  db: Reader,
  language: Language,
): Promise<ListAnalysis<TrainerLine>> {
  const standing = await loadStanding(db)
  const topics = await loadTopicDirectory(db)
  const topicNames = new Map(topics.map((topic) => [topic.id, topic.code]))
  const people = await loadStaffDirectory(db)
  const byPerson = new Map(standing.map((one) => [one.fields.personId ?? '', one]))
  const byName = Map.groupBy(
    standing.filter((one) => one.fields.kind !== 'internal'),
    (one) => fold(one.name),
  )
  return analyseRecords<TrainerLine>(sheet, {
    keyField: 'trainer',
    columns,
    read: trainerReader(people, topicFinder(topics)),
    find: ({ said }) => {
      if (said.personId) return byPerson.get(said.personId)
      const named = byName.get(fold(said.name ?? '')) ?? []
      const institution = said.institution
      return institution
        ? named.find((one) => fold(one.fields.institution ?? '') === fold(institution))
        : named.length === 1
          ? named[0]
          : undefined
    },
    merge: (before, { topicIds, ...said }) => {
      const fresh = topicIds?.filter((id) => !before.topicIds.includes(id)) ?? []
      return { ...said, ...(fresh.length > 0 && { topicIds: [...before.topicIds, ...fresh] }) }
    },
    complete: ({ said }, cells) => complete(said, cells),
    check: () => {},
    accept: () => {},
    show: (field, value) => showPart(field, value, topicNames, language),
  })
}

async function loadStanding(db: Reader): Promise<readonly Standing<TrainerLine>[]> {
  const topics = await topicIdsByTrainer(db)
  return (await allTrainers(db)).map((row) => ({
    id: row.id,
    name: row.name,
    fields: {
      kind: row.kind,
      personId: row.personId,
      name: row.name,
      institution: row.institution,
      email: row.email,
      phone: row.phone,
      languages: JSON.parse(row.languages),
      dailyFeeMinor: row.dailyFeeMinor,
      topicIds: [...(topics.get(row.id) ?? [])],
      active: row.active === 1,
    },
  }))
}

/** The topic an item means: by code, also with the name behind it, by name or by another wording. */
function topicFinder(topics: readonly TopicEntry[]): (text: string) => string | undefined {
  const ids = new Map<string, string>()
  const offered = topics.filter((topic) => topic.state === 'ACTIVE')
  for (const topic of offered) for (const alias of topic.aliases) ids.set(fold(alias), topic.id)
  for (const topic of offered) ids.set(fold(topic.name), topic.id)
  for (const topic of offered) ids.set(fold(topic.code), topic.id)
  return (text) => ids.get(fold(text)) ?? ids.get(fold(text.split(/\s+[·–-]\s+/)[0] ?? ''))
}

function trainerReader(people: readonly StaffEntry[], findTopic: (text: string) => string | undefined) {
  const kinds = trainerKindMatcher()
  const language = languageMatcher()
  const yesNo = yesNoMatcher()
  const byRegistry = Map.groupBy(people, (person) => fold(person.registryNo))

  const personIn = (cells: ListCells): StaffEntry | null => {
    const registryNo = cells.text('registryNo')
    if (registryNo === '') return null
    const found = byRegistry.get(fold(registryNo)) ?? []
    // Registry numbers are unique within an employment type only; the name beside it tells who is meant.
    const named = found.filter((person) => isSameName(fullName(person), cells.text('trainer')))
    const candidates = named.length > 0 ? named : found
    const working = candidates.filter((person) => person.active)
    const fitting = working.length > 0 ? working : candidates
    if (fitting.length === 0) cells.say('E12', 'registryNo', { registryNo })
    else if (fitting.length > 1) cells.say('E13', 'registryNo', { text: registryNo, count: fitting.length })
    return fitting.length === 1 ? (fitting[0] ?? null) : null
  }

  const listed = <T>(cells: ListCells, field: 'languages' | 'trainerTopics', find: (item: string) => T | undefined) => {
    const items = itemsIn(cells, field)?.flatMap((item) => (find(item) === undefined ? item.split(/\s*,\s*/) : [item]))
    if (!items) return null
    const found = items.flatMap((item) => {
      const value = find(item)
      if (value === undefined) cells.say('W38', field, { field, text: item })
      return value === undefined ? [] : [value]
    })
    return found.length > 0 ? [...new Set(found)] : null
  }

  return (cells: ListCells): Line<TrainerLine> => {
    const person = personIn(cells)
    const name = cells.limited('trainer', 200)
    if (!name && !person) missing(cells, 'trainer')
    const fee = numberIn(cells, 'dailyFee', { least: 0, most: largestFee, step: 0.01 })
    const said = onlySaid<TrainerLine>({
      kind: person ? 'internal' : cells.choice('trainerKind', kinds),
      personId: person?.id,
      name: person ? fullName(person) : name,
      institution: person ? null : cells.limited('institution', 200),
      email: emailIn(cells),
      phone: cells.limited('phone', 40),
      languages: listed(cells, 'languages', (item) => {
        const match = language(item)
        return match.kind === 'found' ? match.key : undefined
      }),
      dailyFeeMinor: fee === null ? null : Math.round(fee * 100),
      topicIds: listed(cells, 'trainerTopics', findTopic),
      active: yesAsFlag(cells.choice('active', yesNo)),
    })
    const key = person?.id ?? (said.name ? fold(`${said.name} ${said.institution ?? ''}`) : null)
    return { key, name: said.name ?? '', said }
  }
}

/** True for yes, false for no, null for what was not said. */
export const yesAsFlag = (answer: 'yes' | 'no' | null): boolean | null => (answer === null ? null : answer === 'yes')

function complete(said: Partial<TrainerLine>, cells: ListCells): TrainerLine | null {
  if (!said.name) return null
  const kind = said.kind ?? guessedKind(said.institution ?? null)
  if (kind === 'internal' && !said.personId) {
    missing(cells, 'registryNo')
    return null
  }
  return {
    personId: null,
    institution: null,
    email: null,
    phone: null,
    languages: ['tr'],
    dailyFeeMinor: null,
    topicIds: [],
    active: true,
    ...said,
    kind,
    name: said.name,
  }
}

function guessedKind(institution: string | null): TrainerFields['kind'] {
  if (institution === null) return 'freelance'
  return fold(institution).includes('universite') ? 'university' : 'firm'
}

function showPart(
  field: keyof TrainerLine,
  value: unknown,
  topicCodes: ReadonlyMap<string, string>,
  language: Language,
): string {
  if (value === null || value === undefined) return ''
  if (field === 'kind') return courseWords[language].trainerKind[value as TrainerLine['kind']]
  if (field === 'dailyFeeMinor') return formatMoney(Number(value), language)
  if (field === 'active') return courseWords[language].yesNo[value ? 'yes' : 'no']
  if (field === 'languages') return (value as string[]).map((code) => languageName(code, language)).join(itemSeparator)
  if (field === 'topicIds') return (value as string[]).map((id) => topicCodes.get(id) ?? '').join(itemSeparator)
  return String(value)
}

/** Writes what a list of trainers adds and changes. */
export async function writeTrainerPlan(write: Writer, plan: RecordPlan<TrainerLine>): Promise<void> {
  const columnsOf = ({ topicIds: _, active, ...fields }: TrainerLine) => ({
    ...trainerColumns(fields),
    active: active ? (1 as const) : (0 as const),
  })
  const empty = { rating: null, identitySealed: null, ibanSealed: null }
  const added = plan.added.map((fields) => ({ id: write.newId(), fields }))
  await write.insertMany(
    'trainer',
    added.map(({ id, fields }) => ({ id, ...columnsOf(fields), ...empty })),
  )
  await write.updateMany(
    'trainer',
    plan.changed.map(({ id, fields }) => ({ id, patch: columnsOf(fields) })),
  )
  for (const { id, fields } of [...added, ...plan.changed]) await setTopics(write, id, fields.topicIds)
}
