import type { OwnColumns } from '../database/schema.ts'
import { fold } from '../kernel/turkish.ts'
import type { ChangeKind, ListChange } from './list-change.ts'
import { fullName, staffKeys } from './staff.rules.ts'
import type { StaffFound } from './staff-list.match.ts'
import type { StaffLine } from './staff-list.reader.ts'
import type { StaffRecord } from './staff-list.repository.ts'
import { saysSameName } from './staff-names.ts'

export type StaffPatch = {
  readonly id: string
  readonly patch: Partial<OwnColumns<'person'>>
  /** Folded name of a title that the import adds. */
  readonly newTitle: string | null
  readonly nationalId: string | null
}

export type StaffComparison = {
  readonly kinds: readonly ChangeKind[]
  readonly fields: ListChange['fields']
  readonly patch: StaffPatch
}

export type StaffNames = {
  readonly unit: (id: string) => string
  readonly title: (id: string) => string
}

type Field = ListChange['fields'][number]

/** Whether the row says that the person works here: in words, else by a day of leaving that has passed. */
export const worksHere = (line: StaffLine, today: string): boolean =>
  line.active ?? !(line.leaveDate !== null && line.leaveDate <= today)

/** The name on record stays where the file says the same in other letters. */
function nameAfter(record: StaffRecord, line: StaffLine): { givenNames: string; surname: string } {
  const { name, isOneCell } = line
  if (!name) return record
  if (isOneCell && saysSameName(fullName(record), fullName(name))) return record
  return {
    givenNames: saysSameName(record.givenNames, name.givenNames) ? record.givenNames : name.givenNames,
    surname: saysSameName(record.surname, name.surname) ? record.surname : name.surname,
  }
}

const plainFields = ['phone', 'hireDate', 'gender', 'educationLevel'] as const

/**
 * What a line changes in a record. An empty cell changes nothing. `ownNationalId` gives the number on record, opened.
 */
export function compareStaff(
  found: NonNullable<StaffFound>,
  line: StaffLine,
  names: StaffNames,
  leaving: { readonly today: string; readonly leaveDate: string | null },
  ownNationalId: (record: StaffRecord) => string | null,
): StaffComparison {
  const { record, typeChanged } = found
  const kinds = new Set<ChangeKind>()
  const fields: Field[] = []
  const patch: Partial<OwnColumns<'person'>> = {}
  const note = (kind: ChangeKind, field: string, from: string | null, to: string | null): void => {
    kinds.add(kind)
    fields.push({ field, from, to })
  }

  const name = nameAfter(record, line)
  for (const part of ['givenNames', 'surname'] as const) {
    if (name[part] === record[part]) continue
    patch[part] = name[part]
    note('changed', part, record[part], name[part])
  }
  if (typeChanged && line.employmentType) {
    patch.employmentType = line.employmentType
    note('changed', 'employmentType', record.employmentType, line.employmentType)
  }
  const works = worksHere(line, leaving.today)
  if (line.unitId && line.unitId !== record.unitId && works) {
    patch.unitId = line.unitId
    note('moved', 'unit', names.unit(record.unitId), names.unit(line.unitId))
  }
  if (line.titleId && line.titleId !== record.titleId) {
    patch.titleId = line.titleId
    note('changed', 'title', record.titleId && names.title(record.titleId), names.title(line.titleId))
  } else if (line.newTitle) note('changed', 'title', record.titleId && names.title(record.titleId), line.newTitle)
  for (const field of plainFields) {
    const value = line[field]
    if (value === null || value === record[field]) continue
    patch[field] = value as never
    note('changed', field, record[field], value)
  }
  if (line.email && line.email !== record.email?.toLowerCase()) {
    patch.email = line.email
    note('changed', 'email', record.email, line.email)
  }
  const nationalId = line.nationalId && line.nationalId !== ownNationalId(record) ? line.nationalId : null
  if (nationalId) note('changed', 'nationalId', null, null)
  if (works && record.active === 0) {
    Object.assign(patch, { active: 1, leaveDate: null })
    note('returned', 'leaveDate', record.leaveDate, null)
  }
  if (!works && record.active === 1) {
    const leaveDate = line.leaveDate ?? leaving.leaveDate ?? leaving.today
    Object.assign(patch, { active: 0, leaveDate })
    note('left', 'leaveDate', null, leaveDate)
  }
  if (patch.givenNames !== undefined || patch.surname !== undefined || patch.email !== undefined)
    Object.assign(patch, staffKeys({ ...record, ...patch }))
  return {
    kinds: [...kinds],
    fields,
    patch: { id: record.id, patch, newTitle: line.newTitle && fold(line.newTitle), nationalId },
  }
}
