import { portalUserById } from '../access/index.ts'
import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { formatDate, istanbulDate } from '../kernel/dates.ts'
import { breaksRule } from '../kernel/errors.ts'
import { type NewMail, queueMail } from '../notices/index.ts'
import { enterRequest } from './request.handlers.ts'
import { requestsEnteredBy, requestsFromAddress } from './request.repository.ts'
import type { RequestFields } from './request.ts'
import { allSites } from './site.repository.ts'
import type { visitFormContract } from './visit-form.contract.ts'

/** What a body itself writes of a request. */
export type VisitFields = Omit<RequestFields, 'receivedOn' | 'topicId'>

/** Undecided requests that one account, or one address without an account, may have at a time. */
export const mostOpen = 5

/** The sites that may be wished for. */
export const openSites = async (db: Reader) =>
  (await allSites(db)).filter(({ active }) => active === 1).map(({ id, nameTr, nameEn }) => ({ id, nameTr, nameEn }))

/** DEL-01 to an address that was proved, which is not always the one that was typed. */
export async function mailVisitReceived(
  { db, write, now }: Pick<CommandCall<unknown>, 'db' | 'write' | 'now'>,
  to: NewMail['to'],
  requestNo: string,
  { contactName, topicMain, preferredFrom, preferredTo, groupSize }: VisitFields,
): Promise<void> {
  const span = { from: formatDate(preferredFrom), to: formatDate(preferredTo) }
  const data = { name: contactName, requestNo, topic: topicMain, persons: groupSize, ...span }
  await queueMail(db, { id: write.newId(), code: 'DEL-01', to, data, dedupeKey: `DEL-01:${requestNo}` }, now)
}

/** What an account has asked for, and what was asked without one from the address that it has proved; newest first. */
async function requestsOf(db: Reader, accountId: string) {
  const account = await portalUserById(db, accountId)
  const own = await requestsEnteredBy(db, accountId)
  const byMail = account ? await requestsFromAddress(db, account.email) : []
  return [...new Map([...own, ...byMail].map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? 1 : -1))
}

export const visitFormHandlers: Handlers<typeof visitFormContract> = {
  askForVisit: async (call) => {
    const { db, input, actor, now } = call
    const today = istanbulDate(now)
    const { fields } = input
    if (fields.preferredFrom < today) breaksRule('visitPast')
    const open = (await requestsEnteredBy(db, actor.id)).filter(({ state }) => state === 'REQUESTED')
    if (open.length >= mostOpen) breaksRule('tooManyRequests', { most: mostOpen })
    const sites = new Set((await openSites(db)).map(({ id }) => id))
    const sitesWished = fields.details.sitesWished.filter((id) => sites.has(id))
    const details = { ...fields.details, sitesWished }
    const asked = { ...fields, details, receivedOn: today, topicId: null }
    const { requestNo } = await enterRequest(call, asked)
    const account = await portalUserById(db, actor.id)
    if (account) await mailVisitReceived(call, account, requestNo, asked)
    return { requestNo }
  },

  myVisitRequests: async ({ db, actor }) => ({
    requests: (await requestsOf(db, actor.id)).map((row) => ({
      ...{ requestNo: row.requestNo, receivedOn: row.receivedOn, topicMain: row.topicMain, state: row.state },
      ...{ preferredFrom: row.preferredFrom, preferredTo: row.preferredTo, groupSize: row.groupSize },
      decidedOn: row.decidedAt && istanbulDate(row.decidedAt),
      redirectedTo: row.redirectedTo,
    })),
    sites: await openSites(db),
  }),
}
