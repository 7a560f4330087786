import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { type TargetField, targetField } from '../imports/index.ts'
import { formatDate } from '../kernel/dates.ts'
import { fold } from '../kernel/turkish.ts'
import type { ListCells, ReadSheet } from '../people/index.ts'
import { holidayColumns } from './holiday.handlers.ts'
import { loadHolidays } from './holiday.repository.ts'
import type { HolidayFields } from './holiday.ts'
import { halfMatcher, holidayKindMatcher, yesNoMatcher } from './list-words.ts'
import { missing, yesAsFlag } from './record-cells.ts'
import { analyseRecords, type Line, type ListAnalysis, onlySaid, type RecordPlan } from './record-list.ts'
import { courseWords, type Language } from './words.ts'

/** The columns of a list of holidays, one row a day. */
export const holidayListFields = (): readonly TargetField[] => [
  targetField('holidayDate', { required: true, extraWords: ['Tarih', 'Gün', 'Date'] }),
  targetField('holiday', { required: true, extraWords: ['Adı', 'Ad', 'Açıklama', 'Name', 'Name TR'] }),
  targetField('nameEn'),
  targetField('holidayKind', { extraWords: ['Tür', 'Türü', 'Type', 'Kind'] }),
  targetField('holidayHalf', { extraWords: ['Bölüm', 'Süre', 'Part'] }),
  targetField('announced'),
]

const columns = {
  date: 'holidayDate',
  name: 'holiday',
  nameEn: 'nameEn',
  kind: 'holidayKind',
  half: 'holidayHalf',
  announced: 'announced',
} as const

const keyOf = (date: string, name: string): string => `${date} ${fold(name)}`

/** What a list of holidays adds and changes; a holiday is known by its date and name, so that two may share a date. */
export async function analyseHolidayList(
  sheet: ReadSheet,
  db: Reader,
  language: Language,
): Promise<ListAnalysis<HolidayFields>> {
  const standing = new Map(
    (await loadHolidays(db, '0000-01-01', '9999-12-31')).map(({ id, rowVersion: _, ...fields }) => [
      keyOf(fields.date, fields.name),
      { id, name: fields.name, fields },
    ]),
  )
  return analyseRecords<HolidayFields>(sheet, {
    keyField: 'holidayDate',
    columns,
    read: holidayReader(),
    find: ({ key }) => standing.get(key ?? ''),
    complete: ({ said: { date, name, ...said } }) =>
      date && name
        ? { nameEn: null, kind: guessedKind(name), half: guessedHalf(name), announced: true, ...said, date, name }
        : null,
    check: () => {},
    accept: () => {},
    show: (field, value) => showPart(field, value, language),
  })
}

const feast = /ramazan|kurban/

const guessedKind = (name: string): HolidayFields['kind'] => (feast.test(fold(name)) ? 'religious' : 'public')

/** The eve of a feast is free from noon on (Law 2429). */
const guessedHalf = (name: string): HolidayFields['half'] => (/arife|eve$/.test(fold(name)) ? 'pm' : 'none')

function holidayReader() {
  const kinds = holidayKindMatcher()
  const halves = halfMatcher()
  const yesNo = yesNoMatcher()
  return (cells: ListCells): Line<HolidayFields> => {
    const date = cells.date('holidayDate')
    const name = cells.limited('holiday', 200)
    if (!date) missing(cells, 'holidayDate')
    if (!name) missing(cells, 'holiday')
    const said = onlySaid<HolidayFields>({
      date,
      name,
      nameEn: cells.limited('nameEn', 200),
      kind: cells.choice('holidayKind', kinds),
      half: cells.choice('holidayHalf', halves),
      announced: yesAsFlag(cells.choice('announced', yesNo)),
    })
    const key = date && name ? keyOf(date, name) : null
    return { key, name: [name, date && formatDate(date)].filter(Boolean).join(', '), said }
  }
}

function showPart(field: keyof HolidayFields, value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  if (field === 'kind') return courseWords[language].holidayKind[value as HolidayFields['kind']]
  if (field === 'half') return courseWords[language].half[value as HolidayFields['half']]
  if (field === 'date') return formatDate(String(value))
  if (typeof value === 'boolean') return courseWords[language].yesNo[value ? 'yes' : 'no']
  return String(value)
}

/** Writes what a list of holidays adds and changes. */
export async function writeHolidayPlan(write: Writer, plan: RecordPlan<HolidayFields>): Promise<void> {
  await write.insertMany(
    'holiday',
    plan.added.map((fields) => ({ id: write.newId(), ...holidayColumns(fields) })),
  )
  await write.updateMany(
    'holiday',
    plan.changed.map(({ id, fields }) => ({ id, patch: holidayColumns(fields) })),
  )
}
