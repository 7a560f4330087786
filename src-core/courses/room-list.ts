import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { type TargetField, targetField, unitMatcher } from '../imports/index.ts'
import { fold } from '../kernel/turkish.ts'
import { type ListCells, loadUnits, type ReadSheet } from '../people/index.ts'
import { layoutMatcher, yesNoMatcher } from './list-words.ts'
import { itemsIn, missing, numberIn, yesAsFlag } from './record-cells.ts'
import { analyseRecords, type Line, type ListAnalysis, onlySaid, type RecordPlan } from './record-list.ts'
import { fieldsOfRoom, roomColumns } from './room.handlers.ts'
import { allRooms } from './room.repository.ts'
import { clockText, minutesOfClock, type RoomFields, type RoomLayout } from './room.ts'
import { courseWords, itemSeparator, type Language } from './words.ts'

/** A room in the terms of a sheet. */
export type RoomLine = RoomFields & { readonly active: boolean }

/** The columns of a list of rooms. */
export const roomListFields = (): readonly TargetField[] => [
  targetField('roomCode', { required: true, extraWords: ['Kod', 'Kodu', 'Code'] }),
  targetField('room', { extraWords: ['Adı', 'Ad', 'Name'] }),
  targetField('venue'),
  targetField('address'),
  targetField('capacity', { extraWords: ['Kişi Sayısı'] }),
  targetField('layout', { extraWords: ['Düzen', 'Tür', 'Türü'] }),
  targetField('equipment'),
  targetField('accessible'),
  targetField('unit', { extraWords: ['Sahibi Birim', 'Sahibi', 'Owning unit'] }),
  targetField('bookableFrom', { extraWords: ['Başlangıç', 'From'] }),
  targetField('bookableTo', { extraWords: ['Bitiş', 'To'] }),
  targetField('active', { extraWords: ['Durum', 'Kullanımda'] }),
]

const columns = {
  code: 'roomCode',
  name: 'room',
  venue: 'venue',
  address: 'address',
  capacity: 'capacity',
  layout: 'layout',
  equipment: 'equipment',
  accessible: 'accessible',
  unitId: 'unit',
  bookableFrom: 'bookableFrom',
  bookableTo: 'bookableTo',
  active: 'active',
} as const

const standardHours = { bookableFrom: 8 * 60 + 30, bookableTo: 17 * 60 + 30 }

/** What a list of rooms adds and changes; a room is known by its code. */
export async function analyseRoomList(
  sheet: ReadSheet,
  db: Reader,
  language: Language,
): Promise<ListAnalysis<RoomLine>> {
  const units = await loadUnits(db)
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]))
  const matcher = unitMatcher(units.map(({ name, ...unit }) => ({ ...unit, nameTr: name })))
  const standing = new Map(
    (await allRooms(db)).map((row) => [
      fold(row.code),
      { id: row.id, name: row.name, fields: { ...fieldsOfRoom(row), active: row.active === 1 } },
    ]),
  )
  return analyseRecords<RoomLine>(sheet, {
    keyField: 'roomCode',
    columns,
    read: roomReader((cells) => unitIn(cells, matcher.match(cells.cell('unit')))),
    find: ({ key }) => standing.get(key ?? ''),
    complete: ({ said }, cells) => {
      for (const [field, column] of [
        ['name', 'room'],
        ['venue', 'venue'],
        ['capacity', 'capacity'],
      ] as const) {
        if (said[field] === undefined) missing(cells, column)
      }
      const { code, name, venue, capacity } = said
      if (!code || !name || !venue || capacity === undefined) return null
      return { ...empty, ...said, code, name, venue, capacity }
    },
    check: ({ bookableFrom: from, bookableTo: to }, _, cells) => {
      if (from >= to) cells.say('E39', 'bookableTo', { from: clockText(from), to: clockText(to) })
    },
    accept: () => {},
    show: (field, value) => showPart(field, value, unitNames, language),
  })
}

const empty = {
  address: null,
  layout: null,
  equipment: [],
  accessible: false,
  unitId: null,
  active: true,
  ...standardHours,
}

/** The unit a cell names; a unit that is not known is said, and the room does without. */
function unitIn(
  cells: ListCells,
  match: { readonly kind: 'found' | 'ambiguous' | 'unknown' | 'none'; readonly unit?: { readonly id: string } },
): string | null {
  if (match.kind === 'found') return match.unit?.id ?? null
  if (match.kind !== 'none') cells.say('W35', 'unit', { field: 'unit', text: cells.text('unit') })
  return null
}

function roomReader(unitOf: (cells: ListCells) => string | null) {
  const layouts = layoutMatcher()
  const yesNo = yesNoMatcher()
  const clockIn = (cells: ListCells, field: 'bookableFrom' | 'bookableTo'): number | null => {
    const text = cells.text(field)
    const cell = cells.cell(field)
    // A cell formatted as a time holds a share of the day.
    const minutes =
      typeof cell === 'number' && cell > 0 && cell <= 1 ? Math.round(cell * 24 * 60) : minutesOfClock(text)
    if (minutes === undefined && text !== '') cells.say('E23', field, { field, text })
    return minutes ?? null
  }
  return (cells: ListCells): Line<RoomLine> => {
    const code = cells.limited('roomCode', 24)
    if (!code) missing(cells, 'roomCode')
    const said = onlySaid<RoomLine>({
      code: code?.replace(/\s+/g, '-'),
      name: cells.limited('room', 200),
      venue: cells.limited('venue', 200),
      address: cells.limited('address', 500),
      capacity: numberIn(cells, 'capacity', { least: 1, most: 10_000 }),
      layout: cells.choice('layout', layouts),
      equipment: itemsIn(cells, 'equipment')?.flatMap((item) => item.split(/\s*,\s*/)),
      accessible: yesAsFlag(cells.choice('accessible', yesNo)),
      unitId: unitOf(cells),
      bookableFrom: clockIn(cells, 'bookableFrom'),
      bookableTo: clockIn(cells, 'bookableTo'),
      active: yesAsFlag(cells.choice('active', yesNo)),
    })
    return { key: said.code ? fold(said.code) : null, name: said.name ?? said.code ?? '', said }
  }
}

function showPart(
  field: keyof RoomLine,
  value: unknown,
  unitNames: ReadonlyMap<string, string>,
  language: Language,
): string {
  if (value === null || value === undefined) return ''
  if (field === 'layout') return courseWords[language].layout[value as RoomLayout]
  if (field === 'unitId') return unitNames.get(String(value)) ?? ''
  if (field === 'equipment') return (value as string[]).join(itemSeparator)
  if (field === 'bookableFrom' || field === 'bookableTo') return clockText(Number(value))
  if (typeof value === 'boolean') return courseWords[language].yesNo[value ? 'yes' : 'no']
  return String(value)
}

/** Writes what a list of rooms adds and changes. */
export async function writeRoomPlan(write: Writer, plan: RecordPlan<RoomLine>): Promise<void> {
  await write.insertMany(
    'room',
    plan.added.map(({ active, ...fields }) => ({ id: write.newId(), ...roomColumns(fields, active) })),
  )
  await write.updateMany(
    'room',
    plan.changed.map(({ id, fields: { active, ...fields } }) => ({ id, patch: roomColumns(fields, active) })),
  )
}
