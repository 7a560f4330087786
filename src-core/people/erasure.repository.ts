import type { Reader } from '../database/store.ts'
import type { ErasableKind } from './erasure.rules.ts'

const requests = (db: Reader) => db.selectFrom('erasureRequest').selectAll().where('deletedAt', 'is', null)

export const latestErasureOf = (db: Reader, personId: string) =>
  requests(db).where('personId', '=', personId).orderBy('askedAt', 'desc').orderBy('id', 'desc').executeTakeFirst()

export const erasureById = (db: Reader, id: string) => requests(db).where('id', '=', id).executeTakeFirst()

export const openErasures = (db: Reader) => requests(db).where('state', '=', 'ASKED').orderBy('askedAt').execute()

/** All requests with who asked, those that wait first, then the newest. */
export const listErasures = (db: Reader) =>
  db
    .selectFrom('erasureRequest as request')
    .innerJoin('person', 'person.id', 'request.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .selectAll('request')
    .select(['person.givenNames', 'person.surname', 'person.registryNo', 'orgUnit.name as unit'])
    .where('request.deletedAt', 'is', null)
    .orderBy((build) => build.case().when('request.state', '=', 'ASKED').then(0).else(1).end())
    .orderBy('request.askedAt', 'desc')
    .orderBy('request.id')
    .limit(2000)
    .execute()

/** Needs of a person that carry words of her own beside what is asked for. */
export async function notedNeedsOf(db: Reader, personId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('needLine')
    .select('id')
    .where('personId', '=', personId)
    .where('note', 'is not', null)
    .where('deletedAt', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Forgets what only this store keeps about a person and nothing needs: a form that is being typed, a calendar's address. */
export async function forgetPortalTraces(db: Reader, personId: string): Promise<void> {
  await db.deleteFrom('needDraft').where('personId', '=', personId).execute()
  await db.deleteFrom('calendarEntry').where('personId', '=', personId).execute()
  await db.deleteFrom('calendarFeed').where('personId', '=', personId).execute()
}

/** The columns of the staff list that a kind of data stands in. */
export const columnsOf: Readonly<Partial<Record<ErasableKind, Readonly<Record<string, null>>>>> = {
  phone: { phone: null },
  profile: { position: null, gender: null, educationLevel: null },
}
