import type { RoomTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { RoomChoice, Span, TrainerChoice } from './session.ts'

const toRoom = (row: RoomTable): RoomChoice => ({
  id: row.id,
  code: row.code,
  name: row.name,
  venue: row.venue,
  capacity: row.capacity,
  bookableFrom: row.bookableFrom,
  bookableTo: row.bookableTo,
})

/** Rooms in use by venue and name, and of the others those that are asked for. */
export async function roomsFor(db: Reader, alsoIds: ReadonlySet<string>): Promise<RoomChoice[]> {
  const rows = await db.selectFrom('room').selectAll().orderBy('venue').orderBy('sortKey').execute()
  return rows.filter(({ id, active, deletedAt }) => alsoIds.has(id) || (active === 1 && deletedAt === null)).map(toRoom)
}

/** Buildings of units that have a room of their own. */
export const roomOwners = (db: Reader) =>
  db
    .selectFrom('room')
    .select(['unitId', 'venue'])
    .where('unitId', 'is not', null)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()

/** Trainers in use in Turkish order with topics and stated times that touch a span, and of the others those that are asked for. */
export async function trainersFor(
  db: Reader,
  from: string,
  to: string,
  alsoIds: ReadonlySet<string>,
): Promise<(TrainerChoice & { readonly personId: string | null })[]> {
  const rows = await db
    .selectFrom('trainer')
    .select(['id', 'name', 'personId', 'active', 'deletedAt'])
    .orderBy('sortKey')
    .orderBy('id')
    .execute()
  const topics = await db
    .selectFrom('trainerTopic')
    .select(['trainerId', 'topicId'])
    .where('deletedAt', 'is', null)
    .orderBy('topicId')
    .execute()
  const times = await db
    .selectFrom('trainerAvailability')
    .select(['trainerId', 'fromDate', 'toDate', 'half', 'kind'])
    .where('toDate', '>=', from)
    .where('fromDate', '<=', to)
    .where('deletedAt', 'is', null)
    .orderBy('fromDate')
    .execute()
  const topicsOf = Map.groupBy(topics, ({ trainerId }) => trainerId)
  const timesOf = Map.groupBy(times, ({ trainerId }) => trainerId)
  return rows
    .filter(({ id, active, deletedAt }) => alsoIds.has(id) || (active === 1 && deletedAt === null))
    .map(({ id, name, personId, active, deletedAt }) => {
      const own = timesOf.get(id) ?? []
      const spans = (kind: 'available' | 'unavailable'): Span[] =>
        own
          .filter((time) => time.kind === kind)
          .map(({ fromDate, toDate, half }) => ({ from: fromDate, to: toDate, half }))
      const stated = spans('available')
      const inUse = active === 1 && deletedAt === null
      return {
        id,
        name,
        personId,
        topicIds: inUse ? (topicsOf.get(id) ?? []).map(({ topicId }) => topicId) : [],
        available: stated.length > 0 ? stated : null,
        unavailable: spans('unavailable'),
      }
    })
}

/** Units with the people who work in them. */
export async function unitStaff(db: Reader) {
  const units = await db.selectFrom('orgUnit').select(['id', 'parentId', 'name']).orderBy('id').execute()
  const counts = await db
    .selectFrom('person')
    .select(['unitId', (build) => build.fn.countAll<number>().as('staff')])
    .where('active', '=', 1)
    .where('deletedAt', 'is', null)
    .groupBy('unitId')
    .execute()
  const staff = new Map(counts.map((row) => [row.unitId, Number(row.staff)]))
  return units.map((unit) => ({ ...unit, staff: staff.get(unit.id) ?? 0 }))
}

/** Units of some persons, by person. */
export async function unitsOfPersons(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'unitId'])
    .where('id', 'in', ids.length > 0 ? [...ids] : [''])
    .execute()
  return new Map(rows.map(({ id, unitId }) => [id, unitId]))
}

/** Codes and prerequisites of topics. */
export async function topicFacts(db: Reader) {
  const rows = await db
    .selectFrom('topic')
    .select(['id', 'code', 'prerequisites'])
    .where('deletedAt', 'is', null)
    .execute()
  return new Map(
    rows.map(({ id, code, prerequisites }) => [id, { code, prerequisites: JSON.parse(prerequisites) as string[] }]),
  )
}

/** Holidays from one day to another. */
export const holidaysFrom = (db: Reader, from: string, to: string) =>
  db
    .selectFrom('holiday')
    .select(['date', 'half', 'name', 'nameEn'])
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .orderBy('id')
    .execute()

/** Which of these persons still work here. */
export async function activePersons(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('active', '=', 1)
    .where('deletedAt', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
