import { attachmentContract } from './attachment.contract.ts'
import { auditPackContract } from './audit-pack.contract.ts'
import { dayContract } from './day.contract.ts'
import { delegationContract } from './delegation.contract.ts'
import { hostMailsContract } from './host-mails.contract.ts'
import { hostPageContract } from './host-page.contract.ts'
import { logisticsContract } from './logistics.contract.ts'
import { ownTemplateContract } from './own-template.contract.ts'
import { participantContract } from './participant.contract.ts'
import { participantFormContract } from './participant-form.contract.ts'
import { printContract } from './print.contract.ts'
import { programmeContract } from './programme.contract.ts'
import { requestContract } from './request.contract.ts'
import { siteContract } from './site.contract.ts'
import { visitTodayContract } from './today.contract.ts'
import { viewerContract } from './viewer.contract.ts'
import { visitByMailContract } from './visit-by-mail.contract.ts'
import { visitFormContract } from './visit-form.contract.ts'

/** Every operation of delegations. */
export const delegationsContract = {
  ...requestContract,
  ...delegationContract,
  ...siteContract,
  ...programmeContract,
  ...participantContract,
  ...logisticsContract,
  ...dayContract,
  ...printContract,
  ...attachmentContract,
  ...ownTemplateContract,
  ...auditPackContract,
  ...visitTodayContract,
  ...hostPageContract,
  ...hostMailsContract,
  ...participantFormContract,
  ...visitFormContract,
  ...visitByMailContract,
  ...viewerContract,
} as const
