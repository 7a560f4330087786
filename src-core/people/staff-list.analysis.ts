import type { EmploymentType, OwnColumns } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { isSameName, type TargetField, type UnitMatcher, unitMatcher } from '../imports/index.ts'
import type { Ports } from '../kernel/ports.ts'
import { fold } from '../kernel/turkish.ts'
import { listCells } from './list-cells.ts'
import type { ListChange } from './list-change.ts'
import type { ListAnalysis, StaffListOptions } from './list-import.ts'
import type { ReadSheet } from './list-sheet.ts'
import { fullName, type Losses, newStaffColumns, weighLosses } from './staff.rules.ts'
import { compareStaff, type StaffPatch, worksHere } from './staff-list.compare.ts'
import { staffListFields } from './staff-list.fields.ts'
import { lineKey, possiblyMeant, staffFinder } from './staff-list.match.ts'
import { type MatchUnit, type StaffLine, saysTheSame, staffListReader, type UnknownUnit } from './staff-list.reader.ts'
import { loadStaffRecords, type StaffRecord } from './staff-list.repository.ts'
import type { NameParts } from './staff-names.ts'
import { employmentTypeMatcher } from './staff-words.ts'
import { loadTitles, type Title } from './title.repository.ts'
import { loadUnits } from './unit.repository.ts'

export type NewStaff = {
  readonly columns: OwnColumns<'person'>
  readonly newTitle: string | null
  readonly nationalId: string | null
}

/** What a staff list would write. */
export type StaffPlan = {
  /** Titles to add, by folded name. */
  readonly titles: ReadonlyMap<string, string>
  readonly added: readonly NewStaff[]
  readonly patches: readonly StaffPatch[]
  /** People whom a complete list does not have. */
  readonly gone: readonly string[]
  readonly leaveDate: string
  readonly losses: Losses
  /** Employment types for which the list counts as complete; empty for an update. */
  readonly completeTypes: readonly EmploymentType[]
  /** Rows that could be about anybody; a complete list must not have any. */
  readonly unread: number
  /** Wordings that no unit is known by. */
  readonly unknownUnits: ReadonlyMap<string, UnknownUnit>
}

export type StaffListMeans = {
  readonly units: UnitMatcher<MatchUnit>
  readonly unitNames: ReadonlyMap<string, string>
  readonly titles: readonly Title[]
  readonly fields: readonly TargetField[]
}

/** What reading a staff list needs to know of units and titles. */
export async function staffListMeans(db: Reader): Promise<StaffListMeans> {
  const all = await loadUnits(db)
  const units = unitMatcher(all.map(({ name, ...unit }) => ({ ...unit, nameTr: name })))
  return {
    units,
    unitNames: new Map(all.map(({ id, name }) => [id, name])),
    titles: await loadTitles(db),
    fields: staffListFields({ units, employmentType: employmentTypeMatcher() }),
  }
}

type Context = {
  readonly db: Reader
  readonly ports: Ports
  readonly today: string
  readonly signal: AbortSignal
}

