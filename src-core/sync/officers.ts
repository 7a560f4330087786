import { type KnownAs, officerAtPortal } from '../access/index.ts'
import type { Reader } from '../database/store.ts'
import type { Actor, CallSource } from '../kernel/context.ts'
import { breaksRule } from '../kernel/errors.ts'
import type { OfficerRole } from '../kernel/roles.ts'
import { type Device, deviceByToken, joinerOf } from './device.ts'

/** Who gave a command, as the device says. */
export type Given = { readonly actor: { readonly id: string; readonly name: string }; readonly source: CallSource }

export type KnownOfficer = { readonly id: string; readonly roles: readonly OfficerRole[] }

/** Whom the portal knows behind a device. */
export type Officers = {
  /** The officer who gave a command, with the rights she has here at this moment. Refuses whom nobody has made known. */
  recognise(db: Reader, device: Device, given: Given): Promise<Actor>
  /** The officers of a device that are known here, by their ids on the device. */
  knownAt(db: Reader, deviceId: string): Promise<readonly KnownOfficer[]>
}

/** Every officer who was ever made known here, with the id under which she acts on the portal; of two joinings the later counts. */
export async function everKnown(db: Reader): Promise<readonly KnownAs[]> {
  const rows = await db
    .selectFrom('syncOfficer')
    .innerJoin('portalUser', 'portalUser.id', 'syncOfficer.userId')
    .leftJoin('person', 'person.id', 'portalUser.personId')
    .select(['syncOfficer.officerId as accountId', 'portalUser.id', 'portalUser.name'])
    .select(['person.id as personId', 'person.givenNames', 'person.surname'])
    .orderBy('syncOfficer.knownSince')
    .execute()
  const known = rows.map(({ accountId, id, name, personId, givenNames, surname }) => ({
    accountId,
    portalId: personId ?? id,
    name: personId === null ? name : `${givenNames} ${surname}`,
  }))
  return [...new Map(known.map((officer) => [officer.accountId, officer])).values()]
}

/** Officers as the portal's accounts and duties say who they are. */
export const officers: Officers = {
  async recognise(db, device, { actor, source }) {
    // A shell beside the store, and the program itself, are nobody's account: they have what whoever joined the device has.
    if ((source === 'cli' && actor.id.startsWith('cli:')) || (source === 'service' && actor.id === 'program'))
      return { ...actor, roles: device.roles }
    const known = await db
      .selectFrom('syncOfficer')
      .select('userId')
      .where('deviceId', '=', device.id)
      .where('officerId', '=', actor.id)
      .executeTakeFirst()
    const officer = known && (await officerAtPortal(db, known.userId))
    if (!officer) breaksRule('officerNotKnown')
    return { id: actor.id, ...officer }
  },

  async knownAt(db, deviceId) {
    const rows = await db
      .selectFrom('syncOfficer')
      .select(['officerId', 'userId'])
      .where('deviceId', '=', deviceId)
      .orderBy('officerId')
      .execute()
    const found: KnownOfficer[] = []
    for (const { officerId, userId } of rows) {
      const officer = await officerAtPortal(db, userId)
      if (officer && officer.roles.length > 0) found.push({ id: officerId, roles: officer.roles })
    }
    return found
  },
}

/**
 * The device that shows a token, with the rights that whoever joined it has now. `notAllowed` while none of its officers has a
 * duty here: it keeps what waits and may come back.
 */
export async function admitted(db: Reader, token: string): Promise<Device | 'unknown' | 'notAllowed'> {
  const device = await deviceByToken(db, token)
  if (!device) return 'unknown'
  if ((await officers.knownAt(db, device.id)).length === 0) return 'notAllowed'
  const joiner = await officerAtPortal(db, await joinerOf(db, device.id))
  return { ...device, roles: joiner?.roles ?? [] }
}
