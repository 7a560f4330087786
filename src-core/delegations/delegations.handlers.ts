import { feature } from '../database/dispatcher.ts'
import { attachmentHandlers } from './attachment.handlers.ts'
import { auditPackHandlers } from './audit-pack.handlers.ts'
import { dayHandlers } from './day.handlers.ts'
import { delegationHandlers } from './delegation.handlers.ts'
import { delegationsContract } from './delegations.contract.ts'
import { forgetAddresses } from './forget-addresses.ts'
import { remindHosts } from './host-mails.ts'
import { hostPageHandlers } from './host-page.handlers.ts'
import { logisticsHandlers } from './logistics.handlers.ts'
import { ownTemplateHandlers } from './own-template.handlers.ts'
import { participantHandlers } from './participant.handlers.ts'
import { participantFormHandlers } from './participant-form.handlers.ts'
import { printHandlers } from './print.handlers.ts'
import { programmeHandlers } from './programme.handlers.ts'
import { requestHandlers } from './request.handlers.ts'
import { siteHandlers } from './site.handlers.ts'
import { visitTodayHandlers } from './today.handlers.ts'
import { viewerHandlers } from './viewer.handlers.ts'
import { visitByMailHandlers } from './visit-by-mail.handlers.ts'
import { visitFormHandlers } from './visit-form.handlers.ts'

export const delegations = feature(delegationsContract, {
  ...requestHandlers,
  ...delegationHandlers,
  ...siteHandlers,
  ...programmeHandlers,
  ...participantHandlers,
  ...logisticsHandlers,
  ...dayHandlers,
  ...printHandlers,
  ...attachmentHandlers,
  ...ownTemplateHandlers,
  ...auditPackHandlers,
  ...visitTodayHandlers,
  ...hostPageHandlers,
  remindHosts: async (call) => ({ reminded: await remindHosts(call) }),
  forgetAddresses: async (call) => ({ erased: await forgetAddresses(call) }),
  ...participantFormHandlers,
  ...visitFormHandlers,
  ...visitByMailHandlers,
  ...viewerHandlers,
})
