export { refuseBlockedClashes } from './clash.handlers.ts'
export { delivery } from './delivery.handlers.ts'
export { calendarAt } from './own-calendar.ts'
export { writeSampleSchedule } from './sample.ts'
