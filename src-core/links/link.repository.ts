import type { PersonalLinkTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { fold } from '../kernel/turkish.ts'
import type { LinkSubject } from './link.ts'

export const linkByHash = (db: Reader, tokenHash: string): Promise<PersonalLinkTable | undefined> =>
  db.selectFrom('personalLink').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()

/** A link by its id: on the portal whoever came through it acts under that. */
export const linkById = (db: Reader, id: string): Promise<PersonalLinkTable | undefined> =>
  db.selectFrom('personalLink').selectAll().where('id', '=', id).executeTakeFirst()

export const linksByIds = (db: Reader, ids: readonly string[]): Promise<PersonalLinkTable[]> =>
  db.selectFrom('personalLink').selectAll().where('id', 'in', ids).execute()

/** The links of a delegation, or of a trainer, newest first. */
export function linksAbout(
  db: Reader,
  { delegationId, trainerId }: { readonly delegationId: string | null; readonly trainerId: string | null },
): Promise<PersonalLinkTable[]> {
  const links = db.selectFrom('personalLink').selectAll().orderBy('id', 'desc')
  return (
    delegationId === null ? links.where('trainerId', '=', trainerId) : links.where('delegationId', '=', delegationId)
  ).execute()
}

/** Links that were not taken back, of a delegation or of a trainer. */
export async function unrevokedLinks(
  db: Reader,
  of: { readonly delegationId: string | null; readonly trainerId: string | null },
): Promise<PersonalLinkTable[]> {
  return (await linksAbout(db, of)).filter(({ revokedAt }) => revokedAt === null)
}

/** Whom or what a link is made for, as far as the link needs to know. */
export type Subject = {
  readonly delegationId: string | null
  readonly participantId: string | null
  readonly trainerId: string | null
  readonly host: string | null
  readonly titleTr: string
  readonly titleEn: string
  /** The visit is called off or over, the participant erased, the trainer no longer in the catalogue. */
  readonly over: boolean
}

const nothing = { delegationId: null, participantId: null, trainerId: null, host: null, titleTr: '', titleEn: '' }

const overStates: readonly string[] = ['CANCELLED', 'CERTIFIED', 'CLOSING', 'CLOSED', 'FOLLOWED_UP']

/** What a link is asked for; undefined when it does not exist. */
export async function subjectOf(db: Reader, subject: LinkSubject): Promise<Subject | undefined> {
  if (subject.purpose === 'TRAINER') {
    const trainer = await db
      .selectFrom('trainer')
      .select(['id', 'active'])
      .where('id', '=', subject.trainerId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst()
    return trainer && { ...nothing, trainerId: trainer.id, over: trainer.active !== 1 }
  }
  const files = db
    .selectFrom('delegation')
    .select(['delegation.id', 'delegation.titleTr', 'delegation.titleEn', 'delegation.state'])
    .where('delegation.deletedAt', 'is', null)
  if (subject.purpose === 'PARTICIPANT') {
    const file = await files
      .innerJoin('delegationParticipant as guest', 'guest.delegationId', 'delegation.id')
      .select(['guest.id as participantId', 'guest.state as guestState'])
      .where('guest.id', '=', subject.participantId)
      .where('guest.deletedAt', 'is', null)
      .executeTakeFirst()
    if (!file) return undefined
    const { id, titleTr, titleEn, participantId, guestState } = file
    const over = overStates.includes(file.state) || guestState === 'CANCELLED' || guestState === 'PURGED'
    return { ...nothing, delegationId: id, titleTr, titleEn, participantId, over }
  }
  const file = await files.where('delegation.id', '=', subject.delegationId).executeTakeFirst()
  if (!file) return undefined
  const hosts = await hostsOf(db, file.id)
  const host = hosts.find((name) => fold(name) === fold(subject.host))
  if (host === undefined) return undefined
  const { id, titleTr, titleEn } = file
  return { ...nothing, delegationId: id, titleTr, titleEn, host, over: overStates.includes(file.state) }
}

/** Units and partners that a programme names as hosts. */
async function hostsOf(db: Reader, delegationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('programmeItem')
    .select('hostUnit')
    .distinct()
    .where('delegationId', '=', delegationId)
    .where('deletedAt', 'is', null)
    .where('hostUnit', 'is not', null)
    .execute()
  return rows.flatMap(({ hostUnit }) => hostUnit ?? [])
}

/** Links of hosts that were mailed, still hold their token and are good at this instant; of one delegation, or of all. */
export function openHostLinks(db: Reader, now: string, delegationId?: string): Promise<PersonalLinkTable[]> {
  const links = db
    .selectFrom('personalLink')
    .selectAll()
    .where('purpose', '=', 'HOST')
    .where('mailed', '=', 1)
    .where('tokenSealed', 'is not', null)
    .where('expiresAt', '>', now)
    .where('deletedAt', 'is', null)
    .orderBy('id')
  return (delegationId === undefined ? links : links.where('delegationId', '=', delegationId)).execute()
}

/** Notes on a link that something was sent in through it. */
export const noteAnswered = (write: Writer, id: string, now: string): Promise<boolean> =>
  write.update('personalLink', id, { answeredAt: now })

/** Forgets where links were mailed to that were over before an instant; gives how many. */
export async function forgetHolderEmails(
  { db, write }: { readonly db: Reader; readonly write: Writer },
  before: string,
): Promise<number> {
  const old = await db
    .selectFrom('personalLink')
    .select('id')
    .where('expiresAt', '<', before)
    .where('holderEmail', 'is not', null)
    .where('deletedAt', 'is', null)
    .execute()
  const patch = { holderEmail: null, tokenSealed: null }
  await write.updateMany(
    'personalLink',
    old.map(({ id }) => ({ id, patch })),
  )
  return old.length
}

/** Forgets what was being typed through links that are over. */
export async function dropDrafts(db: Reader, linkIds: readonly string[]): Promise<void> {
  if (linkIds.length > 0) await db.deleteFrom('linkDraft').where('linkId', 'in', linkIds).execute()
}

/** Ends the links of participants who are no longer there. */
export async function endLinksOf(
  { db, write, now }: { readonly db: Reader; readonly write: Writer; readonly now: string },
  participantIds: readonly string[],
): Promise<void> {
  if (participantIds.length === 0) return
  const open = await db
    .selectFrom('personalLink')
    .select('id')
    .where('participantId', 'in', participantIds)
    .where('revokedAt', 'is', null)
    .execute()
  const patch = { revokedAt: now, tokenSealed: null, holderEmail: null }
  await write.updateMany(
    'personalLink',
    open.map(({ id }) => ({ id, patch })),
  )
  // What was being typed goes with the link, whenever that ended.
  await db
    .deleteFrom('linkDraft')
    .where('linkId', 'in', (links) =>
      links.selectFrom('personalLink').select('id').where('participantId', 'in', participantIds),
    )
    .execute()
}
