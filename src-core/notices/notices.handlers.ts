import { feature } from '../database/dispatcher.ts'
import * as mails from './mail.repository.ts'
import { noticesContract } from './notices.contract.ts'

/** Mails: the outbox and what became of it. */
export const notices = feature(noticesContract, {
  outbox: async ({ db }) => ({
    counts: [...(await mails.countMails(db))].map(([state, count]) => ({ state, count })),
    troubled: await mails.troubledMails(db),
  }),
  sendAgain: async ({ db, input, now }) => ({ queued: await mails.sendAgain(db, input.ids, now) }),
})
