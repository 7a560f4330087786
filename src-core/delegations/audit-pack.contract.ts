import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, longResult } from '../kernel/operation.ts'
import { documentLanguages, readers } from './fields.ts'

export const auditPackContract = {
  /**
   * One ZIP of a whole delegation, with a cover page that lists what is missing. A command, so that the log says who took
   * it out. Nothing sealed goes in, nor how to reach anybody.
   */
  auditPack: command(readers, { local: true, long: true })
    .input(z.object({ delegationId: z.string(), language: z.enum(documentLanguages) }))
    .output(longResult(z.object({ file: fileSchema, files: z.number().int(), missing: z.number().int() }))),
} as const
