import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, longResult, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import {
  certificateEvents,
  certificateStates,
  holderSnapshotSchema,
  kindSchema,
  optionalPrintedText,
  printedText,
  reasonSchema,
  trainingSnapshotSchema,
} from './certificate.ts'
import { approvers, readers, registrars } from './roles.ts'

const recordSchema = z.object({ id: z.string(), rowVersion: z.number().int().min(1) })
const password = z.string().max(200).optional()
/** The store whose leased block gives the number; needed only where numbers come from the portal. */
const storeId = z.string().max(80).optional()
const confirmed = { secret: ['password'], confirmed: true } as const

export const certificateRowSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  groupId: z.string(),
  serial: z.string(),
  code: z.string(),
  kind: kindSchema,
  year: z.number().int(),
  name: z.string(),
  institution: z.string().nullable(),
  titleTr: z.string(),
  lessonHoursTenths: z.number().int(),
  issuedOn: z.string(),
  validUntil: z.string().nullable(),
  state: z.enum(certificateStates),
  copies: z.number().int(),
})

export type CertificateRow = z.infer<typeof certificateRowSchema>

export const certificateSchema = certificateRowSchema.extend({
  titleEn: z.string().nullable(),
  holder: holderSnapshotSchema,
  training: trainingSnapshotSchema,
  issuedByName: z.string().nullable(),
  /** The file's bytes are those that were issued, and the signature holds; each is looked at anew. */
  intact: z.boolean(),
  signed: z.boolean(),
  expired: z.boolean(),
  replaces: z.object({ id: z.string(), serial: z.string() }).nullable(),
  replacedBy: z.object({ id: z.string(), serial: z.string() }).nullable(),
  endedAt: z.string().nullable(),
  endReason: z.string().nullable(),
  events: z.array(
    z.object({
      id: z.string(),
      event: z.enum(certificateEvents),
      at: z.string(),
      byName: z.string().nullable(),
      copyNo: z.number().int().nullable(),
      reason: z.string().nullable(),
      requestedBy: z.string().nullable(),
    }),
  ),
})

export type Certificate = z.infer<typeof certificateSchema>

/** What part of the register is meant. */
export const registerPageSchema = pageRequestSchema.extend({ groupId: z.string().optional() })

const issuedSchema = z.object({ issued: z.number().int(), first: z.string(), last: z.string() })
const movedSchema = z.object({ id: z.string(), serial: z.string() })

/** The register: issuing into it, and everything that may happen to a certificate afterwards. */
export const registerContract = {
  listCertificates: query(readers).input(registerPageSchema).output(pageOf(certificateRowSchema)),
  getCertificate: query(readers)
    .input(z.object({ id: z.string() }))
    .output(certificateSchema),
  /** The file as it was issued, to the byte; refused when it is no longer that. `copyNo` asks for a duplicate. */
  certificateFile: query(readers)
    .input(z.object({ id: z.string(), copyNo: z.number().int().optional() }))
    .output(fileSchema),
  /** A certificate that stands as an Open Badges 3.0 credential, signed, for its holder's digital wallet. */
  badgeFile: query(readers)
    .input(z.object({ id: z.string() }))
    .output(fileSchema),
  /** The certificate as it would be issued now, as an SVG, without number or code. */
  previewCertificate: query(readers)
    .input(z.object({ groupId: z.string(), holderId: z.string().optional() }))
    .output(
      z.object({
        svg: z.string(),
        missing: z.array(z.object({ letter: z.string(), font: z.string(), text: z.string() })),
      }),
    ),
  /** Issues what is approved: numbers, files, signatures and the register in one transaction, in the order of seats or names. */
  issue: command(registrars, { long: true, ...confirmed })
    .input(
      recordSchema.extend({
        order: z.enum(['seat', 'name']).default('seat'),
        reason: reasonSchema.optional(),
        password,
        storeId,
      }),
    )
    .output(longResult(issuedSchema)),
  /** Takes back a number whose paper was spoiled or never left the house; it stays in the register with the reason. */
  voidCertificate: command(registrars, confirmed)
    .input(recordSchema.extend({ reason: reasonSchema, password }))
    .output(movedSchema),
  /** Takes a certificate back from its holder. */
  revokeCertificate: command(approvers, confirmed)
    .input(recordSchema.extend({ reason: reasonSchema, password }))
    .output(movedSchema),
  /** Issues a corrected one with a new number; the old one points to it. */
  correctCertificate: command(registrars, confirmed)
    .input(
      recordSchema.extend({
        reason: reasonSchema,
        password,
        storeId,
        name: printedText(160),
        institution: optionalPrintedText(200),
        country: optionalPrintedText(100),
      }),
    )
    .output(movedSchema),
  /** Issues it anew for a further term, with a new number. */
  renewCertificate: command(registrars, confirmed)
    .input(recordSchema.extend({ reason: reasonSchema, password, storeId, validUntil: z.iso.date() }))
    .output(movedSchema),
  /** Makes a further copy, marked as such, with its number among the copies. */
  duplicateCertificate: command(registrars)
    .input(recordSchema.extend({ reason: reasonSchema, requestedBy: optionalPrintedText(160) }))
    .output(movedSchema.extend({ copyNo: z.number().int() })),
  /** Notes that certificates were handed over. */
  handOver: command(registrars)
    .input(z.object({ ids: z.array(z.string()).min(1).max(2000) }))
    .output(z.object({ handedOver: z.number().int() })),
} as const
