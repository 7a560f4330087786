import type { OfficerRole } from '../kernel/roles.ts'

/** Who may look at trainings, their sessions and the boards (product: permissions). */
export const scheduleReaders: readonly OfficerRole[] = ['TM', 'TO', 'CR', 'DC', 'AU']

/** Who may see which persons attend. */
export const attendeeReaders: readonly OfficerRole[] = ['TM', 'TO', 'AU']

/** Who places, moves and pins sessions. */
export const scheduleKeepers: readonly OfficerRole[] = ['TM', 'TO']

/** Who decides how hard a clash is. */
export const levelKeepers: readonly OfficerRole[] = ['TM']
