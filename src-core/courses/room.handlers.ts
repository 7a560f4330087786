import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { OwnColumns, RoomTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { wholeList, withoutUndefined } from './fields.ts'
import type { roomContract } from './room.contract.ts'
import * as rooms from './room.repository.ts'
import type { RoomFields, RoomLayout } from './room.ts'
import { roomWorkbook } from './room.workbook.ts'
import { workbookFile } from './workbook-file.ts'

/** A room's row as it is stored. */
export const roomColumns = (fields: RoomFields, active: boolean): OwnColumns<'room'> => {
  const keys = fields.equipment.map(fold)
  const equipment = fields.equipment.filter((_, at) => keys.indexOf(keys[at] ?? '') === at)
  return {
    ...fields,
    equipment: JSON.stringify(equipment),
    accessible: fields.accessible ? 1 : 0,
    active: active ? 1 : 0,
    searchKey: fold([fields.code, fields.name, fields.venue, fields.address, ...equipment].join(' ')),
    sortKey: sortKey(fields.name),
  }
}

/** Refuses a code that another room has, and hours that end before they begin. */
export function checkRoom(
  fields: RoomFields,
  others: readonly Pick<RoomTable, 'id' | 'code' | 'name'>[],
  id?: string,
): void {
  const same = others.find((other) => other.id !== id && fold(other.code) === fold(fields.code))
  if (same) breaksRule('roomCodeTaken', { code: fields.code, name: same.name })
  if (fields.bookableFrom >= fields.bookableTo) breaksRule('roomHoursReversed')
}

async function check(db: Reader, fields: RoomFields, id?: string): Promise<void> {
  checkRoom(fields, await rooms.allRooms(db), id)
  if (fields.unitId && !(await rooms.unitExists(db, fields.unitId))) {
    throw new OperationError('NOT_FOUND', { entity: 'orgUnit', id: fields.unitId })
  }
}

/** What a person typed of a room, as it stands. */
export const fieldsOfRoom = (row: RoomTable): RoomFields => ({
  code: row.code,
  name: row.name,
  venue: row.venue,
  address: row.address,
  capacity: row.capacity,
  layout: row.layout as RoomLayout | null,
  equipment: JSON.parse(row.equipment),
  accessible: row.accessible === 1,
  unitId: row.unitId,
  bookableFrom: row.bookableFrom,
  bookableTo: row.bookableTo,
})

async function setActive(call: CommandCall<{ id: string; rowVersion: number }>, active: 0 | 1) {
  const { db, input, write } = call
  found(await rooms.roomById(db, input.id), 'room', input.id)
  const differs = await write.update('room', input.id, { active }, input.rowVersion)
  return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
}

export const roomHandlers: Handlers<typeof roomContract> = {
  listRooms: ({ db, input }) => rooms.listRooms(db, input),

  getRoom: async ({ db, input }) => found(await rooms.readRoom(db, input.id), 'room', input.id),

  roomFacets: ({ db }) => rooms.roomFacets(db),

  addRoom: async ({ db, input, write }) => {
    await check(db, input)
    return { id: await write.insert('room', roomColumns(input, true)), rowVersion: 1 }
  },

  changeRoom: async ({ db, input, write }) => {
    const row = found(await rooms.roomById(db, input.id), 'room', input.id)
    const next = { ...fieldsOfRoom(row), ...withoutUndefined(input.fields) }
    await check(db, next, row.id)
    const differs = await write.update('room', row.id, roomColumns(next, row.active === 1), input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  deactivateRoom: (call) => setActive(call, 0),

  reactivateRoom: (call) => setActive(call, 1),

  exportRooms: async ({ db, input, ports }) => {
    const { rows } = await rooms.listRooms(db, wholeList(input))
    return workbookFile(ports, roomWorkbook(rows, input.language), { tr: 'Salonlar', en: 'Rooms' }[input.language])
  },
}
