export { refuseBlockedClashes } from './clash.handlers.ts'
export { delivery } from './delivery.handlers.ts'
export { calendarAt } from './own-schedule.handlers.ts'
export { writeSampleSchedule } from './sample.ts'
