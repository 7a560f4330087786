import type { OfficerRole } from '../kernel/roles.ts'

/** Who may look at cycles and their weights (product: permissions). */
export const cycleReaders: readonly OfficerRole[] = ['SA', 'TM', 'TO', 'AU']

/** Who may look at forms and needs; the administrator may not read what people ask for. */
export const needReaders: readonly OfficerRole[] = ['TM', 'TO', 'AU']

/** Who enters and corrects needs for others. */
export const needKeepers: readonly OfficerRole[] = ['TO']
