import type { OrgUnitTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Reader } from '../database/store.ts'
import type { UnitOption, UnitRow } from './unit.ts'
import { inTreeOrder, sumsBelow } from './unit-tree.ts'

/** A unit as rules and imports see it. */
export type Unit = {
  readonly id: string
  readonly rowVersion: number
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly kind: OrgUnitTable['kind']
  readonly parentId: string | null
  readonly managerId: string | null
  readonly coordinatorId: string | null
  readonly costCentre: string | null
  readonly aliases: readonly string[]
  readonly active: boolean
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly searchKey: string
}

const toUnit = (row: OrgUnitTable): Unit => ({
  id: row.id,
  rowVersion: row.rowVersion,
  code: row.code,
  name: row.name,
  nameEn: row.nameEn,
  kind: row.kind,
  parentId: row.parentId,
  managerId: row.managerId,
  coordinatorId: row.coordinatorId,
  costCentre: row.costCentre,
  aliases: JSON.parse(row.aliases),
  active: row.active === 1,
  validFrom: row.validFrom,
  validTo: row.validTo,
  searchKey: row.searchKey,
})

/** Every unit, closed ones too, siblings in Turkish order of their names. A city has hundreds, not thousands. */
export async function loadUnits(db: Reader): Promise<readonly Unit[]> {
  const rows = await db.selectFrom('orgUnit').selectAll().where('deletedAt', 'is', null).orderBy('sortKey').execute()
  return rows.map(toUnit)
}

/** What a unit is called and whether it is open (1) or closed (0). */
export const unitStanding = statement((db) =>
  db.selectFrom('orgUnit').select(['name', 'active']).where('id', '=', '').where('deletedAt', 'is', null),
)

/** How many active people each unit has by itself. */
export async function staffPerUnit(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('person')
    .select((build) => ['unitId', build.fn.countAll<number>().as('staff')])
    .where('deletedAt', 'is', null)
    .where('active', '=', 1)
    .groupBy('unitId')
    .execute()
  return new Map(rows.map(({ unitId, staff }) => [unitId, Number(staff)]))
}

/** The units whose manager or training coordinator a person is. */
export const unitsLedBy = (db: Reader, personId: string) =>
  db
    .selectFrom('orgUnit')
    .select(['id', 'name', 'managerId', 'coordinatorId'])
    .where('deletedAt', 'is', null)
    .where('active', '=', 1)
    .where((where) => where.or([where('managerId', '=', personId), where('coordinatorId', '=', personId)]))
    .orderBy('sortKey')
    .execute()

async function leaders(db: Reader, units: readonly Unit[]) {
  const ids = [...new Set(units.flatMap((unit) => [unit.managerId, unit.coordinatorId]).filter((id) => id !== null))]
  if (ids.length === 0) return new Map<string, { id: string; name: string; active: boolean }>()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'givenNames', 'surname', 'active'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [row.id, { id: row.id, name: `${row.givenNames} ${row.surname}`, active: row.active === 1 }]),
  )
}

/** The tree as a list, each unit with its place, people and numbers. */
export async function listUnitRows(db: Reader): Promise<readonly UnitRow[]> {
  const units = await loadUnits(db)
  const people = await leaders(db, units)
  const staff = await staffPerUnit(db)
  const below = sumsBelow(units, staff)
  const children = new Map<string, number>()
  for (const { parentId, active } of units)
    if (parentId && active) children.set(parentId, (children.get(parentId) ?? 0) + 1)
  const paths = new Map<string, readonly string[]>()
  return inTreeOrder(units).map(({ node, depth }) => {
    const { searchKey: _, ...unit } = node
    const path = unit.parentId ? (paths.get(unit.parentId) ?? []) : []
    paths.set(unit.id, [...path, unit.name])
    return {
      ...unit,
      aliases: [...unit.aliases],
      depth,
      parentName: path.at(-1) ?? null,
      path: [...path],
      manager: (unit.managerId && people.get(unit.managerId)) || null,
      coordinator: (unit.coordinatorId && people.get(unit.coordinatorId)) || null,
      staff: staff.get(unit.id) ?? 0,
      staffBelow: below.get(unit.id) ?? 0,
      children: children.get(unit.id) ?? 0,
    }
  })
}

/** Units as pickers show them, in tree order. */
export async function listUnitOptions(db: Reader): Promise<readonly UnitOption[]> {
  const units = await loadUnits(db)
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  return inTreeOrder(units).map(({ node: { id, code, name, parentId, active, searchKey }, depth }) => ({
    id,
    code,
    name,
    parentName: (parentId && names.get(parentId)) || null,
    depth,
    active,
    searchKey,
  }))
}
