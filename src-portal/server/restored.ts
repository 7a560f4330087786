import { randomBytes } from 'node:crypto'
import { rotateEpoch } from '../../src-core/sync/epoch.ts'
import { openPortalStore } from './portal-store.ts'
import type { PortalPlace } from './settings.ts'

/** Tells the desktops that this store was put back from a backup: they begin anew and offer again what it had acknowledged to them. */
export async function tellRestored(place: PortalPlace): Promise<void> {
  const opened = await openPortalStore(place, new Date())
  try {
    await rotateEpoch(opened.store, new Date(), randomBytes(10))
  } finally {
    await opened.close()
  }
}
