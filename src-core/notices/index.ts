export { compose, MissingField } from './compose.ts'
export {
  countMails,
  forgetOldMails,
  holdDueMails,
  mailsTo,
  markDraft,
  markRefused,
  markSent,
  type NewMail,
  queueMail,
  waitingMails,
  withdrawMails,
} from './mail.repository.ts'
export { notices } from './notices.handlers.ts'
