import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { SiteTable, SiteTravelTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'

const own = (column: string) => sql.ref(`site.${column}`)

const columns: ListColumns = {
  nameTr: { value: own('nameTr'), sort: own('sortKey'), search: own('searchKey') },
  nameEn: { value: own('nameEn'), search: own('searchKey') },
  owner: { value: own('owner'), search: own('searchKey') },
  capacity: { value: own('capacity') },
  minutesOnSite: { value: own('minutesOnSite') },
  accessible: { value: own('accessible') },
  photoAllowed: { value: own('photoAllowed') },
  active: { value: own('active') },
}

export const listSites = (db: Reader, page: PageRequest): Promise<{ rows: SiteTable[]; total: number }> =>
  fetchPage(db.selectFrom('site').selectAll().where('site.deletedAt', 'is', null), page, columns, {
    searchKey: own('searchKey'),
    tieBreak: own('id'),
  })

export const siteById = (db: Reader, id: string): Promise<SiteTable | undefined> =>
  db.selectFrom('site').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

/** The whole catalogue by name; a few hundred places at most. */
export const allSites = (db: Reader): Promise<SiteTable[]> =>
  db.selectFrom('site').selectAll().where('deletedAt', 'is', null).orderBy('sortKey').orderBy('id').execute()

export const allTravel = (db: Reader): Promise<SiteTravelTable[]> =>
  db.selectFrom('siteTravel').selectAll().where('deletedAt', 'is', null).orderBy('id').execute()

/** The entry between two sites, removed ones too. */
export const travelBetween = (db: Reader, fromSiteId: string, toSiteId: string) =>
  db
    .selectFrom('siteTravel')
    .selectAll()
    .where('fromSiteId', '=', fromSiteId)
    .where('toSiteId', '=', toSiteId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

/** How often and when last each site stood in a programme that was not called off. */
export async function siteUse(db: Reader): Promise<ReadonlyMap<string, { visits: number; lastUsed: string }>> {
  const rows = await db
    .selectFrom('programmeItem')
    .innerJoin('delegation', 'delegation.id', 'programmeItem.delegationId')
    .where('programmeItem.deletedAt', 'is', null)
    .where('delegation.deletedAt', 'is', null)
    .where('delegation.state', '<>', 'CANCELLED')
    .where('programmeItem.siteId', 'is not', null)
    .select((build) => [
      'programmeItem.siteId',
      build.fn.countAll<number>().as('visits'),
      build.fn.max('programmeItem.date').as('lastUsed'),
    ])
    .groupBy('programmeItem.siteId')
    .execute()
  return new Map(
    rows.map(({ siteId, visits, lastUsed }) => [siteId ?? '', { visits: Number(visits), lastUsed: lastUsed ?? '' }]),
  )
}
