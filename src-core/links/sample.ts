import type { PersonalLinkTable } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import { closingInstant } from '../kernel/dates.ts'
import { sha256 } from '../kernel/hash.ts'
import type { Ports } from '../kernel/ports.ts'
import { tokenHash, tokenOf } from './link.rules.ts'

const nobody = { delegationId: null, participantId: null, trainerId: null, host: null, holderEmail: null }

/** A link of the sample academy, which anybody may open: its token follows from its id, so that making it again gives the same. */
export type SampleLink = Partial<Pick<PersonalLinkTable, keyof typeof nobody | 'answeredAt'>> &
  Pick<PersonalLinkTable, 'purpose' | 'holderName' | 'language'> & { readonly until: string }

export async function writeSampleLinks(
  { write, ports }: { readonly write: Writer; readonly ports: Ports },
  links: readonly SampleLink[],
): Promise<void> {
  const rows = links.map(({ until, ...link }) => {
    const id = write.newId()
    const token = tokenOf(sha256(`sample ${id}`))
    return {
      ...{ ...nobody, answeredAt: null, ...link, id, tokenHash: tokenHash(token), revokedAt: null, mailed: 0 as const },
      tokenSealed: ports.seal.seal(token, write.newId()),
      expiresAt: closingInstant(until),
    }
  })
  await write.insertMany('personalLink', rows)
}
