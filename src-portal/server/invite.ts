import { createPorts } from '../../src-node/ports.ts'
import { createAccounts } from './accounts.ts'
import { openPortalStore } from './portal-store.ts'
import { secretOf } from './secret.ts'
import type { PortalSettings } from './settings.ts'
import { createUnitOfWork } from './unit-of-work.ts'

/** Makes an administrator beside a portal that runs on the same database, or before one starts on a folder. Gives the link. */
export async function inviteAdministrator(settings: PortalSettings, email: string, name: string): Promise<string> {
  const clock = () => new Date()
  const opened = await openPortalStore(settings.place, clock())
  try {
    const { dataKey, secret } = await secretOf(opened.store.id)
    const ports = createPorts(opened.files, dataKey)
    const address = settings.address ?? `http://${settings.host}:${settings.port}`
    const accounts = createAccounts({ unit: createUnitOfWork(opened.store), address, secret, ports, clock })
    return await accounts.invite(email.trim().toLowerCase(), name)
  } finally {
    await opened.close()
  }
}
