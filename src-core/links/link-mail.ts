import type { PersonalLinkTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { formatInstant } from '../kernel/dates.ts'
import { queueMail, waitingMails, withdrawMails } from '../notices/index.ts'

type Mailed = Pick<
  PersonalLinkTable,
  'id' | 'purpose' | 'holderName' | 'holderEmail' | 'language' | 'tokenSealed' | 'expiresAt'
>

const codeOf = ({ purpose }: Pick<Mailed, 'purpose'>) =>
  purpose === 'PARTICIPANT' ? ('DEL-06' as const) : ('DEL-03' as const)

/** By what the mail of a link is known in the outbox. */
const linkMailKey = (link: Pick<Mailed, 'id' | 'purpose'>): string => `${codeOf(link)}:${link.id}`

/** By what a later mail to the holder of a host's link is known, or begins to be known. */
export const hostMailKey = (code: 'DEL-04' | 'DEL-05', linkId: string): string => `${code}:${linkId}`

/** Takes back every mail with a link that has not gone. */
export async function withdrawLinkMails(db: Reader, links: readonly Pick<Mailed, 'id' | 'purpose'>[]): Promise<void> {
  const moved = await waitingMails(
    db,
    links.map(({ id }) => hostMailKey('DEL-05', id)),
  )
  await withdrawMails(db, [
    ...links.flatMap((link) => [linkMailKey(link), hostMailKey('DEL-04', link.id)]),
    ...moved.map(({ dedupeKey }) => dedupeKey),
  ])
}

/** Puts the mail with a link into the outbox. The token lies there sealed until the mail goes. */
export async function mailLink(
  db: Reader,
  link: Mailed,
  { titleTr, titleEn }: { readonly titleTr: string; readonly titleEn: string },
  now: string,
): Promise<void> {
  const { id, holderName, holderEmail, tokenSealed, expiresAt } = link
  if (holderEmail === null || tokenSealed === null) return
  // Hosts read Turkish or English; participants chose.
  const language = link.purpose === 'PARTICIPANT' || link.language === 'tr' ? link.language : 'en'
  const title = language === 'tr' ? titleTr : titleEn
  await queueMail(
    db,
    {
      id,
      code: codeOf(link),
      to: { audience: 'PUBLIC_BODY', email: holderEmail, language },
      data: { name: holderName, title, until: formatInstant(expiresAt).slice(0, 10), tokenSealed },
      dedupeKey: linkMailKey(link),
    },
    now,
  )
}
