import type { Handlers } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule } from '../kernel/errors.ts'
import { enterRequest } from './request.handlers.ts'
import { requestsEnteredBy } from './request.repository.ts'
import { allSites } from './site.repository.ts'
import type { visitFormContract } from './visit-form.contract.ts'

/** Undecided requests that one account may have at a time. */
const mostOpen = 5

export const visitFormHandlers: Handlers<typeof visitFormContract> = {
  askForVisit: async ({ db, input, write, actor, now }) => {
    const today = istanbulDate(now)
    const { fields } = input
    if (fields.preferredFrom < today) breaksRule('visitPast')
    const open = (await requestsEnteredBy(db, actor.id)).filter(({ state }) => state === 'REQUESTED')
    if (open.length >= mostOpen) breaksRule('tooManyRequests', { most: mostOpen })
    const sites = new Set((await allSites(db)).filter(({ active }) => active === 1).map(({ id }) => id))
    const sitesWished = fields.details.sitesWished.filter((id) => sites.has(id))
    const details = { ...fields.details, sitesWished }
    const { requestNo } = await enterRequest({ db, write }, { ...fields, details, receivedOn: today, topicId: null })
    return { requestNo }
  },

  myVisitRequests: async ({ db, actor }) => ({
    requests: (await requestsEnteredBy(db, actor.id)).map((row) => ({
      ...{ requestNo: row.requestNo, receivedOn: row.receivedOn, topicMain: row.topicMain, state: row.state },
      ...{ preferredFrom: row.preferredFrom, preferredTo: row.preferredTo, groupSize: row.groupSize },
      decidedOn: row.decidedAt && istanbulDate(row.decidedAt),
      redirectedTo: row.redirectedTo,
    })),
    sites: (await allSites(db))
      .filter(({ active }) => active === 1)
      .map(({ id, nameTr, nameEn }) => ({ id, nameTr, nameEn })),
  }),
}
