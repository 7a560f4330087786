import { z } from 'zod'
import type { DelegationParticipantTable } from '../database/schema.ts'
import { countrySchema, optionalText, requiredText } from './fields.ts'

export const participantStates = [
  'INVITED',
  'REGISTERED',
  'CONFIRMED',
  'ARRIVED',
  'CERTIFIED',
  'LEFT_EARLY',
  'CANCELLED',
  'PURGED',
] as const satisfies readonly DelegationParticipantTable['state'][]

/** States an officer chooses; the rest come of what is done. */
export const chosenStates = ['INVITED', 'REGISTERED', 'CONFIRMED', 'ARRIVED', 'LEFT_EARLY', 'CANCELLED'] as const

/** What is kept sealed of a participant (product 4.3, ◊). */
export const participantSecrets = ['passportNo', 'passportExpiry', 'birthDate', 'mealCode', 'accessibility'] as const

export type ParticipantSecret = (typeof participantSecrets)[number]

export const secretColumns = {
  passportNo: 'passportNoSealed',
  passportExpiry: 'passportExpirySealed',
  birthDate: 'birthDateSealed',
  mealCode: 'mealCodeSealed',
  accessibility: 'accessibilitySealed',
} as const satisfies Readonly<Record<ParticipantSecret, keyof DelegationParticipantTable>>

/** Menus by code; nobody is asked for a reason. */
export const mealCodes = ['standard', 'vegetarian', 'vegan', 'noPork', 'glutenFree', 'other'] as const

export const participantDetailsSchema = z.object({
  title: optionalText(60),
  languageLevels: optionalText(200),
  visaNeeded: z.boolean(),
  visaState: optionalText(120),
  arrivalFlight: optionalText(120),
  departureFlight: optionalText(120),
  hotelNeeded: z.boolean(),
  shoeSize: optionalText(20),
  vestSize: optionalText(20),
  emergencyContact: optionalText(200),
  mediaConsent: z.boolean(),
  expectations: optionalText(500),
  notes: optionalText(1000),
})

export type ParticipantDetails = z.infer<typeof participantDetailsSchema>

export const emptyParticipantDetails: ParticipantDetails = {
  title: null,
  languageLevels: null,
  visaNeeded: false,
  visaState: null,
  arrivalFlight: null,
  departureFlight: null,
  hotelNeeded: true,
  shoeSize: null,
  vestSize: null,
  emergencyContact: null,
  mediaConsent: false,
  expectations: null,
  notes: null,
}

/** Everything of a participant that is typed in the open. */
export const participantFieldsSchema = z.object({
  /** Exactly as in the passport. */
  givenNames: requiredText(120),
  surname: requiredText(120),
  nameForCertificate: requiredText(160),
  nameOnBadge: optionalText(80),
  nationality: countrySchema,
  institution: requiredText(200),
  position: requiredText(200),
  email: optionalText(200),
  mobile: optionalText(60),
  groupNo: z.number().int().min(0).max(4),
  head: z.boolean(),
  state: z.enum(participantStates),
  arrivalOn: z.iso.date().nullable(),
  departureOn: z.iso.date().nullable(),
  vehicleId: z.string().nullable(),
  hotelRoomId: z.string().nullable(),
  /** Version of the notice that the participant agreed to, and when. */
  consentVersion: optionalText(40),
  consentOn: z.iso.date().nullable(),
  details: participantDetailsSchema,
})

export type ParticipantFields = z.infer<typeof participantFieldsSchema>

const sealedSchema = z
  .string()
  .regex(/^1\.[A-Za-z0-9+/]{38,}={0,2}$/)
  .nullable()

/** Sealed texts to keep; a field left out stays as it is. */
export const sealedFieldsSchema = z
  .object({
    passportNo: sealedSchema,
    passportExpiry: sealedSchema,
    birthDate: sealedSchema,
    mealCode: sealedSchema,
    accessibility: sealedSchema,
  })
  .partial()

export type SealedFields = z.infer<typeof sealedFieldsSchema>

export const participantSchema = z.object({
  ...participantFieldsSchema.shape,
  id: z.string(),
  rowVersion: z.number().int(),
  seatNo: z.number().int(),
  givenNames: z.string(),
  surname: z.string(),
  nameForCertificate: z.string(),
  nameOnBadge: z.string().nullable(),
  institution: z.string(),
  position: z.string(),
  email: z.string().nullable(),
  mobile: z.string().nullable(),
  consentVersion: z.string().nullable(),
  details: z.unknown().transform((value) => value as ParticipantDetails),
  badgeCode: z.string(),
  /** Which sealed fields hold something; nothing of what they hold. */
  sealed: z.array(z.enum(participantSecrets)),
  /** The last day they may be kept. */
  purgeOn: z.string(),
})

export type Participant = z.infer<typeof participantSchema>
