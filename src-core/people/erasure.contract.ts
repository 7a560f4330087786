import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { erasableKinds } from './erasure.rules.ts'
import { erasureSchema } from './erasure.ts'

const answeringOfficers = ['TM', 'TO'] as const

const listedErasureSchema = erasureSchema.extend({
  personId: z.string(),
  name: z.string(),
  registryNo: z.string(),
  unit: z.string(),
})

export type ListedErasure = z.infer<typeof listedErasureSchema>

/** Requests of staff to have data about them erased: asked on the portal, answered by an officer. */
export const erasureContract = {
  /** The latest request of whoever asks. */
  myErasure: query(['ST'], { portal: true }).output(z.object({ erasure: erasureSchema.nullable() })),
  askErasure: command(['ST'], { portal: true })
    .input(z.object({ wish: z.string().normalize().trim().max(1000).default('') }))
    .output(z.object({ id: z.string() })),
  withdrawErasure: command(['ST'], { portal: true })
    .input(z.object({ rowVersion: z.number().int() }))
    .output(z.object({})),
  erasures: query(['SA', 'TM', 'TO', 'AU']).output(z.object({ erasures: z.array(listedErasureSchema) })),
  /** Erases the chosen kinds of data and tells the person; what the law keeps stays whatever is chosen. */
  answerErasure: command([...answeringOfficers])
    .input(
      z.object({
        id: z.string(),
        rowVersion: z.number().int(),
        erase: z.array(z.enum(erasableKinds)),
        answer: z.string().normalize().trim().min(5).max(2000),
      }),
    )
    .output(z.object({})),
  erasuresToday: query([...answeringOfficers]).output(
    z.object({ count: z.number().int(), dueOn: z.string().nullable(), days: z.number().int() }),
  ),
} as const
