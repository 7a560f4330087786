import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { linkSchema, newLinkSchema } from './link.ts'
import { linkLanguages, linkPurposes } from './purpose.ts'

const keepers = ['DC', 'TO'] as const

const mostAtOnce = 300

/** Links for people without an account: made on a desktop, used on the portal. */
export const linksContract = {
  /** Random tokens, sealed: the command that makes links must give the same links wherever it is run again. */
  drawTokens: query(keepers)
    .input(z.object({ count: z.number().int().min(1).max(mostAtOnce) }))
    .output(z.object({ tokens: z.array(z.string()) })),
  /** Makes links, valid to the end of a day. One that leads to the same thing is taken back. */
  makeLinks: command(keepers)
    .input(
      z.object({ links: z.array(newLinkSchema).min(1).max(mostAtOnce), expiresOn: z.iso.date(), mail: z.boolean() }),
    )
    .output(z.object({ ids: z.array(z.string()) })),
  /** The links of a delegation or of a trainer, newest first; never their tokens. */
  listLinks: query(['TM', 'TO', 'CR', 'DC', 'AU'])
    .input(z.object({ delegationId: z.string().nullable(), trainerId: z.string().nullable() }))
    .output(z.object({ links: z.array(linkSchema) })),
  /** Where links lead, for whoever sends them out. A command, so that the log says who looked. */
  showLinks: command(keepers, { local: true })
    .input(z.object({ ids: z.array(z.string()).min(1).max(mostAtOnce) }))
    .output(z.object({ links: z.array(z.object({ id: z.string(), path: z.string() })) })),
  /** Takes links back at once and for good; mails that have not gone yet stay here. */
  revokeLinks: command(keepers)
    .input(z.object({ ids: z.array(z.string()).min(1).max(mostAtOnce) }))
    .output(z.object({ revoked: z.number().int() })),
  /** On the portal: what the link that was opened is for. */
  openedLink: query(['HO', 'PA', 'TR'], { portal: true }).output(
    z.object({
      purpose: z.enum(linkPurposes),
      holderName: z.string(),
      language: z.enum(linkLanguages),
      expiresAt: z.string(),
    }),
  ),
} as const
