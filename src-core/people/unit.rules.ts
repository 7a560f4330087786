import type { OwnColumns } from '../database/schema.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import type { Unit } from './unit.repository.ts'
import type { UnitFields } from './unit.ts'

/** What a unit is found by: its code, names, other spellings and cost centre, in any spelling. */
export const unitSearchKey = (unit: {
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly costCentre: string | null
  readonly aliases: readonly string[]
}): string =>
  fold([unit.code, unit.name, unit.nameEn, unit.costCentre, ...unit.aliases].filter((part) => part !== null).join(' '))

/** Other spellings without those that say the same as the name, the code or one another. */
export function tidyAliases(aliases: readonly string[], unit: { readonly code: string; readonly name: string }) {
  const seen = new Set([fold(unit.code), fold(unit.name)])
  return aliases.filter((alias) => {
    const key = fold(alias)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Refuses when another unit bears the code. */
export function checkCode(units: readonly Unit[], id: string | null, code: string): void {
  const key = fold(code)
  const other = units.find((unit) => unit.id !== id && fold(unit.code) === key)
  if (other) breaksRule('unitCodeTaken', { code, name: other.name })
}

/** Refuses other spellings by which another unit is already known; imports could no longer tell the two apart. */
export function checkAliases(units: readonly Unit[], id: string | null, aliases: readonly string[]): void {
  const owners = new Map<string, Unit>()
  for (const unit of units) {
    if (unit.id === id || !unit.active) continue
    for (const text of [unit.code, unit.name, ...unit.aliases]) owners.set(fold(text), unit)
  }
  for (const alias of aliases) {
    const owner = owners.get(fold(alias))
    if (owner) breaksRule('unitAliasTaken', { alias, name: owner.name })
  }
}

/** Refuses a place in the tree that is closed, or that lies under the unit itself. */
export function checkParent(units: readonly Unit[], id: string | null, parentId: string | null): void {
  if (parentId === null) return
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const parent = found(byId.get(parentId), 'orgUnit', parentId)
  if (!parent.active) breaksRule('unitParentInactive', { name: parent.name })
  for (let at: Unit | undefined = parent; at; at = at.parentId ? byId.get(at.parentId) : undefined) {
    if (at.id === id) breaksRule('unitUnderItself', { name: at.name, parent: parent.name })
  }
}

/** Refuses an end before the beginning. */
export function checkValidity(validFrom: string | null, validTo: string | null): void {
  if (validFrom && validTo && validTo < validFrom) breaksRule('unitValidityReversed')
}

/** A unit closes only when it is empty: its people and units must first have another place. */
export function checkEmpty(name: string, staff: number, children: number): void {
  if (staff > 0 && children > 0) breaksRule('unitHasStaffAndUnits', { name, staff, units: children })
  if (staff > 0) breaksRule('unitHasStaff', { name, staff })
  if (children > 0) breaksRule('unitHasUnits', { name, units: children })
}

/** A unit's row as it is stored. */
export function unitColumns(fields: UnitFields, active: boolean): OwnColumns<'orgUnit'> {
  const aliases = tidyAliases(fields.aliases, fields)
  return {
    ...fields,
    aliases: JSON.stringify(aliases),
    active: active ? 1 : 0,
    searchKey: unitSearchKey({ ...fields, aliases }),
    sortKey: sortKey(fields.name),
  }
}

/** What an officer may type of a unit that stands. */
export const unitFieldsOf = ({
  id: _,
  rowVersion: __,
  active: ___,
  searchKey: ____,
  aliases,
  ...rest
}: Unit): UnitFields => ({
  ...rest,
  aliases: [...aliases],
})
