import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule } from '../kernel/errors.ts'
import { sha256 } from '../kernel/hash.ts'
import { queueMail } from '../notices/index.ts'
import { enterRequest, refuseReversed } from './request.handlers.ts'
import { requestsFromAddress, requestsOfDomain } from './request.repository.ts'
import { isOpenDomain, namesOf } from './viewer.ts'
import type { visitByMailContract } from './visit-by-mail.contract.ts'
import { draftsUnder, keepVisitDraft, settleVisitDraft, visitDraftOf } from './visit-draft.repository.ts'
import { mailVisitReceived, mostOpen, openSites, type VisitFields } from './visit-form.handlers.ts'

/** Hours in which an address must be confirmed. */
const confirmHours = 48

/** Requests that one body may enter a day, from one address and from all of a domain of its own; and mails that an address is sent before. */
const mostADay = { address: 3, domain: 6, mails: 5 } as const

type Draft = { readonly fields: VisitFields; readonly noticeVersion: string }

const hashOf = (token: string): string => sha256(`visit ${token}`)

async function refuseTooMany(db: Reader, email: string, today: string): Promise<void> {
  const own = await requestsFromAddress(db, email)
  if (own.filter(({ state }) => state === 'REQUESTED').length >= mostOpen)
    breaksRule('tooManyRequests', { most: mostOpen })
  const ofToday = own.filter(({ receivedOn }) => receivedOn === today).length
  if (ofToday >= mostADay.address) breaksRule('tooManyToday', { most: mostADay.address })
  const [, domain = ''] = namesOf(email)
  if (isOpenDomain(domain)) return
  if ((await requestsOfDomain(db, domain, today)) >= mostADay.domain)
    breaksRule('tooManyToday', { most: mostADay.domain })
}

type Entering = Pick<CommandCall<unknown>, 'db' | 'write' | 'now'>

async function enter(call: Entering, email: string, language: 'tr' | 'en', draft: Draft): Promise<string> {
  const { db, now } = call
  const today = istanbulDate(now)
  await refuseTooMany(db, email, today)
  const { fields, noticeVersion } = draft
  const known = new Set((await openSites(db)).map(({ id }) => id))
  const sitesWished = fields.details.sitesWished.filter((id) => known.has(id))
  const details = { ...fields.details, sitesWished, noticeVersion }
  const asked = { ...fields, details, receivedOn: today, topicId: null }
  const { requestNo } = await enterRequest(call, asked)
  await mailVisitReceived(call, { audience: 'PUBLIC_BODY', email, language }, requestNo, asked)
  return requestNo
}

export const visitByMailHandlers: Handlers<typeof visitByMailContract> = {
  visitSites: async ({ db }) => ({ sites: await openSites(db) }),

  askForVisitByMail: async ({ db, input, ports, now, commandId }) => {
    const { noticeVersion, language } = input
    const email = input.fields.email.toLowerCase()
    const fields = { ...input.fields, email }
    refuseReversed(fields)
    if (fields.preferredFrom < istanbulDate(now)) breaksRule('visitPast')
    const recent = new Date(Date.parse(now) + (confirmHours - 24) * 3_600_000).toISOString()
    if ((await draftsUnder(db, email, recent)) >= mostADay.mails) breaksRule('tooManyVisitMails')
    const token = Buffer.from(ports.randomToken(), 'hex').toString('base64url')
    const draft: Draft = { fields, noticeVersion }
    await keepVisitDraft(db, {
      ...{ tokenHash: hashOf(token), email, language, requestNo: null },
      draftSealed: ports.seal.seal(JSON.stringify(draft), ports.randomToken()),
      expiresAt: new Date(Date.parse(now) + confirmHours * 3_600_000).toISOString(),
    })
    const to = { audience: 'PUBLIC_BODY', email, language } as const
    // Nothing that was typed: it would carry anybody's words to anybody's address.
    const data = { hours: confirmHours, token }
    await queueMail(db, { id: commandId, code: 'SYS-04', to, data, dedupeKey: `SYS-04:${commandId}` }, now)
    return { hours: confirmHours }
  },

  confirmVisit: async (call) => {
    const { db, ports, now } = call
    const tokenHash = hashOf(call.input.token)
    const waiting = await visitDraftOf(db, tokenHash, now)
    if (!waiting) breaksRule('visitLinkOver')
    if (waiting.requestNo !== null) return { requestNo: waiting.requestNo }
    const draft: Draft = JSON.parse(ports.seal.open(waiting.draftSealed ?? ''))
    const requestNo = await enter(call, waiting.email, waiting.language, draft)
    await settleVisitDraft(db, tokenHash, requestNo)
    return { requestNo }
  },
}
