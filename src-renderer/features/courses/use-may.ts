import type { OfficerRole } from '../../../src-core/kernel/roles.ts'
import { holds, useOfficer } from '../../app/session.ts'

const keepers: readonly OfficerRole[] = ['TO']
const approvers: readonly OfficerRole[] = ['TM', 'TO']

/** What the officer may do with the catalogue; the service refuses the rest anyway. */
export function useMay() {
  const officer = useOfficer()
  return {
    /** Add and change records. */
    edit: holds(officer, keepers),
    /** Accept, merge and retire topics. */
    approve: holds(officer, approvers),
    /** See and keep what is sealed of a trainer. */
    pay: holds(officer, approvers),
  }
}
