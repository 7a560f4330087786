import { z } from 'zod'
import { query } from '../kernel/operation.ts'
import type { OfficerRole } from '../kernel/roles.ts'

const group = { id: z.string(), titleTr: z.string(), titleEn: z.string().nullable(), count: z.number().int() }
const count = { count: z.number().int() }

/** One thing about certificates that waits for somebody. */
const certificateTodaySchema = z.discriminatedUnion('kind', [
  /** Proposed, and the manager has not looked; `count` participants. */
  z.object({ kind: z.literal('toApprove'), ...group }),
  /** Approved, and the registrar has not issued. */
  z.object({ kind: z.literal('toIssue'), ...group }),
  z.object({ kind: z.literal('toPrint'), ...count }),
  z.object({ kind: z.literal('toHandOver'), ...count }),
  /** Certificates that end within sixty days. */
  z.object({ kind: z.literal('expiring'), ...count }),
])

export type CertificateToday = z.infer<typeof certificateTodaySchema>

/** Who approves and who issues. */
const concerned: readonly OfficerRole[] = ['CR', 'TM']

export const certificateTodayContract = {
  /** What there is to do for certificates, as far as it concerns the officer's roles. */
  certificatesToday: query(concerned).output(z.object({ items: z.array(certificateTodaySchema) })),
} as const
