import type { TestPortal } from './open-portal.ts'
import { type Kind, kinds, type World } from './world.ts'

type Reach = Partial<Record<Kind, readonly Kind[]>>

const answering: Reach = {
  manager: ['staff'],
  otherManager: kinds.filter((kind) => kind !== 'staff' && kind !== 'manager'),
}
const everybody: Reach = { SA: kinds }

/** Whom an operation shows, or lets change, besides whoever calls it. What is not here reaches nobody else. */
export const reach: Readonly<Record<string, Reach>> = {
  'needs.unitForms': answering,
  'needs.unitForm': answering,
  'needs.decideForm': answering,
  'needs.unitWishes': answering,
  'needs.rankWishes': answering,
  'access.portalAccounts': everybody,
  'access.lockPortalAccount': everybody,
  'access.setPortalDuties': everybody,
  'notices.sendAgain': everybody,
  'sync.joinedDevices': { SA: ['TM'] },
  'sync.removeJoinedDevice': { SA: ['TM'] },
}

/** What is known of one person, or belongs to her, as the store holds it. */
export type Holdings = ReadonlyMap<string, { readonly owner: Kind | 'nobody'; readonly row: string }>

/**
 * Every row that is somebody's, and how far the log of changed records goes: a row that is nobody's own cannot change without a line
 * there.
 */
export async function holdings(site: TestPortal, { people }: Pick<World, 'people'>): Promise<Holdings> {
  const owners = new Map<unknown, Kind>()
  for (const { kind, accountId, personId, email } of people.values())
    for (const key of [accountId, personId, email]) owners.set(key, kind)
  const found = new Map<string, { owner: Kind | 'nobody'; row: string }>()
  const note = (table: string, rows: readonly object[], owner: string) => {
    for (const row of rows) {
      const fields = row as Readonly<Record<string, unknown>>
      const key = fields.id ?? `${fields.cycleId ?? fields.deviceId}/${fields.personId ?? fields.officerId}`
      found.set(`${table} ${key}`, { owner: owners.get(fields[owner]) ?? 'nobody', row: JSON.stringify(row) })
    }
  }
  await site.portal.opened.store.read(async (db) => {
    note('portalUser', await db.selectFrom('portalUser').selectAll().execute(), 'id')
    note('portalSession', await db.selectFrom('portalSession').selectAll().execute(), 'userId')
    note('portalCredential', await db.selectFrom('portalCredential').selectAll().execute(), 'userId')
    note('portalSecondFactor', await db.selectFrom('portalSecondFactor').selectAll().execute(), 'userId')
    note('person', await db.selectFrom('person').selectAll().execute(), 'id')
    note('tnaForm', await db.selectFrom('tnaForm').selectAll().execute(), 'personId')
    note('needLine', await db.selectFrom('needLine').selectAll().execute(), 'personId')
    note('needDraft', await db.selectFrom('needDraft').selectAll().execute(), 'personId')
    note('erasureRequest', await db.selectFrom('erasureRequest').selectAll().execute(), 'personId')
    note('syncDevice', await db.selectFrom('syncDevice').selectAll().execute(), 'joinedBy')
    note('syncOfficer', await db.selectFrom('syncOfficer').selectAll().execute(), 'userId')
    const units = await db.selectFrom('orgUnit').selectAll().execute()
    note('orgUnit', units, 'nobody')
  })
  return found
}

/** Whose rows differ between two looks. */
export function changedOwners(before: Holdings, after: Holdings): ReadonlySet<Kind | 'nobody'> {
  const changed = new Set<Kind | 'nobody'>()
  for (const [key, { owner, row }] of before) if (after.get(key)?.row !== row) changed.add(owner)
  for (const [key, { owner }] of after) if (!before.has(key)) changed.add(owner)
  return changed
}
