import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { visitFieldsSchema } from './visit-form.contract.ts'

/** The same form for bodies without an account: what they write waits until the address on it is confirmed by a link. */
export const visitByMailContract = {
  /** The sites that may be wished for. */
  visitSites: query('anyone', { portal: true }).output(
    z.object({ sites: z.array(z.object({ id: z.string(), nameTr: z.string(), nameEn: z.string() })) }),
  ),
  /** Keeps a request aside and mails the link by which it is sent. */
  askForVisitByMail: command('anyone', { portal: true, draft: true })
    .input(
      z.object({
        fields: visitFieldsSchema,
        consent: z.literal(true),
        /** The version of the privacy notice that was on the page. */
        noticeVersion: z.string().min(1).max(40),
        language: z.enum(['tr', 'en']),
      }),
    )
    .output(z.object({ hours: z.number().int() })),
  /** Enters the request of a link into the register; a link that is opened again gives the same number. */
  confirmVisit: command('anyone', { portal: true, secret: ['token'] })
    .input(z.object({ token: z.string().max(100) }))
    .output(z.object({ requestNo: z.string() })),
} as const
