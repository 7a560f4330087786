import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { RoomTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import { folded, inOrder, ranked } from './list-order.repository.ts'
import { type Room, type RoomLayout, roomLayouts } from './room.ts'

const rooms = (db: Reader) =>
  db
    .selectFrom('room')
    .leftJoin('orgUnit', 'orgUnit.id', 'room.unitId')
    .where('room.deletedAt', 'is', null)
    .selectAll('room')
    .select('orgUnit.name as unitName')

export const roomById = (db: Reader, id: string): Promise<RoomTable | undefined> =>
  db.selectFrom('room').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

/** Every room by name, for rules and imports; an institution has dozens. */
export const allRooms = (db: Reader): Promise<RoomTable[]> =>
  db.selectFrom('room').selectAll().where('deletedAt', 'is', null).orderBy('sortKey').execute()

const room = (column: string) => sql.ref(`room.${column}`)

const columnsFor = (venues: readonly string[]): ListColumns => ({
  code: { value: room('code'), search: folded(room('code')) },
  name: { value: room('name'), sort: room('sortKey'), search: room('searchKey') },
  venue: { value: room('venue'), sort: ranked(room('venue'), venues), search: folded(room('venue')) },
  capacity: { value: room('capacity') },
  layout: { value: room('layout'), sort: ranked(room('layout'), roomLayouts) },
  equipment: { value: room('equipment'), search: folded(room('equipment')) },
  accessible: { value: room('accessible') },
  unitName: { value: sql.ref('orgUnit.name'), sort: sql.ref('orgUnit.sortKey'), search: sql.ref('orgUnit.searchKey') },
  bookableFrom: { value: room('bookableFrom') },
  active: { value: room('active') },
})

const toRoom = (row: RoomTable & { readonly unitName: string | null }): Room => ({
  id: row.id,
  rowVersion: row.rowVersion,
  code: row.code,
  name: row.name,
  venue: row.venue,
  address: row.address,
  capacity: row.capacity,
  layout: row.layout as RoomLayout | null,
  equipment: JSON.parse(row.equipment),
  accessible: row.accessible === 1,
  unitId: row.unitId,
  unitName: row.unitName,
  bookableFrom: row.bookableFrom,
  bookableTo: row.bookableTo,
  active: row.active === 1,
})

export async function listRooms(db: Reader, page: PageRequest): Promise<{ rows: Room[]; total: number }> {
  const { rows, total } = await fetchPage(rooms(db), page, columnsFor((await roomFacets(db)).venues), {
    searchKey: room('searchKey'),
    tieBreak: room('id'),
  })
  return { rows: rows.map(toRoom), total }
}

export async function readRoom(db: Reader, id: string): Promise<Room | undefined> {
  const row = await rooms(db).where('room.id', '=', id).executeTakeFirst()
  return row && toRoom(row)
}

/** Buildings and equipment that rooms have already, in Turkish order, to choose from. */
export async function roomFacets(db: Reader): Promise<{ venues: string[]; equipment: string[] }> {
  const all = await allRooms(db)
  const distinct = (texts: readonly string[]) => inOrder([...new Set(texts)], (text) => text)
  return {
    venues: distinct(all.map((row) => row.venue)),
    equipment: distinct(all.flatMap((row) => JSON.parse(row.equipment) as string[])),
  }
}

export const unitExists = async (db: Reader, id: string): Promise<boolean> =>
  (await db
    .selectFrom('orgUnit')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()) !== undefined
