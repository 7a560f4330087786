import type { SyncJoinTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { sha256 } from '../kernel/hash.ts'
import { addDevice } from './device.ts'

/** Minutes in which a code must be confirmed. */
export const joinMinutes = 15

/** Consonants only, none that is taken for another: nobody reads a word, few mistype (RFC 8628, 6.1). */
const letters = 'BCDFGHJKLMNPQRSTVWXZ'

/** A code that a person types in: eight letters of twenty, about 34 bits. */
export function userCodeFrom(random: (bytes: number) => Uint8Array): string {
  let code = ''
  while (code.length < 8) {
    for (const byte of random(16)) {
      // Bytes beyond the last whole run of letters would make the first ones likelier.
      if (byte < 240 && code.length < 8) code += letters[byte % letters.length]
    }
  }
  return code
}

/** The code as it is shown: in two halves. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** A code as somebody typed it: any case, with or without what stands between. */
export const typedCode = (text: string): string => text.toUpperCase().replace(/[^A-Z]/g, '')

export type JoinRequest = Pick<SyncJoinTable, 'deviceName' | 'officerId' | 'officerName' | 'publicKey' | 'deviceId'>

type Codes = { readonly id: string; readonly deviceCode: string; readonly userCode: string; readonly now: string }

/** Notes that a desktop asks to be let in, and forgets whose time is over. */
export async function askToJoin(db: Reader, request: JoinRequest, codes: Codes): Promise<void> {
  const { id, deviceCode, userCode, now } = codes
  await db.deleteFrom('syncJoin').where('expiresAt', '<', now).execute()
  const expiresAt = new Date(Date.parse(now) + joinMinutes * 60_000).toISOString()
  const open = { state: 'waiting', userId: null, expiresAt, polledAt: null } as const
  await db
    .insertInto('syncJoin')
    .values({ ...request, ...open, id, deviceCodeHash: sha256(deviceCode), userCode })
    .execute()
}

/** What waits under a code that somebody typed in. */
export const waitingJoin = (db: Reader, typed: string, now: string): Promise<SyncJoinTable | undefined> =>
  db
    .selectFrom('syncJoin')
    .selectAll()
    .where('userCode', '=', typedCode(typed))
    .where('state', '=', 'waiting')
    .where('expiresAt', '>', now)
    .executeTakeFirst()

export const decideJoin = (db: Reader, id: string, state: 'confirmed' | 'refused', userId: string) =>
  db.updateTable('syncJoin').set({ state, userId }).where('id', '=', id).where('state', '=', 'waiting').execute()

export type Polled =
  | { readonly state: 'waiting' | 'slower' | 'refused' | 'expired' }
  /** `token`: the one that counts from now on; undefined where a joined device got one more officer. */
  | { readonly state: 'granted'; readonly token: string | undefined; readonly publicKey: string }

type Polling = {
  readonly now: string
  readonly token: string
  readonly newDeviceId: string
  /** Seconds that a desktop should let pass between two questions. */
  readonly every: number
}

/**
 * Answers a desktop that asks what became of its code. A confirmed one lets it in, once: the code is gone with the answer, and an
 * answer that was lost is asked for anew with a new code.
 */
export async function pollJoin(
  db: Reader,
  deviceCode: string,
  { now, token, newDeviceId, every }: Polling,
): Promise<Polled> {
  const row = await db
    .selectFrom('syncJoin')
    .selectAll()
    .where('deviceCodeHash', '=', sha256(deviceCode))
    .executeTakeFirst()
  if (!row || row.expiresAt <= now) return { state: 'expired' }
  if (row.state === 'waiting') return { state: await pace(db, row, now, every) }
  await db.deleteFrom('syncJoin').where('id', '=', row.id).execute()
  if (row.state === 'refused' || row.userId === null) return { state: 'refused' }
  const { deviceName: name, officerId, userId, publicKey } = row
  const known = row.deviceId
  const deviceId = known ?? newDeviceId
  if (!known) await addDevice(db, { id: deviceId, name, roles: [], token, joinedBy: userId, now })
  await db
    .insertInto('syncOfficer')
    .values({ deviceId, officerId, userId, knownSince: now })
    .onConflict((conflict) => conflict.columns(['deviceId', 'officerId']).doUpdateSet({ userId, knownSince: now }))
    .execute()
  return { state: 'granted', token: known ? undefined : token, publicKey }
}

async function pace(
  db: Reader,
  { id, polledAt }: SyncJoinTable,
  now: string,
  every: number,
): Promise<'waiting' | 'slower'> {
  await db.updateTable('syncJoin').set({ polledAt: now }).where('id', '=', id).execute()
  // A second less than what was said: the desktop counts from its answer, the portal from its question.
  const early = polledAt !== null && Date.parse(now) - Date.parse(polledAt) < (every - 1) * 1000
  return early ? 'slower' : 'waiting'
}
