import { clashContract } from './clash.contract.ts'
import { scheduleDocumentContract } from './document.contract.ts'
import { groupsContract } from './groups.contract.ts'
import { ownScheduleContract } from './own-schedule.contract.ts'
import { placingContract } from './placing.contract.ts'
import { scheduleContract } from './schedule.contract.ts'
import { trainerPageContract } from './trainer-page.contract.ts'

/** Trainings of the plan: when, where, by whom and for whom they are held. */
export const deliveryContract = {
  ...scheduleContract,
  ...placingContract,
  ...clashContract,
  ...scheduleDocumentContract,
  ...groupsContract,
  ...ownScheduleContract,
  ...trainerPageContract,
}
