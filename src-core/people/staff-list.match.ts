import type { EmploymentType } from '../database/schema.ts'
import { isSameName, registryText } from '../imports/index.ts'
import { fold } from '../kernel/turkish.ts'
import { fullName } from './staff.rules.ts'
import type { StaffLine } from './staff-list.reader.ts'
import type { StaffRecord } from './staff-list.repository.ts'

export type StaffFound =
  /** `zerosLost`: the file had dropped zeros in front. `typeChanged`: the person has another employment type now. */
  { readonly record: StaffRecord; readonly zerosLost: boolean; readonly typeChanged: boolean } | null

const keyOf = (type: EmploymentType, registryNo: string): string => `${type} ${registryNo}`

const withoutZeros = (registryNo: string): string => registryNo.replace(/^0+(?=.)/, '')

function grouped(records: readonly StaffRecord[], key: (record: StaffRecord) => string) {
  return Map.groupBy(records, key)
}

/** The key of a line that says whom it is about, else null. */
export const lineKey = (line: StaffLine): string | null =>
  line.registryNo && line.employmentType ? keyOf(line.employmentType, line.registryNo) : null

/**
 * Finds the people on record that the lines of a file are about. The key is employment type and registry number. A
 * number that lost its zeros, and somebody whose employment type changed (a candidate who became an officer), are found
 * too, but only where the name agrees and nobody else is meant.
 */
export function staffFinder(records: readonly StaffRecord[], keysInFile: ReadonlySet<string>) {
  const byKey = new Map(
    records.map((record) => [keyOf(record.employmentType, registryText(record.registryNo)), record]),
  )
  const byBareKey = grouped(records, (record) =>
    keyOf(record.employmentType, withoutZeros(registryText(record.registryNo))),
  )
  const byNumber = grouped(records, (record) => registryText(record.registryNo))

  return (line: StaffLine): StaffFound => {
    const { registryNo, employmentType: type, name } = line
    if (!registryNo || !type) return null
    const exact = byKey.get(keyOf(type, registryNo))
    if (exact) return { record: exact, zerosLost: false, typeChanged: false }
    if (!name) return null
    const agrees = (record: StaffRecord) =>
      isSameName(fullName(record), fullName(name)) &&
      !keysInFile.has(keyOf(record.employmentType, registryText(record.registryNo)))
    const bare = (byBareKey.get(keyOf(type, withoutZeros(registryNo))) ?? []).filter(agrees)
    if (bare.length === 1 && bare[0]) return { record: bare[0], zerosLost: true, typeChanged: false }
    const others = (byNumber.get(registryNo) ?? []).filter(agrees)
    return others.length === 1 && others[0] ? { record: others[0], zerosLost: false, typeChanged: true } : null
  }
}

/**
 * Everybody whom a line without a whole key may be about: who bears its registry number, whatever their employment type,
 * and who bears its name. None of them is missing from the list.
 */
export function possiblyMeant(records: readonly StaffRecord[]): (line: StaffLine) => readonly StaffRecord[] {
  const byNumber = grouped(records, (record) => registryText(record.registryNo))
  const byName = grouped(records, (record) => fold(fullName(record)))
  return ({ registryNo, name }) => [
    ...((registryNo && byNumber.get(registryNo)) || []),
    ...((name && byName.get(fold(fullName(name)))) || []),
  ]
}
