import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { withoutUndefined } from './fields.ts'
import { personById } from './staff.repository.ts'
import type { unitContract } from './unit.contract.ts'
import { listUnitOptions, listUnitRows, loadUnits, staffPerUnit } from './unit.repository.ts'
import {
  checkAliases,
  checkCode,
  checkEmpty,
  checkParent,
  checkValidity,
  unitColumns,
  unitFieldsOf,
} from './unit.rules.ts'
import type { UnitFields } from './unit.ts'

/** Only somebody who works here can lead a unit or speak for it in training matters. */
async function checkLeader(db: Reader, id: string | null): Promise<void> {
  if (id === null) return
  const person = found(await personById(db, id), 'person', id)
  if (!person.active) breaksRule('unitLeaderInactive', { name: `${person.givenNames} ${person.surname}` })
}

export const unitHandlers: Handlers<typeof unitContract> = {
  listUnits: async ({ db, input }) => {
    const units = await listUnitRows(db)
    return { units: units.filter((unit) => input.withInactive || unit.active) }
  },

  getUnit: async ({ db, input }) => {
    const units = await listUnitRows(db)
    return found(
      units.find((unit) => unit.id === input.id),
      'orgUnit',
      input.id,
    )
  },

  unitOptions: async ({ db }) => ({ units: [...(await listUnitOptions(db))] }),

  addUnit: async ({ db, input, write }) => {
    const units = await loadUnits(db)
    checkCode(units, null, input.code)
    checkAliases(units, null, input.aliases)
    checkParent(units, null, input.parentId)
    checkValidity(input.validFrom, input.validTo)
    await checkLeader(db, input.managerId)
    await checkLeader(db, input.coordinatorId)
    return { id: await write.insert('orgUnit', unitColumns(input, true)), rowVersion: 1 }
  },

  changeUnit: async ({ db, input, write }) => {
    const units = await loadUnits(db)
    const unit = found(
      units.find(({ id }) => id === input.id),
      'orgUnit',
      input.id,
    )
    const { fields } = input
    const next: UnitFields = { ...unitFieldsOf(unit), ...withoutUndefined(fields) }
    if (fields.code !== undefined) checkCode(units, unit.id, next.code)
    if (fields.aliases !== undefined) checkAliases(units, unit.id, next.aliases)
    if (fields.parentId !== undefined && next.parentId !== unit.parentId) checkParent(units, unit.id, next.parentId)
    checkValidity(next.validFrom, next.validTo)
    if (fields.managerId && fields.managerId !== unit.managerId) await checkLeader(db, fields.managerId)
    if (fields.coordinatorId && fields.coordinatorId !== unit.coordinatorId) await checkLeader(db, fields.coordinatorId)
    const differs = await write.update('orgUnit', unit.id, unitColumns(next, unit.active), input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  deactivateUnit: async ({ db, input, write, now }) => {
    const units = await loadUnits(db)
    const unit = found(
      units.find(({ id }) => id === input.id),
      'orgUnit',
      input.id,
    )
    const staff = (await staffPerUnit(db)).get(unit.id) ?? 0
    checkEmpty(unit.name, staff, units.filter(({ parentId, active }) => active && parentId === unit.id).length)
    const validTo = input.validTo ?? istanbulDate(now)
    checkValidity(unit.validFrom, validTo)
    const differs = await write.update('orgUnit', unit.id, { active: 0, validTo }, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  reactivateUnit: async ({ db, input, write }) => {
    const units = await loadUnits(db)
    const unit = found(
      units.find(({ id }) => id === input.id),
      'orgUnit',
      input.id,
    )
    checkParent(units, unit.id, unit.parentId)
    checkAliases(units, unit.id, unit.aliases)
    const differs = await write.update('orgUnit', unit.id, { active: 1, validTo: null }, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },
}
