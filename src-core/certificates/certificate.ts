import { z } from 'zod'
import type { CertificateKind, CertificateLanguage, CertificateState } from '../database/schema.ts'

export const certificateKinds = [
  'PARTICIPATION',
  'SUCCESS',
  'DELEGATION',
  'PROGRAMME',
] as const satisfies readonly CertificateKind[]

export const certificateLanguages = ['tr', 'en', 'both'] as const satisfies readonly CertificateLanguage[]

export const certificateStates = [
  'ISSUED',
  'PRINTED',
  'HANDED_OVER',
  'CORRECTED',
  'REVOKED',
  'VOIDED',
  'RENEWED',
] as const satisfies readonly CertificateState[]

export const groupStates = ['DRAFT', 'PROPOSED', 'APPROVED', 'ISSUED'] as const

export const holderStates = ['DRAFT', 'PROPOSED', 'APPROVED', 'ISSUED'] as const

export const certificateEvents = [
  'DUPLICATE',
  'PRINTED',
  'SPOILED',
  'HANDED_OVER',
  'CORRECTED',
  'REVOKED',
  'VOIDED',
  'RENEWED',
] as const

export const kindSchema = z.enum(certificateKinds)
export const languageSchema = z.enum(certificateLanguages)

/** States of a certificate that holds: nothing has taken its place and nobody has taken it back. */
const standing: readonly CertificateState[] = ['ISSUED', 'PRINTED', 'HANDED_OVER']

export const stands = (state: CertificateState): boolean => standing.includes(state)

/** Signs that steer a text's direction or are no letters at all: on paper they could only mislead. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const steering = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Text that is to be printed: Unicode in one form, without control signs, one line. */
export const printedText = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replaceAll(/[\t\r\n]+/g, ' ')
        .replaceAll(steering, '')
        .normalize('NFC')
        .trim(),
    )
    .pipe(z.string().min(1).max(most))

export const optionalPrintedText = (most: number) =>
  z
    .string()
    .nullable()
    .transform(
      (text) =>
        text
          ?.replaceAll(/[\t\r\n]+/g, ' ')
          .replaceAll(steering, '')
          .normalize('NFC')
          .trim() || null,
    )
    .pipe(z.string().max(most).nullable())

/** Why something was done, in the officer's own words. */
export const reasonSchema = z.string().normalize().trim().min(3).max(500)

/** One who signs: name, and the duty in both languages. */
export const signatorySchema = z.object({
  name: printedText(120),
  dutyTr: printedText(160),
  dutyEn: optionalPrintedText(160),
})

/** The holder as printed, frozen at issue. */
export const holderSnapshotSchema = z.object({
  name: z.string(),
  institution: z.string().nullable(),
  country: z.string().nullable(),
  attendedTenths: z.number().int().nullable(),
  testScore: z.number().int().nullable(),
})

export type HolderSnapshot = z.infer<typeof holderSnapshotSchema>

/** The occasion and everything else that is printed, frozen at issue. */
export const trainingSnapshotSchema = z.object({
  kind: kindSchema,
  language: languageSchema,
  titleTr: z.string(),
  titleEn: z.string().nullable(),
  fromDate: z.string(),
  toDate: z.string(),
  place: z.string().nullable(),
  placeEn: z.string().nullable(),
  partner: z.string().nullable(),
  lessonHoursTenths: z.number().int(),
  testRequired: z.boolean(),
  signatories: z.array(signatorySchema),
  validUntil: z.string().nullable(),
  issuedOn: z.string(),
  institutionTr: z.string(),
  institutionEn: z.string(),
  unitTr: z.string(),
  unitEn: z.string(),
  labelTr: z.string(),
  labelEn: z.string(),
  portal: z.string(),
  /** Hashes of the logos' files. */
  logoLeft: z.string().nullable(),
  logoRight: z.string().nullable(),
})

export type TrainingSnapshot = z.infer<typeof trainingSnapshotSchema>
