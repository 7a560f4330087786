import { administrationContract } from './administration.contract.ts'
import { auditContract } from './audit.contract.ts'
import { backupContract } from './backup.contract.ts'
import { portalContract } from './portal.contract.ts'
import { signInContract } from './sign-in.contract.ts'

/** Signing in, accounts and settings, the trail of what was done, backups. */
export const accessContract = {
  ...signInContract,
  ...administrationContract,
  ...auditContract,
  ...backupContract,
  ...portalContract,
}
