import { type PersonMatcher, type TableRow, type TargetField, targetField, type UnitMatcher } from '../imports/index.ts'
import type { ListCells } from './list-cells.ts'
import type { MatchUnit } from './staff-list.reader.ts'
import { activeMatcher, unitKindMatcher } from './staff-words.ts'
import type { Unit } from './unit.repository.ts'
import type { UnitKind } from './unit.ts'

/** The columns of a list of units. */
export const unitListFields = (): readonly TargetField[] => [
  targetField('unitCode', { required: true, extraWords: ['Kod', 'Code'] }),
  targetField('unit', { extraWords: ['Ad', 'Adı', 'Name', 'Name TR'] }),
  targetField('nameEn'),
  targetField('unitKind', { extraWords: ['Tür', 'Kind'] }),
  targetField('parentUnit', { extraWords: ['Üst Birim Kodu', 'Parent Code', 'Parent'] }),
  targetField('manager'),
  targetField('coordinator'),
  targetField('costCentre'),
  targetField('aliases'),
  targetField('validFrom'),
  targetField('validTo'),
  targetField('active'),
]

/** Between the items of one cell. */
export const itemSeparator = ' | '

/** What one row of a list of units says. Null is: nothing, and what is on record stays. */
export type UnitLine = {
  readonly row: number
  readonly code: string | null
  readonly name: string | null
  readonly nameEn: string | null
  readonly kind: UnitKind | null
  /** As written; the parent may be a unit of the same file. */
  readonly parent: string | null
  readonly managerId: string | null
  readonly coordinatorId: string | null
  readonly costCentre: string | null
  readonly aliases: readonly string[] | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly active: boolean | null
}

const leadingNumber = /^(\S*\d\S*)(?:\s+[-–]?\s*(.*))?$/

/** Reads the rows of a list of units; managers and coordinators stand as `000123 Işık Şahin`, as a number or as a name. */
export function unitListReader(
  cells: ListCells,
  people: PersonMatcher,
  unitOf: (code: string) => Unit | undefined,
): (row: TableRow) => UnitLine {
  const kind = unitKindMatcher()
  const activity = activeMatcher()

  const personOf = (field: 'manager' | 'coordinator', unit: Unit | undefined): string | null => {
    const text = cells.text(field)
    if (text === '') return null
    const [, number, name] = leadingNumber.exec(text) ?? []
    const match = people.match(number ? { registryNo: number, name: name ?? null } : { name: text })
    if (match.kind === 'found') {
      const { id, active } = match.person
      // Somebody who left may still stand on record here; that is for the officer to change, not an error of the file.
      if (active || id === unit?.[`${field}Id`]) return id
    }
    // Units come before their people when an academy is set up; who leads them can follow in a later file.
    cells.say('W35', field, { field, text })
    return null
  }

  return (row) => {
    cells.open(row)
    const code = cells.limited('unitCode', 20)
    if (!code && !cells.isWrong()) cells.say('E25', 'unitCode', { field: 'unitCode' })
    const active = cells.choice('active', activity)
    const aliases = cells.text('aliases')
    const unit = code ? unitOf(code) : undefined
    return {
      row: row.row,
      code,
      name: cells.limited('unit', 200),
      nameEn: cells.limited('nameEn', 200),
      kind: cells.choice('unitKind', kind),
      parent: cells.text('parentUnit') || null,
      managerId: personOf('manager', unit),
      coordinatorId: personOf('coordinator', unit),
      costCentre: cells.limited('costCentre', 40),
      aliases: aliases ? aliases.split(/\s*[|;]\s*/).filter(Boolean) : null,
      validFrom: cells.date('validFrom'),
      validTo: cells.date('validTo'),
      active: active === null ? null : active === 'yes',
    }
  }
}

/** The unit that a text means, by code, name, other spelling or abbreviation; said at the parent's cell when there is none. */
export function parentOf(cells: ListCells, units: UnitMatcher<MatchUnit>, text: string): string | null {
  const match = units.match(text)
  if (match.kind === 'found') return match.unit.id
  const near = match.kind === 'unknown' ? match.near : []
  cells.say(
    'E15',
    'parentUnit',
    { unit: text },
    near.map(({ unit, score }) => ({
      value: unit.code,
      label: `${unit.nameTr} (${unit.code})`,
      score: Math.min(1, score),
    })),
  )
  return null
}
