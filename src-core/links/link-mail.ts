import type { PersonalLinkTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { formatInstant } from '../kernel/dates.ts'
import { queueMail } from '../notices/index.ts'

type Mailed = Pick<
  PersonalLinkTable,
  'id' | 'purpose' | 'holderName' | 'holderEmail' | 'language' | 'tokenSealed' | 'expiresAt'
>

const codeOf = ({ purpose }: Pick<Mailed, 'purpose'>) =>
  purpose === 'PARTICIPANT' ? ('DEL-06' as const) : ('DEL-03' as const)

/** By what the mail of a link is known in the outbox. */
export const linkMailKey = (link: Pick<Mailed, 'id' | 'purpose'>): string => `${codeOf(link)}:${link.id}`

/** Puts the mail with a link into the outbox. The token lies there sealed until the mail goes. */
export async function mailLink(
  db: Reader,
  link: Mailed,
  { titleTr, titleEn }: { readonly titleTr: string; readonly titleEn: string },
  now: string,
): Promise<void> {
  const { id, holderName, holderEmail, tokenSealed, expiresAt } = link
  if (holderEmail === null || tokenSealed === null) return
  // Mails have two languages; the English one says in two more that the form speaks them.
  const language = link.language === 'tr' ? 'tr' : 'en'
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
