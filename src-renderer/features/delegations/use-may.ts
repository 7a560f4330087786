import { holds, useOfficer } from '../../app/session.ts'

/** What the officer may do with delegations; the service refuses the rest anyway. */
export function useMay() {
  const officer = useOfficer()
  return {
    /** Keep requests, files, programmes, participants and sites, and see what is sealed. */
    edit: holds(officer, ['DC']),
    /** Approve programme and budget. */
    approve: holds(officer, ['TM']),
  }
}
