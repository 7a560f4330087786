import { holds, useOfficer } from '../../app/session.ts'

/** What the officer may do about the plan: keep its lines, approve it, see the people behind it. */
export function useMayPlan() {
  const officer = useOfficer()
  return {
    keep: holds(officer, ['TM', 'TO']),
    approve: holds(officer, ['TM']),
    seePeople: holds(officer, ['TM', 'TO', 'AU']),
  }
}
