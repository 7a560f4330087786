import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { type TargetField, targetField } from '../imports/index.ts'
import { formatMoney } from '../kernel/numbers.ts'
import { fold } from '../kernel/turkish.ts'
import { type ListCells, loadStaffDirectory, type ReadSheet } from '../people/index.ts'
import { missing } from './record-cells.ts'
import { analyseRecords, type ListAnalysis, type RecordPlan, type Standing } from './record-list.ts'
import { loadTopicDirectory } from './topic.repository.ts'
import { setTopics, trainerColumns } from './trainer.handlers.ts'
import { allTrainers, topicIdsByTrainer } from './trainer.repository.ts'
import type { TrainerFields } from './trainer.ts'
import { languageName } from './trainer.workbook.ts'
import { type TrainerLine, topicFinder, trainerReader } from './trainer-list.reader.ts'
import { courseWords, itemSeparator, type Language } from './words.ts'

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
