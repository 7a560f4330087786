import type { EmploymentType } from '../database/schema.ts'
import {
  oneLine,
  registryText,
  type TableRow,
  type UnitMatch,
  type UnitMatcher,
  valueMatcher,
} from '../imports/index.ts'
import { isNationalId, maskNationalId } from '../kernel/national-id.ts'
import { fold } from '../kernel/turkish.ts'
import type { ListCells } from './list-cells.ts'
import type { StaffListOptions } from './list-import.ts'
import { nationalIdDigits } from './personal.rules.ts'
import { type EducationLevel, registryNoSchema } from './staff.ts'
import { type NameParts, properName, splitName } from './staff-names.ts'
import { activeMatcher, educationMatcher, employmentTypeMatcher, genderMatcher } from './staff-words.ts'
import type { Title } from './title.repository.ts'

/** A unit as matching needs it. */
export type MatchUnit = {
  readonly id: string
  readonly code: string
  readonly nameTr: string
  readonly nameEn: string | null
  readonly aliases: readonly string[]
  readonly parentId: string | null
  readonly active: boolean
}

/** What one row of a staff list says. Null is: the row says nothing about it, and what is on record stays. */
export type StaffLine = {
  readonly row: number
  /** Empty where the row does not say whom it is about. */
  readonly registryNo: string
  readonly employmentType: EmploymentType | null
  /** Given names and surname from columns of their own, or taken apart from a full name. */
  readonly name: NameParts | null
  /** The name came in one cell. */
  readonly isOneCell: boolean
  readonly unitId: string | null
  readonly titleId: string | null
  /** Title that is not on record and is to be added, as written. */
  readonly newTitle: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly hireDate: string | null
  readonly leaveDate: string | null
  readonly gender: 'F' | 'M' | null
  readonly educationLevel: EducationLevel | null
  readonly active: boolean | null
  /** Eleven digits; only where somebody decided to keep identity numbers. */
  readonly nationalId: string | null
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/

/** A wording that no unit is known by, how many rows have it, and the units it may mean. */
export type UnknownUnit = { rows: number; readonly near: readonly MatchUnit[] }

/**
 * Reads the rows of a staff list one by one; what cannot be read is said at its cell. Wordings that no unit is known by
 * are collected in `unknownUnits`.
 */
export function staffListReader(
  cells: ListCells,
  units: UnitMatcher<MatchUnit>,
  titles: readonly Title[],
  options: StaffListOptions,
  unknownUnits: Map<string, UnknownUnit>,
): (row: TableRow) => StaffLine {
  const employmentType = employmentTypeMatcher()
  const gender = genderMatcher()
  const education = educationMatcher()
  const activity = activeMatcher()
  const title = valueMatcher(
    titles
      .filter(({ active }) => active)
      .map(({ id, code, name, nameEn }) => ({ key: id, words: nameEn ? [name, code, nameEn] : [name, code] })),
  )
  const toldUnits = new Set<string>()

  const nameOf = (): NameParts | null => {
    if (cells.has('surname')) {
      // Beside a surname, a column that only says "name" holds the given names.
      const given = cells.text('givenNames') || cells.text('fullName')
      const surname = cells.text('surname')
      if (!given) cells.say('E25', 'givenNames', { field: 'givenNames' })
      if (!surname) cells.say('E25', 'surname', { field: 'surname' })
      return given && surname ? { givenNames: properName(given), surname: properName(surname) } : null
    }
    const field = cells.has('fullName') ? 'fullName' : 'givenNames'
    const text = cells.text(field)
    const parts = text ? splitName(text) : null
    if (!text) cells.say('E25', field, { field: 'fullName' })
    else if (!parts) cells.say('E25', field, { field: 'surname' })
    return parts
  }

  const accept = (match: UnitMatch<MatchUnit>, field: string, text: string): string | null => {
    if (match.kind === 'found') {
      if (!match.unit.active) {
        cells.say('E23', field, { field, text })
        return null
      }
      if (match.by === 'abbreviation' && !toldUnits.has(text)) {
        toldUnits.add(text)
        cells.say('W29', field, { text, unit: match.unit.nameTr })
      }
      return match.unit.id
    }
    const near =
      match.kind === 'ambiguous'
        ? match.units.map((unit) => ({ unit, score: 1 }))
        : match.kind === 'unknown'
          ? match.near
          : []
    const known = unknownUnits.get(text) ?? { rows: 0, near: near.slice(0, 3).map(({ unit }) => unit) }
    unknownUnits.set(text, { ...known, rows: known.rows + 1 })
    cells.say(
      'E15',
      field,
      { unit: text },
      near.slice(0, 3).map(({ unit, score }) => ({
        value: unit.code,
        label: `${unit.nameTr} (${unit.code})`,
        score: Math.min(1, score),
      })),
    )
    return null
  }

  /** Two units of one name are told apart by the department the row names. */
  const narrowed = (match: UnitMatch<MatchUnit>): UnitMatch<MatchUnit> => {
    if (match.kind !== 'ambiguous') return match
    const parent = units.match(cells.cell('parentUnit'))
    const some = parent.kind === 'found' ? match.units.filter(({ parentId }) => parentId === parent.unit.id) : []
    return some.length === 1 && some[0] ? { kind: 'found', by: 'name', unit: some[0] } : match
  }

  const unitOf = (block: string | null): string | null => {
    const [code, unit] = ['unitCode', 'unit'].map((field) => narrowed(units.match(cells.cell(field))))
    if (code?.kind === 'found' && unit?.kind === 'found' && code.unit.id !== unit.unit.id) {
      cells.say('E37', 'unitCode', {
        code: code.unit.code,
        byCode: code.unit.nameTr,
        byName: unit.unit.nameTr,
      })
      return null
    }
    // Codes of another program's own say nothing here; the name then decides.
    const fields = code?.kind === 'unknown' && unit?.kind === 'found' ? ['unit'] : ['unitCode', 'unit', 'parentUnit']
    for (const field of fields) {
      const text = cells.text(field)
      if (text) return accept(narrowed(units.match(cells.cell(field))), field, text)
    }
    const titled = block ? units.match(block) : null
    if (titled?.kind === 'found' && titled.unit.active) return titled.unit.id
    return options.unitId
  }

  const titleOf = (): { titleId: string | null; newTitle: string | null } => {
    const text = cells.text('title')
    if (!options.addTitles) return { titleId: cells.choice('title', title), newTitle: null }
    const match = title(cells.cell('title'))
    if (match.kind === 'found') return { titleId: match.key, newTitle: null }
    return { titleId: null, newTitle: text ? properName(text) : null }
  }

  const emailOf = (): string | null => {
    const text = cells.text('email').toLowerCase()
    if (text === '' || email.test(text)) return text || null
    cells.say('W35', 'email', { field: 'email', text })
    return null
  }

  const nationalIdOf = (): string | null => {
    if (!options.takeNationalIds || !cells.has('nationalId')) return null
    const digits = nationalIdDigits(cells.text('nationalId'))
    if (digits === '') return null
    if (!/^[0-9]{11}$/.test(digits)) {
      cells.say('W35', 'nationalId', { field: 'nationalId', text: maskNationalId(digits) })
      return null
    }
    if (!isNationalId(digits)) cells.say('W28', 'nationalId', { masked: maskNationalId(digits) })
    return digits
  }

  const registryOf = (): string => {
    const text = registryText(cells.cell('registryNo'))
    if (text === '') cells.say('E25', 'registryNo', { field: 'registryNo' })
    else if (!registryNoSchema.safeParse(text).success) cells.say('E23', 'registryNo', { field: 'registryNo', text })
    else return text
    return ''
  }

  const typeOf = (): EmploymentType | null => {
    const type = cells.choice('employmentType', employmentType)
    if (type) return type
    if (cells.text('employmentType')) return null
    if (!options.employmentType) cells.say('E25', 'employmentType', { field: 'employmentType' })
    return options.employmentType
  }

  /** What a row may say wrongly without being wrong as a whole. */
  const loosely = <K extends string>(field: string, match: Parameters<typeof cells.choice<K>>[1]): K | null => {
    const answer = match(cells.cell(field))
    if (answer.kind === 'unknown') cells.say('W35', field, { field, text: oneLine(answer.text) })
    return answer.kind === 'found' ? answer.key : null
  }

  return (row) => {
    cells.open(row)
    const active = cells.choice('active', activity)
    return {
      row: row.row,
      registryNo: registryOf(),
      employmentType: typeOf(),
      name: nameOf(),
      isOneCell: !cells.has('surname'),
      unitId: unitOf(row.block),
      ...titleOf(),
      email: emailOf(),
      phone: cells.limited('phone', 40),
      hireDate: cells.date('hireDate'),
      leaveDate: cells.date('leaveDate'),
      gender: loosely('gender', gender),
      educationLevel: loosely('educationLevel', education),
      active: active === null ? null : active === 'yes',
      nationalId: nationalIdOf(),
    }
  }
}

const signature = ({ row: _, ...line }: StaffLine): string => fold(JSON.stringify(line))

/** Whether two rows of a file say the same, whatever their capitals. */
export const saysTheSame = (one: StaffLine, other: StaffLine): boolean => signature(one) === signature(other)
