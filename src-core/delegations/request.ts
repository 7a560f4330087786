import { z } from 'zod'
import { countrySchema, languageCodeSchema, optionalText, requiredText } from './fields.ts'

/** Who asks for a visit (product: visit request form). */
export const bodyTypes = [
  'foreignMunicipality',
  'association',
  'ministry',
  'embassy',
  'university',
  'internationalOrganisation',
  'domesticMunicipality',
  'other',
] as const

export const programmeTypes = ['courtesy', 'halfDay', 'oneDay', 'training', 'longTraining', 'online'] as const

export const participantProfiles = ['mayor', 'councillor', 'manager', 'technical', 'academic'] as const

export const costItems = ['travel', 'hotel', 'meals', 'localTransport', 'training'] as const

export const payers = ['us', 'them', 'shared'] as const

export const requestStates = ['REQUESTED', 'ACCEPTED', 'DECLINED', 'REDIRECTED'] as const

/** What a coordinator weighs before deciding (product: step 2 of a programme). */
export const criteria = [
  'topicInField',
  'duration',
  'notSimilar',
  'funding',
  'capacity',
  'protocolLevel',
  'notice',
  'noAgency',
] as const

export type Criterion = (typeof criteria)[number]

const payerSchema = z.enum(payers)

/** What of the form is only read, never searched or counted. */
const detailsSchema = z.object({
  sisterCity: z.boolean(),
  contactTitle: optionalText(200),
  phone: optionalText(60),
  topicsDetail: requiredText(2000),
  objectives: requiredText(2000),
  alternateFrom: z.iso.date().nullable(),
  alternateTo: z.iso.date().nullable(),
  participantProfile: z.array(z.enum(participantProfiles)).min(1),
  headOfDelegation: optionalText(200),
  protocolLevel: z.number().int().min(0).max(5),
  interpreterProvidedBy: z.enum(['us', 'them', 'notNeeded']),
  sitesWished: z.array(z.string()).max(40),
  costSharing: z.object({
    travel: payerSchema,
    hotel: payerSchema,
    meals: payerSchema,
    localTransport: payerSchema,
    training: payerSchema,
  }),
  funding: optionalText(500),
  invitationLetterNeeded: z.boolean(),
  accessibilityNeeds: optionalText(500),
  earlierVisitOn: z.iso.date().nullable(),
})

/** `noticeVersion`: of the privacy notice that a body without an account agreed to, whose address was confirmed by a link. */
export type RequestDetails = z.infer<typeof detailsSchema> & { readonly noticeVersion?: string }

/** Everything on the visit request form. */
export const requestFieldsSchema = z.object({
  receivedOn: z.iso.date(),
  requestingBody: requiredText(200),
  bodyType: z.enum(bodyTypes),
  country: countrySchema,
  city: optionalText(120),
  contactName: requiredText(160),
  email: z.email().max(200),
  topicId: z.string().nullable(),
  topicMain: requiredText(200),
  programmeType: z.enum(programmeTypes),
  preferredFrom: z.iso.date(),
  preferredTo: z.iso.date(),
  groupSize: z.number().int().min(1).max(60),
  languages: z.array(languageCodeSchema).min(1).max(6),
  details: detailsSchema,
})

export type RequestFields = Omit<z.infer<typeof requestFieldsSchema>, 'details'> & { readonly details: RequestDetails }

/** An answer to each point of the checklist; null while nobody has looked. */
export const assessmentSchema = z.record(
  z.enum(criteria),
  z.object({ met: z.boolean().nullable(), note: optionalText(500) }),
)

export type Assessment = z.infer<typeof assessmentSchema>

export const requestRowSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  requestNo: z.string(),
  receivedOn: z.string(),
  requestingBody: z.string(),
  bodyType: z.enum(bodyTypes),
  country: z.string(),
  city: z.string().nullable(),
  topicMain: z.string(),
  programmeType: z.enum(programmeTypes),
  preferredFrom: z.string(),
  preferredTo: z.string(),
  groupSize: z.number().int(),
  /** By whom it was entered: an officer, or the body itself on the portal. */
  origin: z.enum(['desktop', 'portal', 'import']),
  state: z.enum(requestStates),
  delegationId: z.string().nullable(),
})

export type RequestRow = z.infer<typeof requestRowSchema>

/** An earlier request of the same body, or on the same topic. */
const earlierSchema = z.object({
  id: z.string(),
  requestNo: z.string(),
  receivedOn: z.string(),
  requestingBody: z.string(),
  topicMain: z.string(),
  state: z.enum(requestStates),
  sameBody: z.boolean(),
  sameTopic: z.boolean(),
})

export const backgroundSchema = z.object({
  /** Requests of the last 24 months by the same body or on the same topic, newest first. */
  earlier: z.array(earlierSchema),
  /** The same body asked for the same topic within 24 months. */
  repeat: z.boolean(),
  /** Delegations that are here during the days asked for. */
  sameTime: z.array(
    z.object({
      ...{ id: z.string(), titleTr: z.string(), titleEn: z.string() },
      ...{ fromDate: z.string(), toDate: z.string() },
    }),
  ),
})

export type RequestBackground = z.infer<typeof backgroundSchema>

export const requestSchema = requestFieldsSchema.extend({
  id: z.string(),
  rowVersion: z.number().int(),
  requestNo: z.string(),
  origin: z.enum(['desktop', 'portal', 'import']),
  requestingBody: z.string(),
  city: z.string().nullable(),
  contactName: z.string(),
  topicMain: z.string(),
  details: z.unknown().transform((value) => value as RequestDetails),
  assessment: z.unknown().transform((value) => value as Assessment),
  state: z.enum(requestStates),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string().nullable(),
  redirectedTo: z.string().nullable(),
  ebysNo: z.string().nullable(),
  ebysDate: z.string().nullable(),
  delegationId: z.string().nullable(),
  background: backgroundSchema,
})

export type VisitRequest = z.infer<typeof requestSchema>
