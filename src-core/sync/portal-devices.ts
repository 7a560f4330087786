import type { Reader } from '../database/store.ts'
import { joinedDevices } from './device.ts'

/** A joined desktop as the portal's pages show it. */
export type ShownDevice = {
  readonly id: string
  readonly name: string
  readonly joinedAt: string
  readonly lastSeenAt: string | null
  /** Accounts whose officers work at it. */
  readonly officers: string[]
}

/** The desktops that are let in; with an account only those that it has joined. */
export async function devicesOf(db: Reader, account: string | undefined): Promise<readonly ShownDevice[]> {
  const people = await db
    .selectFrom('syncOfficer')
    .innerJoin('portalUser', 'portalUser.id', 'syncOfficer.userId')
    .select(['syncOfficer.deviceId', 'portalUser.name'])
    .orderBy('portalUser.name')
    .execute()
  const shown: ShownDevice[] = []
  for (const { id, name, joinedAt, lastSeenAt, joinedBy } of await joinedDevices(db)) {
    const at = people.filter(({ deviceId }) => deviceId === id)
    if (account !== undefined && joinedBy !== account) continue
    shown.push({ id, name, joinedAt, lastSeenAt, officers: [...new Set(at.map((one) => one.name))] })
  }
  return shown
}
