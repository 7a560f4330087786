import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { OwnColumns } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { maskNationalId } from '../kernel/national-id.ts'
import { fold } from '../kernel/turkish.ts'
import { withoutUndefined } from './fields.ts'
import { maySeePersonal } from './personal.rules.ts'
import type { staffContract } from './staff.contract.ts'
import * as staff from './staff.repository.ts'
import { checkLeave, checkRegistry, checkUnitOpen, fullName, newStaffColumns, staffKeys } from './staff.rules.ts'
import type { StaffDetail, StaffFields } from './staff.ts'
import { titleById } from './title.repository.ts'
import { listUnitRows, unitStanding, unitsLedBy } from './unit.repository.ts'

type Row = NonNullable<Awaited<ReturnType<typeof staff.personById>>>

const fieldNames = [
  'registryNo',
  'employmentType',
  'givenNames',
  'surname',
  'unitId',
  'titleId',
  'position',
  'gender',
  'educationLevel',
  'hireDate',
  'email',
  'phone',
  'managerOverrideId',
] as const satisfies readonly (keyof StaffFields)[]

const fieldsOf = (row: Row): StaffFields =>
  Object.fromEntries(fieldNames.map((name) => [name, row[name]])) as unknown as StaffFields

async function checkUnit(db: Reader, unitId: string): Promise<void> {
  const { name, active } = found((await unitStanding(db, unitId))[0], 'orgUnit', unitId)
  checkUnitOpen({ name, active: active === 1 })
}

async function checkTitle(db: Reader, titleId: string | null): Promise<void> {
  if (titleId === null) return
  const title = found(await titleById(db, titleId), 'title', titleId)
  if (!title.active) breaksRule('staffTitleInactive', { name: title.name })
}

async function checkManager(db: Reader, id: string | null, managerId: string | null): Promise<void> {
  if (managerId === null) return
  if (managerId === id) breaksRule('staffManagesSelf')
  const manager = found(await staff.personById(db, managerId), 'person', managerId)
  if (manager.active === 0) breaksRule('staffManagerInactive', { name: fullName(manager) })
}

async function leadsOf(db: Reader, personId: string): Promise<StaffDetail['leads']> {
  return (await unitsLedBy(db, personId)).flatMap(({ id, name, managerId, coordinatorId }) => [
    ...(managerId === personId ? [{ unitId: id, name, as: 'manager' as const }] : []),
    ...(coordinatorId === personId ? [{ unitId: id, name, as: 'coordinator' as const }] : []),
  ])
}

const required = async (db: Reader, id: string): Promise<Row> => found(await staff.personById(db, id), 'person', id)

async function save(call: CommandCall<{ id: string; rowVersion: number }>, patch: Partial<OwnColumns<'person'>>) {
  const { id, rowVersion } = call.input
  const differs = await call.write.update('person', id, patch, rowVersion)
  return { rowVersion: rowVersion + (differs ? 1 : 0) }
}

export const staffHandlers: Handlers<typeof staffContract> = {
  listStaff: ({ db, input }) => staff.listStaff(db, input),

  getStaff: async ({ db, input, actor, ports }) => {
    const person = await required(db, input.id)
    const row = found(await staff.staffRowById(db, input.id), 'person', input.id)
    const unit = (await listUnitRows(db)).find(({ id }) => id === row.unitId)
    const manager = person.managerOverrideId ? await staff.personById(db, person.managerOverrideId) : undefined
    const sealed = person.nationalIdSealed
    return {
      ...row,
      unitPath: unit ? [...unit.path, unit.name] : [],
      position: person.position,
      gender: person.gender,
      educationLevel: person.educationLevel,
      phone: person.phone,
      managerOverride: manager ? { id: manager.id, name: fullName(manager), active: manager.active === 1 } : null,
      leads: await leadsOf(db, person.id),
      ...(maySeePersonal(actor) && {
        nationalId: sealed ? maskNationalId(ports.seal.open(sealed)) : null,
        disabilitySupport: person.disabilitySupportSealed !== null,
      }),
    }
  },

  searchStaff: async ({ db, input }) => ({ staff: [...(await staff.searchStaff(db, input))] }),

  addStaff: async ({ db, input, write }) => {
    checkRegistry(await staff.personByRegistry(db, input.employmentType, input.registryNo), null)
    await checkUnit(db, input.unitId)
    await checkTitle(db, input.titleId)
    await checkManager(db, null, input.managerOverrideId)
    return { id: await write.insert('person', newStaffColumns(input)), rowVersion: 1 }
  },

  changeStaff: async (call) => {
    const { db, input } = call
    const row = await required(db, input.id)
    const fields = withoutUndefined(input.fields)
    const next: StaffFields = { ...fieldsOf(row), ...fields }
    checkRegistry(await staff.personByRegistry(db, next.employmentType, next.registryNo), row.id)
    if (next.unitId !== row.unitId) await checkUnit(db, next.unitId)
    if (next.titleId !== row.titleId) await checkTitle(db, next.titleId)
    if (next.managerOverrideId !== row.managerOverrideId) await checkManager(db, row.id, next.managerOverrideId)
    checkLeave(next.hireDate, row.leaveDate)
    return save(call, { ...fields, ...staffKeys(next) })
  },

  moveStaff: async ({ db, input, write }) => {
    await checkUnit(db, input.unitId)
    let moved = 0
    for (const { id, rowVersion } of input.people)
      if (await write.update('person', id, { unitId: input.unitId }, rowVersion)) moved++
    return { moved }
  },

  deactivateStaff: async (call) => {
    const { db, input } = call
    const row = await required(db, input.id)
    checkLeave(row.hireDate, input.leaveDate)
    return { ...(await save(call, { active: 0, leaveDate: input.leaveDate })), leads: await leadsOf(db, row.id) }
  },

  reactivateStaff: async (call) => {
    const { db, input } = call
    const row = await required(db, input.id)
    await checkUnit(db, row.unitId)
    return save(call, { active: 1, leaveDate: null })
  },

  trainingHistory: async ({ db, input }) => ({ trainings: await staff.trainingsOf(db, input.personId) }),

  addCompletedTraining: async ({ db, input, write }) => {
    await required(db, input.personId)
    if (input.topicId) found(await staff.topicById(db, input.topicId), 'topic', input.topicId)
    return { id: await write.insert('completedTraining', { ...input, nameKey: fold(input.name) }) }
  },

  removeCompletedTraining: async ({ input, write }) => {
    await write.update('completedTraining', input.id, {}, input.rowVersion)
    await write.removeMany('completedTraining', [input.id])
    return {}
  },
}
