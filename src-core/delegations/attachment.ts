import { z } from 'zod'
import type { DelegationAttachmentTable } from '../database/schema.ts'

/** What a file of a visit is; the audit pack looks for each. */
export const attachedPapers = [
  'REQUEST',
  'APPROVAL',
  'LETTER',
  'CONTENT',
  'SIGNED_SHEET',
  'INVOICE',
  'PHOTO',
  'OTHER',
] as const satisfies readonly DelegationAttachmentTable['paper'][]

export type AttachedPaper = (typeof attachedPapers)[number]

export const attachmentTypes = ['pdf', 'png', 'jpg', 'docx', 'xlsx'] as const satisfies readonly AttachmentType[]

export type AttachmentType = DelegationAttachmentTable['fileType']

/** Bytes of the largest single file (product: visit request form). */
export const largestAttachment = 10 * 1024 * 1024

/** Bytes of all files of one visit, so that its audit pack still goes to the window in one piece. */
export const mostAttached = 80 * 1024 * 1024

export const attachmentSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  /** Null for what came with the request. */
  delegationId: z.string().nullable(),
  paper: z.enum(attachedPapers),
  fileName: z.string(),
  fileType: z.enum(attachmentTypes),
  bytes: z.number().int(),
  note: z.string().nullable(),
  addedAt: z.string(),
  addedByName: z.string().nullable(),
})

export type Attachment = z.infer<typeof attachmentSchema>
