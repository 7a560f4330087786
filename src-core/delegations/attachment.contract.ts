import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, query } from '../kernel/operation.ts'
import { attachedPapers, attachmentSchema } from './attachment.ts'
import { addedSchema, changedSchema, idSchema, keepers, optionalText, readers, recordSchema } from './fields.ts'

/** Files that belong to a visit: what came with the request, and what the delegation left behind. */
export const attachmentContract = {
  /** Of a request, those of its delegation too; the oldest first. */
  attachments: query(readers)
    .input(z.object({ requestId: z.string() }))
    .output(z.object({ attachments: z.array(attachmentSchema) })),
  attachmentFile: query(readers).input(idSchema).output(fileSchema),
  /** Keeps one file. Without a delegation it belongs to the request alone. */
  addAttachment: command(keepers)
    .input(
      z.object({
        requestId: z.string(),
        delegationId: z.string().nullable(),
        paper: z.enum(attachedPapers),
        note: optionalText(300),
        file: fileSchema,
      }),
    )
    .output(addedSchema),
  changeAttachment: command(keepers)
    .input(recordSchema.extend({ paper: z.enum(attachedPapers), note: optionalText(300) }))
    .output(changedSchema),
  /** Takes files off the list; they can be put back. */
  removeAttachments: command(keepers)
    .input(z.object({ ids: z.array(z.string()).min(1).max(200) }))
    .output(z.object({ removed: z.number().int() })),
  restoreAttachments: command(keepers)
    .input(z.object({ ids: z.array(z.string()).min(1).max(200) }))
    .output(z.object({ restored: z.number().int() })),
} as const
