import type { Handlers } from '../database/dispatcher.ts'
import type { DelegationCostTable, DelegationResourceTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import * as files from './delegation.repository.ts'
import { withoutUndefined } from './fields.ts'
import type { logisticsContract } from './logistics.contract.ts'
import type { CostFields, DelegationCost, Resource, ResourceFields } from './logistics.ts'

/** A resource as it stands. */
export const toResource = (row: DelegationResourceTable): Resource =>
  ({
    id: row.id,
    rowVersion: row.rowVersion,
    kind: row.kind,
    name: row.name,
    details: JSON.parse(row.details),
  }) as Resource

/** A resource's columns as they are stored. */
export const resourceColumns = ({ kind, name, details }: ResourceFields) => ({
  kind,
  name,
  details: JSON.stringify(details),
})

export const toCost = (row: DelegationCostTable): DelegationCost => ({
  id: row.id,
  rowVersion: row.rowVersion,
  type: row.type as CostFields['type'],
  plannedMinor: row.plannedMinor,
  committedMinor: row.committedMinor,
  actualMinor: row.actualMinor,
  payer: row.payer,
  documentNo: row.documentNo,
  note: row.note,
})

async function fileAt(db: Reader, id: string) {
  return found(await files.delegationById(db, id), 'delegation', id)
}

export const logisticsHandlers: Handlers<typeof logisticsContract> = {
  resources: async ({ db, input }) => {
    const file = await fileAt(db, input.delegationId)
    return { resources: (await files.resourcesOf(db, file.id)).map(toResource) }
  },

  addResource: async ({ db, input, write }) => {
    const file = await fileAt(db, input.delegationId)
    const row = { ...resourceColumns(input.resource), delegationId: file.id }
    return { id: await write.insert('delegationResource', row), rowVersion: 1 }
  },

  changeResource: async ({ db, input, write }) => {
    const row = found(await files.resourceById(db, input.id), 'delegationResource', input.id)
    if (row.kind !== input.resource.kind) breaksRule('resourceKind')
    const differs = await write.update('delegationResource', row.id, resourceColumns(input.resource), input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  removeResource: async ({ db, input, write }) => {
    const row = found(await files.resourceById(db, input.id), 'delegationResource', input.id)
    const people = (await files.participantsOf(db, row.delegationId)).filter(
      ({ vehicleId, hotelRoomId }) => vehicleId === row.id || hotelRoomId === row.id,
    )
    const items = (await files.itemsOf(db, row.delegationId)).filter(
      ({ vehicleId, interpreterId }) => vehicleId === row.id || interpreterId === row.id,
    )
    const used = people.length + items.length
    if (used > 0) breaksRule('resourceInUse', { name: row.name, used })
    // Checks the version; removing many does not.
    await write.update('delegationResource', row.id, { name: row.name }, input.rowVersion)
    await write.removeMany('delegationResource', [row.id])
    return {}
  },

  costs: async ({ db, input }) => {
    const file = await fileAt(db, input.delegationId)
    return { costs: (await files.costsOf(db, file.id)).map(toCost) }
  },

  addCost: async ({ db, input, write }) => {
    await fileAt(db, input.delegationId)
    return { id: await write.insert('delegationCost', input), rowVersion: 1 }
  },

  changeCost: async ({ db, input, write }) => {
    const row = found(await files.costById(db, input.id), 'delegationCost', input.id)
    const differs = await write.update('delegationCost', row.id, withoutUndefined(input.fields), input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  removeCost: async ({ db, input, write }) => {
    const row = found(await files.costById(db, input.id), 'delegationCost', input.id)
    await write.update('delegationCost', row.id, { type: row.type }, input.rowVersion)
    await write.removeMany('delegationCost', [row.id])
    return {}
  },
}
