import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { longResult, query } from '../kernel/operation.ts'
import { planReaders } from './roles.ts'

/** The plan on paper. */
export const documentContract = {
  /** A PDF of the plan: the book, the sheet for its approval, or its changes against the plan it is based on. */
  document: query([...planReaders], { long: true })
    .input(
      z.object({
        planId: z.string(),
        kind: z.enum(['book', 'approval', 'changes']),
        language: z.enum(['tr', 'en']).default('tr'),
      }),
    )
    .output(longResult(z.object({ file: fileSchema }))),
} as const
