import type { Handlers } from '../database/dispatcher.ts'
import type { OwnColumns, SiteTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { withoutUndefined } from './fields.ts'
import type { siteContract } from './site.contract.ts'
import * as sites from './site.repository.ts'
import type { Site, SiteFields } from './site.ts'

/** A site's row as it is stored. */
export const siteColumns = (fields: SiteFields, active: boolean): OwnColumns<'site'> => ({
  ...fields,
  weekdays: JSON.stringify([...new Set(fields.weekdays)].sort()),
  ppe: JSON.stringify(fields.ppe),
  accessible: fields.accessible ? 1 : 0,
  photoAllowed: fields.photoAllowed ? 1 : 0,
  active: active ? 1 : 0,
  searchKey: fold([fields.nameTr, fields.nameEn, fields.owner].join(' ')),
  sortKey: sortKey(fields.nameTr),
})

const fieldsOf = (row: SiteTable): SiteFields => ({
  nameTr: row.nameTr,
  nameEn: row.nameEn,
  owner: row.owner,
  address: row.address,
  capacity: row.capacity,
  minutesOnSite: row.minutesOnSite,
  weekdays: JSON.parse(row.weekdays) as number[],
  safetyTr: row.safetyTr,
  safetyEn: row.safetyEn,
  ppe: JSON.parse(row.ppe) as SiteFields['ppe'],
  accessible: row.accessible === 1,
  photoAllowed: row.photoAllowed === 1,
  contactPerson: row.contactPerson,
  phone: row.phone,
  textTr: row.textTr,
  textEn: row.textEn,
})

const toSite = (row: SiteTable, use: Awaited<ReturnType<typeof sites.siteUse>>): Site => ({
  ...fieldsOf(row),
  id: row.id,
  rowVersion: row.rowVersion,
  active: row.active === 1,
  lastUsed: use.get(row.id)?.lastUsed ?? null,
  visits: use.get(row.id)?.visits ?? 0,
})

async function check(db: Reader, fields: SiteFields, id?: string): Promise<void> {
  const same = (await sites.allSites(db)).find((one) => one.id !== id && fold(one.nameTr) === fold(fields.nameTr))
  if (same) breaksRule('siteNameTaken', { name: same.nameTr })
}

const siteAt = async (db: Reader, id: string): Promise<SiteTable> => found(await sites.siteById(db, id), 'site', id)

export const siteHandlers: Handlers<typeof siteContract> = {
  listSites: async ({ db, input }) => {
    const { rows, total } = await sites.listSites(db, input)
    const use = await sites.siteUse(db)
    return { rows: rows.map((row) => toSite(row, use)), total }
  },

  getSite: async ({ db, input }) => toSite(await siteAt(db, input.id), await sites.siteUse(db)),

  addSite: async ({ db, input, write }) => {
    await check(db, input)
    return { id: await write.insert('site', siteColumns(input, true)), rowVersion: 1 }
  },

  changeSite: async ({ db, input, write }) => {
    const row = await siteAt(db, input.id)
    const next = { ...fieldsOf(row), ...withoutUndefined(input.fields) }
    await check(db, next, row.id)
    const differs = await write.update('site', row.id, siteColumns(next, row.active === 1), input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  setSiteActive: async ({ db, input, write }) => {
    await siteAt(db, input.id)
    const differs = await write.update('site', input.id, { active: input.active ? 1 : 0 }, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  travelFrom: async ({ db, input }) => {
    await siteAt(db, input.id)
    const travel = await sites.allTravel(db)
    const minutes = new Map(
      travel.flatMap(({ fromSiteId, toSiteId, minutes: least }) =>
        fromSiteId === input.id ? [[toSiteId, least]] : toSiteId === input.id ? [[fromSiteId, least]] : [],
      ) as [string, number][],
    )
    const others = (await sites.allSites(db)).filter(({ id }) => id !== input.id)
    return {
      to: others.map(({ id, nameTr, nameEn }) => ({ id, nameTr, nameEn, minutes: minutes.get(id) ?? null })),
    }
  },

  setTravel: async ({ db, input, write }) => {
    if (input.fromSiteId === input.toSiteId) breaksRule('travelToItself')
    await siteAt(db, input.fromSiteId)
    await siteAt(db, input.toSiteId)
    const [fromSiteId = '', toSiteId = ''] = [input.fromSiteId, input.toSiteId].sort()
    const known = await sites.travelBetween(db, fromSiteId, toSiteId)
    if (input.minutes === null) {
      if (known) await write.removeMany('siteTravel', [known.id])
    } else if (known) await write.update('siteTravel', known.id, { minutes: input.minutes })
    else await write.insert('siteTravel', { fromSiteId, toSiteId, minutes: input.minutes })
    return {}
  },
}
