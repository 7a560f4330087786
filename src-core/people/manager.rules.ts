import type { Unit } from './unit.repository.ts'

type Led = Pick<Unit, 'id' | 'parentId' | 'managerId' | 'active'>

type Coordinated = Pick<Unit, 'id' | 'parentId' | 'coordinatorId' | 'active'>

type Placed = { readonly id: string; readonly unitId: string; readonly managerOverrideId: string | null }

/** Who decides on a person's form: whoever was named for that person, or the manager of the nearest unit above that is somebody else. */
export function managerOf(person: Placed, units: ReadonlyMap<string, Led>): string | null {
  if (person.managerOverrideId !== null) return person.managerOverrideId
  const seen = new Set<string>()
  for (let unit = units.get(person.unitId); unit && !seen.has(unit.id); unit = units.get(unit.parentId ?? '')) {
    seen.add(unit.id)
    if (unit.managerId !== null && unit.managerId !== person.id) return unit.managerId
  }
  return null
}

/** Units whose people answer to a manager: those led, and what lies below them as long as nobody else leads it. */
export function unitsAnsweringTo(managerId: string, units: ReadonlyMap<string, Led>): ReadonlySet<string> {
  const nobody = { id: '', managerOverrideId: null }
  return new Set([...units.keys()].filter((unitId) => managerOf({ ...nobody, unitId }, units) === managerId))
}

/** Units a coordinator keeps the needs of: those that name her, and what lies below them as long as nobody else is named there. */
export function unitsCoordinatedBy(personId: string, units: ReadonlyMap<string, Coordinated>): ReadonlySet<string> {
  const coordinatorOf = (unitId: string): string | null => {
    const seen = new Set<string>()
    for (let unit = units.get(unitId); unit && !seen.has(unit.id); unit = units.get(unit.parentId ?? '')) {
      seen.add(unit.id)
      if (unit.coordinatorId !== null) return unit.coordinatorId
    }
    return null
  }
  const active = [...units.values()].filter((unit) => unit.active)
  return new Set(active.filter(({ id }) => coordinatorOf(id) === personId).map(({ id }) => id))
}
