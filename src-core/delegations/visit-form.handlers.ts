import { portalUserById } from '../access/index.ts'
import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import { formatDate, istanbulDate } from '../kernel/dates.ts'
import { breaksRule } from '../kernel/errors.ts'
import { queueMail } from '../notices/index.ts'
import { enterRequest } from './request.handlers.ts'
import { requestsEnteredBy } from './request.repository.ts'
import type { RequestFields } from './request.ts'
import { allSites } from './site.repository.ts'
import type { visitFormContract } from './visit-form.contract.ts'

/** Undecided requests that one account may have at a time. */
const mostOpen = 5

/** DEL-01 to the address that the account has proved, not to one that was typed. */
async function mailReceived(
  { db, write, actor, now }: Pick<CommandCall<unknown>, 'db' | 'write' | 'actor' | 'now'>,
  requestNo: string,
  { contactName, topicMain, preferredFrom, preferredTo, groupSize }: RequestFields,
): Promise<void> {
  const account = await portalUserById(db, actor.id)
  if (!account) return
  const { audience, email, language } = account
  const span = { from: formatDate(preferredFrom), to: formatDate(preferredTo) }
  const data = { name: contactName, requestNo, topic: topicMain, persons: groupSize, ...span }
  const to = { audience, email, language }
  await queueMail(db, { id: write.newId(), code: 'DEL-01', to, data, dedupeKey: `DEL-01:${requestNo}` }, now)
}

export const visitFormHandlers: Handlers<typeof visitFormContract> = {
  askForVisit: async (call) => {
    const { db, input, actor, now } = call
    const today = istanbulDate(now)
    const { fields } = input
    if (fields.preferredFrom < today) breaksRule('visitPast')
    const open = (await requestsEnteredBy(db, actor.id)).filter(({ state }) => state === 'REQUESTED')
    if (open.length >= mostOpen) breaksRule('tooManyRequests', { most: mostOpen })
    const sites = new Set((await allSites(db)).filter(({ active }) => active === 1).map(({ id }) => id))
    const sitesWished = fields.details.sitesWished.filter((id) => sites.has(id))
    const details = { ...fields.details, sitesWished }
    const asked = { ...fields, details, receivedOn: today, topicId: null }
    const { requestNo } = await enterRequest(call, asked)
    await mailReceived(call, requestNo, asked)
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
