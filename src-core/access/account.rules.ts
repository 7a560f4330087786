import { breaksRule } from '../kernel/errors.ts'
import type { OfficerRole } from '../kernel/roles.ts'

type Standing = { readonly id: string; readonly roles: readonly OfficerRole[]; readonly active: boolean }

const administers = ({ roles, active }: Standing): boolean => active && roles.includes('SA')

/** Refuses a change after which nobody could administer the academy any more. */
export function refuseToLoseLastAdministrator(all: readonly Standing[], changed: Standing): void {
  const before = all.some(administers)
  const after = all.map((account) => (account.id === changed.id ? changed : account)).some(administers)
  if (before && !after) breaksRule('lastAdministrator')
}
