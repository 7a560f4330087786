import type { Reader, Store } from '../database/store.ts'
import { sha256 } from '../kernel/hash.ts'
import type { OfficerRole } from '../kernel/roles.ts'

/** A desktop as the portal knows it: what it pushes counts as done by somebody with these roles. */
export type Device = { readonly id: string; readonly name: string; readonly roles: readonly OfficerRole[] }

export type JoinedDevice = Device & {
  readonly joinedBy: string
  readonly joinedAt: string
  readonly lastSeenAt: string | null
}

export type NewDevice = Device & { readonly token: string; readonly joinedBy: string; readonly now: string }

/** Lets a desktop in. `token` is what it shows from now on; only its hash is kept. */
export async function addDevice(db: Reader, device: NewDevice): Promise<void> {
  const { id, name, roles, token, joinedBy, now } = device
  const row = { id, name, roles: JSON.stringify(roles), joinedBy, joinedAt: now, lastSeenAt: null, removedAt: null }
  await db
    .insertInto('syncDevice')
    .values({ ...row, tokenHash: sha256(token) })
    .execute()
}

/** The desktop that shows this token; nothing for one that was removed. */
export async function deviceByToken(db: Reader, token: string): Promise<Device | undefined> {
  const row = await db
    .selectFrom('syncDevice')
    .selectAll()
    .where('tokenHash', '=', sha256(token))
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, roles: JSON.parse(row.roles) }
}

/** The portal account of whoever confirmed a device's joining. */
export const joinerOf = async (db: Reader, deviceId: string): Promise<string> =>
  (await db.selectFrom('syncDevice').select('joinedBy').where('id', '=', deviceId).executeTakeFirstOrThrow()).joinedBy

/** Milliseconds within which a desktop that asks again is not noted again: each note is forced to the disk. */
const seenEvery = 60_000

/** Notes when a desktop was here, to the minute. */
export async function noteSeen(store: Store, deviceId: string, now: Date): Promise<void> {
  const known = await store.read((db) =>
    db.selectFrom('syncDevice').select('lastSeenAt').where('id', '=', deviceId).executeTakeFirst(),
  )
  const since = known?.lastSeenAt ? Math.abs(now.getTime() - Date.parse(known.lastSeenAt)) : seenEvery
  if (since < seenEvery) return
  await store.write(({ db }) =>
    db.updateTable('syncDevice').set({ lastSeenAt: now.toISOString() }).where('id', '=', deviceId).execute(),
  )
}

/** Shuts a desktop out; what it has pushed stays. */
export const removeDevice = (db: Reader, deviceId: string, now: string) =>
  db
    .updateTable('syncDevice')
    .set({ removedAt: now })
    .where('id', '=', deviceId)
    .where('removedAt', 'is', null)
    .execute()

/** The desktops that are let in, in the order they joined. */
export async function joinedDevices(db: Reader): Promise<readonly JoinedDevice[]> {
  const rows = await db
    .selectFrom('syncDevice')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('joinedAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, roles, joinedBy, joinedAt, lastSeenAt }) => ({
    id,
    name,
    roles: JSON.parse(roles),
    joinedBy,
    joinedAt,
    lastSeenAt,
  }))
}
