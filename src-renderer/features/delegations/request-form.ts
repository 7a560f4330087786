import {
  type RequestDetails,
  type RequestFields,
  requestFieldsSchema,
  type VisitRequest,
} from '../../../src-core/delegations/request.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

/** What stands in the form of a visit request: the details beside the rest, so that each has its field. */
export type RequestValues = Omit<
  RequestFields,
  'details' | 'receivedOn' | 'preferredFrom' | 'preferredTo' | 'groupSize' | 'city'
> & {
  readonly receivedOn: string | null
  readonly preferredFrom: string | null
  readonly preferredTo: string | null
  readonly groupSize: number | null
  readonly city: string
  readonly contactTitle: string
  readonly phone: string
  readonly headOfDelegation: string
  readonly funding: string
  readonly accessibilityNeeds: string
  readonly protocolLevel: number | null
} & Omit<
    RequestDetails,
    'contactTitle' | 'phone' | 'headOfDelegation' | 'funding' | 'accessibilityNeeds' | 'protocolLevel'
  >

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' }).format(new Date())

export const newRequest = (): RequestValues => ({
  receivedOn: today(),
  requestingBody: '',
  bodyType: 'foreignMunicipality',
  country: '',
  city: '',
  contactName: '',
  email: '',
  topicId: null,
  topicMain: '',
  programmeType: 'training',
  preferredFrom: null,
  preferredTo: null,
  groupSize: null,
  languages: ['en'],
  sisterCity: false,
  contactTitle: '',
  phone: '',
  topicsDetail: '',
  objectives: '',
  alternateFrom: null,
  alternateTo: null,
  participantProfile: ['technical'],
  headOfDelegation: '',
  protocolLevel: 1,
  interpreterProvidedBy: 'us',
  sitesWished: [],
  costSharing: { travel: 'them', hotel: 'them', meals: 'us', localTransport: 'us', training: 'us' },
  funding: '',
  invitationLetterNeeded: false,
  accessibilityNeeds: '',
  earlierVisitOn: null,
})

export const requestValues = ({ details, ...request }: VisitRequest): RequestValues => ({
  receivedOn: request.receivedOn,
  requestingBody: request.requestingBody,
  bodyType: request.bodyType,
  country: request.country,
  city: request.city ?? '',
  contactName: request.contactName,
  email: request.email,
  topicId: request.topicId,
  topicMain: request.topicMain,
  programmeType: request.programmeType,
  preferredFrom: request.preferredFrom,
  preferredTo: request.preferredTo,
  groupSize: request.groupSize,
  languages: request.languages,
  ...details,
  contactTitle: details.contactTitle ?? '',
  phone: details.phone ?? '',
  headOfDelegation: details.headOfDelegation ?? '',
  funding: details.funding ?? '',
  accessibilityNeeds: details.accessibilityNeeds ?? '',
})

const inputOf = (values: RequestValues) => {
  const {
    sisterCity,
    contactTitle,
    phone,
    topicsDetail,
    objectives,
    alternateFrom,
    alternateTo,
    participantProfile,
    headOfDelegation,
    protocolLevel,
    interpreterProvidedBy,
    sitesWished,
    costSharing,
    funding,
    invitationLetterNeeded,
    accessibilityNeeds,
    earlierVisitOn,
    ...fields
  } = values
  return {
    ...fields,
    details: {
      ...{ sisterCity, contactTitle, phone, topicsDetail, objectives, alternateFrom, alternateTo, participantProfile },
      ...{ headOfDelegation, protocolLevel, interpreterProvidedBy, sitesWished, costSharing, funding },
      ...{ invitationLetterNeeded, accessibilityNeeds, earlierVisitOn },
    },
  }
}

const required = { key: 'common:form.required' } as const

/** What is wrong with the form, at its fields; details are checked one by one. */
export function requestProblems(values: RequestValues): Problems<RequestValues> {
  const { details: _details, ...problems } = schemaProblems(requestFieldsSchema, inputOf(values)) as Problems<
    RequestValues & { details: unknown }
  >
  const { preferredFrom, preferredTo } = values
  return {
    ...problems,
    ...(values.topicsDetail.trim() === '' && { topicsDetail: required }),
    ...(values.objectives.trim() === '' && { objectives: required }),
    ...(values.participantProfile.length === 0 && { participantProfile: required }),
    ...(values.protocolLevel === null && { protocolLevel: required }),
    ...(preferredFrom &&
      preferredTo &&
      preferredFrom > preferredTo && {
        preferredTo: { key: 'delegations:errors.rule.visitDatesReversed' } as const,
      }),
  }
}

/** Only for values without problems. */
export const requestFields = (values: RequestValues): RequestFields => requestFieldsSchema.parse(inputOf(values))
