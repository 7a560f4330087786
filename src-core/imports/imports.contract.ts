import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, longResult, query } from '../kernel/operation.ts'

export { partialMapping } from './mapping.ts'

export const importKinds = [
  'needs',
  'staff',
  'units',
  'titles',
  'topics',
  'trainers',
  'providers',
  'rooms',
  'holidays',
  'needsResults',
  'externalTrainings',
  'plan',
] as const

/** One import as the list shows it. */
export const importBatchSchema = z.object({
  id: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  fileHash: z.string(),
  sender: z.string().nullable(),
  state: z.enum(['UPLOADED', 'MAPPED', 'CHECKED', 'COMMITTED', 'UNDONE', 'PARTLY_UNDONE']),
  at: z.string(),
  by: z.string(),
  created: z.number().int(),
  changed: z.number().int(),
  /** Rows that an undo left alone. */
  kept: z.number().int(),
  undoableUntil: z.string(),
})

const keptRowSchema = z.object({ table: z.string(), id: z.string(), because: z.enum(['changedSince', 'usedSince']) })

/** Files and batches of every kind of import; what is in a file belongs to the feature that reads it. */
export const importsContract = {
  /** Keeps a file's bytes by their hash, so that a later command can name them. Nothing is read yet. */
  upload: query(['TM', 'TO', 'SA'])
    .input(z.object({ file: fileSchema }))
    .output(z.object({ fileHash: z.string(), fileName: z.string(), bytes: z.number().int() })),
  /** The original file of an import. */
  file: query(['TM', 'TO', 'AU'])
    .input(z.object({ batchId: z.string() }))
    .output(fileSchema),
  list: query(['TM', 'TO', 'AU']).output(z.array(importBatchSchema)),
  /** Takes an import back (30 days): earlier values return, except in rows changed since, which are listed. */
  undo: command(['TM', 'TO'], { long: true })
    .input(z.object({ batchId: z.string() }))
    .output(
      longResult(z.object({ removed: z.number().int(), restored: z.number().int(), kept: z.array(keptRowSchema) })),
    ),
} as const
