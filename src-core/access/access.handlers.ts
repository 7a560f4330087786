import { feature } from '../database/dispatcher.ts'
import { accessContract } from './access.contract.ts'
import { administrationHandlers } from './administration.handlers.ts'
import { auditHandlers } from './audit.handlers.ts'
import { backupHandlers } from './backup.handlers.ts'
import { portalHandlers } from './portal.handlers.ts'
import { signInHandlers } from './sign-in.handlers.ts'

export const access = feature(accessContract, {
  ...signInHandlers,
  ...administrationHandlers,
  ...auditHandlers,
  ...backupHandlers,
  ...portalHandlers,
})
