import type { OwnColumns } from '../database/schema.ts'
import { breaksRule } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'

import type { StaffFields } from './staff.ts'

type Named = {
  readonly registryNo: string
  readonly givenNames: string
  readonly surname: string
  readonly email: string | null
}

/** Given names and surname as they are said. */
export const fullName = (person: { readonly givenNames: string; readonly surname: string }): string =>
  `${person.givenNames} ${person.surname}`

/** What a person is found by and ordered by: registry number, name and e-mail in any spelling; the order is by name. */
export const staffKeys = (person: Named) => ({
  searchKey: fold(`${person.registryNo} ${fullName(person)} ${person.email ?? ''}`),
  sortKey: sortKey(fullName(person)),
})

/** A person's row as it is stored, for somebody who begins to work here. */
export const newStaffColumns = (fields: StaffFields): OwnColumns<'person'> => ({
  ...fields,
  ...staffKeys(fields),
  nationalIdSealed: null,
  disabilitySupportSealed: null,
  active: 1,
  leaveDate: null,
  lastImportId: null,
})

/** A registry number is unique among people of one employment type. */
export function checkRegistry(holder: (Named & { readonly id: string }) | undefined, id: string | null): void {
  if (holder && holder.id !== id) breaksRule('registryTaken', { registryNo: holder.registryNo, name: fullName(holder) })
}

/** Refuses a day of leaving before the day of hiring. */
export function checkLeave(hireDate: string | null, leaveDate: string | null): void {
  if (hireDate && leaveDate && leaveDate < hireDate) breaksRule('leaveBeforeHire')
}

/** People belong to units that work. */
export function checkUnitOpen(unit: { readonly name: string; readonly active: boolean }): void {
  if (!unit.active) breaksRule('staffUnitInactive', { name: unit.name })
}

/** Deactivations of one import beyond which somebody must say that they are meant (product: people and courses). */
export const deactivationLimits = { shareOfUnit: 0.05, shareOfAll: 0.02 } as const

export type UnitLoss = {
  readonly unitId: string
  readonly name: string
  readonly gone: number
  /** Active people before the import. */
  readonly staff: number
}

export type Losses = {
  readonly gone: number
  readonly staff: number
  /** Units that lose more than their share, the hardest hit first. */
  readonly units: readonly UnitLoss[]
  /** Somebody has to confirm the number before anything is written. */
  readonly mustConfirm: boolean
}

/** Weighs who would leave: `gonePerUnit` and `staffPerUnit` count people by their unit before the import. */
export function weighLosses(
  gonePerUnit: ReadonlyMap<string, number>,
  staffPerUnit: ReadonlyMap<string, number>,
  nameOf: (unitId: string) => string,
): Losses {
  let gone = 0
  let staff = 0
  for (const count of staffPerUnit.values()) staff += count
  const units: UnitLoss[] = []
  for (const [unitId, count] of gonePerUnit) {
    gone += count
    const before = staffPerUnit.get(unitId) ?? 0
    if (count > before * deactivationLimits.shareOfUnit)
      units.push({ unitId, name: nameOf(unitId), gone: count, staff: before })
  }
  units.sort((a, b) => b.gone / b.staff - a.gone / a.staff || b.gone - a.gone)
  return { gone, staff, units, mustConfirm: units.length > 0 || gone > staff * deactivationLimits.shareOfAll }
}

/** Stops an import that would end the work of more people than is usual, unless exactly that number was confirmed. */
export function checkLosses(losses: Losses, confirmed: number | undefined): void {
  if (!losses.mustConfirm || confirmed === losses.gone) return
  const { gone, staff, units } = losses
  breaksRule('tooManyLeave', { gone, staff, units: units.length, unit: units[0]?.name ?? '' })
}
