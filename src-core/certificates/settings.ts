import { z } from 'zod'
import { optionalPrintedText, printedText, signatorySchema } from './certificate.ts'

/** The one setting that holds everything of certificates. */
export const settingKey = 'certificates'

const labelSchema = z.object({ tr: printedText(120), en: printedText(120) })

/** What the institution decides about its certificates. */
export const certificateSettingsSchema = z.object({
  institutionEn: optionalPrintedText(200),
  unitTr: optionalPrintedText(200),
  unitEn: optionalPrintedText(200),
  /** Host name of the page where anyone may verify, as printed in the QR. */
  portal: z
    .string()
    .trim()
    .regex(/^[a-z0-9.-]+(:\d+)?$/i)
    .max(100),
  place: printedText(100),
  placeEn: printedText(100),
  /** When the approver is the one who recorded attendance: refuse, or ask for a reason. */
  separation: z.enum(['warn', 'block']),
  /** Numbers come from this store itself, or only from blocks that the portal leased to it. */
  numbersFrom: z.enum(['here', 'portal']),
  labels: z.object({
    PARTICIPATION: labelSchema,
    SUCCESS: labelSchema,
    DELEGATION: labelSchema,
    PROGRAMME: labelSchema,
  }),
  signatories: z.array(signatorySchema).max(3),
  logoLeft: z.string().nullable(),
  logoRight: z.string().nullable(),
})

export type CertificateSettings = z.infer<typeof certificateSettingsSchema>

/** What holds where nothing was decided. */
export const standardSettings: CertificateSettings = {
  institutionEn: null,
  unitTr: null,
  unitEn: null,
  portal: 'akademi.example',
  place: 'İstanbul',
  placeEn: 'Istanbul',
  separation: 'warn',
  numbersFrom: 'here',
  labels: {
    PARTICIPATION: { tr: 'Katılım Sertifikası', en: 'Certificate of Participation' },
    SUCCESS: { tr: 'Başarı Belgesi', en: 'Certificate of Achievement' },
    DELEGATION: { tr: 'Heyet Programı Sertifikası', en: 'Delegation Programme Certificate' },
    PROGRAMME: { tr: 'Program Sertifikası', en: 'Programme Certificate' },
  },
  signatories: [],
  logoLeft: null,
  logoRight: null,
}
