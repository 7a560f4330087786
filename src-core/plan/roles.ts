import type { OfficerRole } from '../kernel/roles.ts'

/** Who may look at the plan, its revisions and its budget (product: permissions). */
export const planReaders: readonly OfficerRole[] = ['TM', 'TO', 'CR', 'DC', 'AU']

/** Who may see which persons stand behind a line. */
export const planPeopleReaders: readonly OfficerRole[] = ['TM', 'TO', 'AU']

/** Who makes and changes it. */
export const planKeepers: readonly OfficerRole[] = ['TM', 'TO']

/** Who approves, publishes and opens a revision. */
export const planApprovers: readonly OfficerRole[] = ['TM']
