import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, query } from '../kernel/operation.ts'
import { kindSchema, languageSchema, reasonSchema } from './certificate.ts'
import { approvers, readers, registrars, settingKeepers } from './roles.ts'
import { certificateSettingsSchema } from './settings.ts'

const whichSchema = z.object({ kind: kindSchema, language: languageSchema })

export const proofSchema = z.object({
  /** The texts that were proved: the test line, the longest names. */
  texts: z.array(z.string()),
  /** Letters that a font does not have, with the text they stand in. */
  missing: z.array(z.object({ letter: z.string(), font: z.string(), text: z.string() })),
})

export type Proof = z.infer<typeof proofSchema>

export const templateSchema = whichSchema.extend({
  /** Null while it was never activated. */
  id: z.string().nullable(),
  version: z.number().int(),
  active: z.boolean(),
  /** Our own template is active, and the program brings a newer drawing of it. */
  newer: z.boolean(),
})

export type Template = z.infer<typeof templateSchema>

/** How certificates look, and what the institution decides about them. */
export const templateContract = {
  templates: query(readers).output(z.object({ templates: z.array(templateSchema) })),
  /** A page as it would print, with the longest name there is; as an SVG. */
  previewTemplate: query(readers)
    .input(whichSchema)
    .output(z.object({ svg: z.string(), proof: proofSchema })),
  /** Activates the standard template after its proof; a letter that cannot be printed refuses it. */
  activateTemplate: command(approvers).input(whichSchema).output(templateSchema),
  certificateSettings: query([...readers, ...settingKeepers]).output(certificateSettingsSchema),
  changeCertificateSettings: command(settingKeepers)
    .input(certificateSettingsSchema.omit({ logoLeft: true, logoRight: true }).partial())
    .output(certificateSettingsSchema),
  /** A logo beside the heading, PNG, JPEG or SVG; without a file it is taken away. */
  setLogo: command(settingKeepers)
    .input(z.object({ side: z.enum(['left', 'right']), file: fileSchema.nullable() }))
    .output(certificateSettingsSchema),
  signingKeys: query([...readers, ...settingKeepers]).output(
    z.object({
      keys: z.array(
        z.object({
          id: z.string(),
          publicKey: z.string(),
          active: z.boolean(),
          since: z.string(),
          until: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Makes this store a new key to sign with. What was signed before stays valid. */
  rotateSigningKey: command(registrars, { secret: ['password'], confirmed: true })
    .input(z.object({ reason: reasonSchema, password: z.string().max(200).optional() }))
    .output(z.object({ id: z.string(), publicKey: z.string() })),
} as const
