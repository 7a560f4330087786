import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'

/** An officer of a desktop as the portal knows her. */
export type KnownAs = { readonly accountId: string; readonly portalId: string; readonly name: string }

/** Every id that stands for the same person as this one: her accounts on all desktops, and the id under which she acts on the portal. */
export async function idsOfSame(db: Reader, id: string): Promise<readonly string[]> {
  const known = await db
    .selectFrom('officer')
    .select('portalId')
    .where('deletedAt', 'is', null)
    .where((is) => is.or([is('accountId', '=', id), is('portalId', '=', id)]))
    .executeTakeFirst()
  if (!known) return [id]
  const accounts = await db
    .selectFrom('officer')
    .select('accountId')
    .where('portalId', '=', known.portalId)
    .where('deletedAt', 'is', null)
    .execute()
  return [...new Set([id, known.portalId, ...accounts.map(({ accountId }) => accountId)])]
}

/** Whether two ids stand for one person, on whatever desktop she acted. */
export const samePerson = async (db: Reader, one: string | null, other: string): Promise<boolean> =>
  one !== null && (one === other || (await idsOfSame(db, other)).includes(one))

/**
 * What whoever acted under some ids is called: as the portal knows her, so that she has one name whatever her accounts are called;
 * else as her account here, or the staff list. Ids of nobody are left out.
 */
export async function officerNames(db: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const people = await db
    .selectFrom('person')
    .select(['id', 'givenNames', 'surname'])
    .where('id', 'in', wanted)
    .execute()
  const accounts = await db.selectFrom('account').select(['id', 'displayName']).where('id', 'in', wanted).execute()
  const known = await db.selectFrom('officer').select(['accountId', 'name']).where('accountId', 'in', wanted).execute()
  return new Map([
    ...people.map(({ id, givenNames, surname }) => [id, `${givenNames} ${surname}`] as const),
    ...accounts.map(({ id, displayName }) => [id, displayName] as const),
    ...known.map(({ accountId, name }) => [accountId, name] as const),
  ])
}

/** The name behind one id; null for none and for nobody known. */
export const officerName = async (db: Reader, id: string | null): Promise<string | null> =>
  (id !== null && (await officerNames(db, [id])).get(id)) || null

/** Officers of whom the store does not say yet, or not rightly, who they are. */
export async function notNoted(db: Reader, known: readonly KnownAs[]): Promise<readonly KnownAs[]> {
  if (known.length === 0) return []
  const noted = await db.selectFrom('officer').select(['accountId', 'portalId', 'name']).execute()
  const byAccount = new Map(noted.map((row) => [row.accountId, row]))
  return known.filter(({ accountId, portalId, name }) => {
    const row = byAccount.get(accountId)
    return row?.portalId !== portalId || row.name !== name
  })
}

/** Notes who an officer is, or that she is somebody else than was noted. */
export async function noteOfficer(write: Writer, { accountId, portalId, name }: KnownAs): Promise<void> {
  const row = await write.db.selectFrom('officer').select('id').where('accountId', '=', accountId).executeTakeFirst()
  if (row) await write.update('officer', row.id, { portalId, name })
  else await write.insert('officer', { accountId, portalId, name })
}
