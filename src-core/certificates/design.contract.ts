import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, query } from '../kernel/operation.ts'
import { kindSchema, languageSchema } from './certificate.ts'
import { layoutSchema } from './layout.ts'
import { approvers, readers, registrars } from './roles.ts'
import { proofSchema, templateSchema } from './template.contract.ts'

/** Who draws: the registrar, and the manager who activates. */
const designers = [...registrars, ...approvers]

const recordSchema = z.object({ id: z.string(), rowVersion: z.number().int().min(1) })
const nameSchema = z.string().normalize().trim().min(2).max(120)

const designRowSchema = recordSchema.extend({
  name: z.string(),
  kind: kindSchema,
  language: languageSchema,
  /** Counts what was saved. */
  version: z.number().int(),
  /** The version certificates are issued with now; null when another design or the standard template is. */
  activeVersion: z.number().int().nullable(),
})

export type DesignRow = z.infer<typeof designRowSchema>

const designSchema = designRowSchema.extend({ layout: layoutSchema })

export type Design = z.infer<typeof designSchema>

const faultSchema = z.discriminatedUnion('fault', [
  z.object({ fault: z.literal('fieldUnknown'), field: z.string() }),
  z.object({ fault: z.literal('lacks'), what: z.enum(['name', 'serial', 'code']) }),
])

const pictureSchema = z.object({
  id: z.string(),
  hash: z.string(),
  name: z.string(),
  type: z.enum(['png', 'jpg', 'svg']),
  bytes: z.number().int(),
  /** Dots; null where an SVG does not say. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
})

export type Picture = z.infer<typeof pictureSchema>

/** Designs: what certificates look like, drawn on the screen and set by the same typesetter that prints them. */
export const designContract = {
  designs: query(readers).output(z.object({ designs: z.array(designRowSchema) })),
  getDesign: query(readers)
    .input(z.object({ id: z.string() }))
    .output(designSchema),
  /** A copy of our own template, on one page or with a page for each language, or of another design. */
  addDesign: command(designers)
    .input(
      z.object({
        name: nameSchema,
        kind: kindSchema,
        language: languageSchema,
        from: z.enum(['standard', 'twoPages', 'design']),
        designId: z.string().optional(),
      }),
    )
    .output(designSchema),
  saveDesign: command(designers)
    .input(recordSchema.extend({ name: nameSchema, layout: layoutSchema }))
    .output(designSchema),
  /** Takes a design away; what was issued with it stays as it is. */
  removeDesign: command(designers)
    .input(recordSchema)
    .output(z.object({ name: z.string() })),
  /** A page as it would print now, saved or not, with a usual name, the longest one there is, or the line of test letters. */
  previewDesign: query(readers)
    .input(
      z.object({
        kind: kindSchema,
        language: languageSchema,
        layout: layoutSchema,
        page: z.number().int().min(0).max(1),
        who: z.enum(['usual', 'longest', 'letters']),
      }),
    )
    .output(z.object({ svg: z.string(), proof: proofSchema, faults: z.array(faultSchema) })),
  /** Issues certificates of its kind and language with this version from now on, once it is proved. */
  activateDesign: command(approvers).input(recordSchema).output(templateSchema),
  pictures: query(readers).output(z.object({ pictures: z.array(pictureSchema) })),
  /** Keeps a picture for designs: PNG, JPEG or a plain SVG. The same bytes are kept once. */
  addPicture: command(designers)
    .input(z.object({ file: fileSchema }))
    .output(pictureSchema),
} as const