/** Finds what a staff list changes: who is new, changed, moved, back, and who left. Nothing is written. */
export async function analyseStaffList(
  sheet: ReadSheet,
  means: StaffListMeans,
  options: StaffListOptions,
  { db, ports, today, signal }: Context,
): Promise<ListAnalysis<StaffPlan>> {
  const cells = listCells(sheet)
  const unknownUnits = new Map<string, UnknownUnit>()
  const read = staffListReader(cells, means.units, means.titles, options, unknownUnits)
  const records = await loadStaffRecords(db)
  const titleNames = new Map(means.titles.map(({ id, name }) => [id, name]))
  const names = {
    unit: (id: string) => means.unitNames.get(id) ?? '',
    title: (id: string) => titleNames.get(id) ?? '',
  }
  const opened = (record: StaffRecord) => (record.nationalIdSealed ? ports.seal.open(record.nationalIdSealed) : null)

  // Keys first: whether somebody's old number still stands in the file decides who is who.
  const keysInFile = new Set<string>()
  const lines = sheet.rows.map((row) => {
    const line = read(row)
    const key = lineKey(line)
    const wrong = cells.isWrong()
    if (key) keysInFile.add(key)
    return { row, line, key, wrong }
  })
  signal.throwIfAborted()

  const find = staffFinder(records, keysInFile)
  const possible = possiblyMeant(records)
  const firstOf = new Map<string, StaffLine>()
  const seen = new Set<string>()
  const typesSeen = new Set<EmploymentType>()
  const titles = new Map<string, { name: string; row: (typeof lines)[number]['row']; count: number }>()
  const changes: ListChange[] = []
  const added: NewStaff[] = []
  const patches: StaffPatch[] = []
  const lost = new Map<string, number>()
  let same = 0
  let unread = 0

  for (const { row, line, key, wrong } of lines) {
    if (line.employmentType) typesSeen.add(line.employmentType)
    if (!key) {
      const meant = possible(line)
      if (meant.length === 0) unread++
      for (const { id } of meant) seen.add(id)
      continue
    }
    const found = find(line)
    if (found) seen.add(found.record.id)
    cells.at(row)
    const first = firstOf.get(found?.record.id ?? key)
    if (first) {
      if (saysTheSame(first, line)) cells.say('W36', 'registryNo', { row: first.row + 1 })
      else cells.say('E29', 'registryNo', { text: line.registryNo, row: first.row + 1 })
      continue
    }
    firstOf.set(found?.record.id ?? key, line)
    if (wrong) continue
    if (line.newTitle) {
      const title = titles.get(fold(line.newTitle)) ?? { name: line.newTitle, row, count: 0 }
      titles.set(fold(line.newTitle), { ...title, count: title.count + 1 })
    }
    if (found) {
      const { record } = found
      if (found.zerosLost) cells.say('W25', 'registryNo', { text: line.registryNo, registryNo: record.registryNo })
      if (line.name && isAnother(record, line.name)) {
        const { registryNo } = record
        cells.say('W13', 'registryNo', { text: fullName(line.name), name: fullName(record), registryNo })
      }
      const comparison = compareStaff(found, line, names, { today, leaveDate: options.leaveDate }, opened)
      if (comparison.kinds.length === 0) {
        same++
        continue
      }
      if (comparison.kinds.includes('left')) lost.set(record.unitId, (lost.get(record.unitId) ?? 0) + 1)
      patches.push(comparison.patch)
      changes.push(changeOf(record, comparison.kinds, comparison.fields, line.row, names.unit(record.unitId)))
      continue
    }
    if (!line.unitId) {
      cells.say('E16', 'unit', {})
      continue
    }
    const columns = newColumns(line, line.unitId, options, today)
    added.push({ columns, newTitle: line.newTitle && fold(line.newTitle), nationalId: line.nationalId })
    changes.push({ ...changeOf({ id: null, ...columns }, ['new'], [], line.row, names.unit(line.unitId)) })
  }

  for (const { name, row, count } of titles.values()) {
    cells.at(row)
    cells.say('W37', 'title', { title: name, count })
  }
  const completeTypes = options.mode === 'snapshot' ? (options.completeTypes ?? [...typesSeen]) : []
  const leaveDate = options.leaveDate ?? today
  const gone: string[] = []
  for (const record of records) {
    if (record.active === 0 || seen.has(record.id) || !completeTypes.includes(record.employmentType)) continue
    gone.push(record.id)
    lost.set(record.unitId, (lost.get(record.unitId) ?? 0) + 1)
    const field = { field: 'leaveDate', from: null, to: leaveDate }
    changes.push(changeOf(record, ['gone'], [field], null, names.unit(record.unitId)))
  }
  const staff = new Map<string, number>()
  for (const { unitId, active } of records) if (active === 1) staff.set(unitId, (staff.get(unitId) ?? 0) + 1)
  return {
    issues: [...sheet.issues, ...cells.issues],
    changes,
    rows: sheet.rows.length,
    same,
    plan: {
      titles: new Map([...titles].map(([key, { name }]) => [key, name])),
      added,
      patches,
      gone,
      leaveDate,
      losses: weighLosses(lost, staff, names.unit),
      completeTypes,
      unread,
      unknownUnits,
    },
  }
}

/** A surname alone may change; a name that differs altogether is somebody else's. */
const isAnother = (record: StaffRecord, name: NameParts): boolean =>
  !isSameName(fullName(record), fullName(name)) && fold(record.givenNames) !== fold(name.givenNames)

type Person = Pick<StaffRecord, 'registryNo' | 'employmentType' | 'givenNames' | 'surname'> & {
  readonly id: string | null
}

const changeOf = (
  person: Person,
  kinds: ListChange['kinds'] | readonly ListChange['kinds'][number][],
  fields: ListChange['fields'],
  row: number | null,
  place: string,
): ListChange => ({
  kinds: [...kinds],
  row: row === null ? null : row + 1,
  id: person.id,
  key: person.registryNo,
  employmentType: person.employmentType,
  name: fullName(person),
  place,
  fields,
})

function newColumns(line: StaffLine, unitId: string, options: StaffListOptions, today: string): OwnColumns<'person'> {
  const works = worksHere(line, today)
  return {
    ...newStaffColumns({
      registryNo: line.registryNo,
      employmentType: line.employmentType ?? 'OFFICER',
      givenNames: line.name?.givenNames ?? '',
      surname: line.name?.surname ?? '',
      unitId,
      titleId: line.titleId,
      position: null,
      gender: line.gender,
      educationLevel: line.educationLevel,
      hireDate: line.hireDate,
      email: line.email,
      phone: line.phone,
      managerOverrideId: null,
    }),
    active: works ? 1 : 0,
    leaveDate: works ? null : (line.leaveDate ?? options.leaveDate ?? today),
  }
}
