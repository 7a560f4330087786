import { type TargetField, targetField, type UnitMatcher } from '../imports/index.ts'
import { parseDate } from '../kernel/dates.ts'
import type { Cell } from '../kernel/sheet.ts'
import type { employmentTypeMatcher } from './staff-words.ts'

type Known = {
  readonly units: Pick<UnitMatcher, 'isUnit'>
  readonly employmentType: ReturnType<typeof employmentTypeMatcher>
}

const isDay = (cell: Cell): boolean => {
  const { kind } = parseDate(cell)
  return kind === 'date' || kind === 'ambiguous'
}

const isAddress = (cell: Cell): boolean => typeof cell === 'string' && cell.includes('@')

/** The columns of a staff list (product: workbook "staff master"), and those that HR programs add to it. */
export function staffListFields({ units, employmentType }: Known): readonly TargetField[] {
  const isUnit = (cell: Cell): boolean => !isAddress(cell) && units.isUnit(cell)
  return [
    targetField('registryNo', { required: true }),
    targetField('fullName'),
    targetField('givenNames'),
    targetField('surname'),
    targetField('employmentType', { accepts: (cell) => employmentType(cell).kind === 'found' }),
    targetField('unitCode', { accepts: isUnit }),
    targetField('unit', { accepts: isUnit }),
    targetField('parentUnit'),
    targetField('title'),
    targetField('email', { accepts: isAddress, telling: true }),
    targetField('phone'),
    targetField('hireDate', { accepts: isDay }),
    targetField('leaveDate', { accepts: isDay }),
    targetField('active'),
    targetField('gender'),
    targetField('educationLevel'),
    targetField('nationalId'),
    targetField('sequence'),
  ]
}
