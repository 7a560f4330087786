import { feature } from '../database/dispatcher.ts'
import { clashHandlers } from './clash.handlers.ts'
import { deliveryContract } from './delivery.contract.ts'
import { scheduleDocumentHandlers } from './document.handlers.ts'
import { groupsHandlers } from './groups.handlers.ts'
import { ownScheduleHandlers } from './own-schedule.handlers.ts'
import { placingHandlers } from './placing.handlers.ts'
import { scheduleHandlers } from './schedule.handlers.ts'
import { trainerPageHandlers } from './trainer-page.handlers.ts'

export const delivery = feature(deliveryContract, {
  ...scheduleHandlers,
  ...placingHandlers,
  ...clashHandlers,
  ...scheduleDocumentHandlers,
  ...groupsHandlers,
  ...ownScheduleHandlers,
  ...trainerPageHandlers,
})
