import type { OfficerRole } from '../../../src-core/kernel/roles.ts'
import { holds, useOfficer } from '../../app/session.ts'

const keepers: readonly OfficerRole[] = ['TO']
const correctors: readonly OfficerRole[] = ['SA', 'TO']
const takers: readonly OfficerRole[] = ['SA', 'TM', 'TO', 'AU']

/** What the officer may do with units, staff and titles; the service refuses the rest anyway. */
export function useMay() {
  const officer = useOfficer()
  return {
    /** Add records and bring in lists. */
    add: holds(officer, keepers),
    /** Correct and close records. */
    edit: holds(officer, correctors),
    /** Take the staff list out of the academy. */
    exportStaff: holds(officer, takers),
    /** See identity numbers and support needs. */
    personal: holds(officer, keepers),
  }
}
