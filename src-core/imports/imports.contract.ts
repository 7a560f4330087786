import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { query } from '../kernel/operation.ts'

/** Files and batches of every kind of import; what is in a file belongs to the feature that reads it. */
export const importsContract = {
  /** Keeps a file's bytes by their hash, so that a later command can name them. Nothing is read yet. */
  upload: query(['TM', 'TO', 'SA'])
    .input(z.object({ file: fileSchema }))
    .output(z.object({ fileHash: z.string(), fileName: z.string(), bytes: z.number().int() })),
}
