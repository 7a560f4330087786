import { portalUserById } from '../access/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { DelegationTable, ProgrammeViewerTable, SiteTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import * as files from './delegation.repository.ts'
import { isApproved } from './delegation.rules.ts'
import { fieldsOf } from './programme.handlers.ts'
import { requestById } from './request.repository.ts'
import { allSites } from './site.repository.ts'
import type { viewerContract } from './viewer.contract.ts'
import { filesShownTo, viewersOf } from './viewer.repository.ts'
import { isOpenDomain, namesOf } from './viewer.ts'

/** Hosts, vehicles and notes stay inside. */
async function slotsOf(db: Reader, file: DelegationTable, sites: ReadonlyMap<string, SiteTable>) {
  return (await files.itemsOf(db, file.id)).map((row) => {
    const { kind, groupNo, titleTr, titleEn, date, startMinute, endMinute, siteId, place } = fieldsOf(row)
    const site = siteId === null ? undefined : sites.get(siteId)
    return {
      ...{ id: row.id, kind, groupNo, titleTr, titleEn, date, startMinute, endMinute },
      ...{ placeTr: site?.nameTr ?? place, placeEn: site?.nameEn ?? place },
    }
  })
}

/** Takes addresses off the list; the rows that stay behind do not keep them. */
export async function dropViewers(write: Writer, rows: readonly Pick<ProgrammeViewerTable, 'id'>[]): Promise<number> {
  await write.updateMany(
    'programmeViewer',
    rows.map(({ id }) => ({ id, patch: { address: '' } })),
  )
  return write.removeMany(
    'programmeViewer',
    rows.map(({ id }) => id),
  )
}

export const viewerHandlers: Handlers<typeof viewerContract> = {
  programmeViewers: async ({ db, input }) => ({
    addresses: (await viewersOf(db, input.delegationId)).map(({ address }) => address),
  }),

  showProgrammeTo: async ({ db, input, write }) => {
    const file = found(await files.delegationById(db, input.delegationId), 'delegation', input.delegationId)
    const open = input.addresses.find(isOpenDomain)
    if (open !== undefined) breaksRule('openDomain', { domain: open })
    const before = await viewersOf(db, file.id)
    const known = new Set(before.map(({ address }) => address))
    const wanted = new Set(input.addresses)
    const added = [...wanted].filter((address) => !known.has(address))
    const gone = before.filter(({ address }) => !wanted.has(address))
    for (const address of added) await write.insert('programmeViewer', { delegationId: file.id, address })
    return { added: added.length, removed: await dropViewers(write, gone) }
  },

  myProgrammes: async ({ db, actor }) => {
    const account = await portalUserById(db, actor.id)
    // An address that nobody has proved names nobody.
    if (account?.audience !== 'PUBLIC_BODY' || account.emailVerified !== 1) return { programmes: [] }
    const sites = new Map((await allSites(db)).map((site) => [site.id, site]))
    const programmes = []
    for (const file of await filesShownTo(db, namesOf(account.email))) {
      const calledOff = file.state === 'CANCELLED'
      if (!calledOff && !isApproved(file.state)) continue
      const request = await requestById(db, file.requestId)
      programmes.push({
        ...{ id: file.id, titleTr: file.titleTr, titleEn: file.titleEn, body: request?.requestingBody ?? '' },
        ...{ fromDate: file.fromDate, toDate: file.toDate, calledOff },
        slots: calledOff ? [] : await slotsOf(db, file, sites),
      })
    }
    return { programmes }
  },
}
