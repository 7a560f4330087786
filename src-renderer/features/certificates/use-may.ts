import { holds, useOfficer } from '../../app/session.ts'

/** What the officer may do with certificates; the service refuses the rest anyway. */
export function useMay() {
  const officer = useOfficer()
  return {
    /** Record occasions and participants, and propose them. */
    propose: holds(officer, ['TO', 'DC']),
    /** Approve, activate templates, revoke. */
    approve: holds(officer, ['TM']),
    /** Issue, print, correct, void, hand over. */
    issue: holds(officer, ['CR']),
    /** Draw what certificates look like. */
    design: holds(officer, ['CR', 'TM']),
    keepSettings: holds(officer, ['SA']),
  }
}
