import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import {
  emptyParticipantDetails,
  type Participant,
  type ParticipantDetails,
  type ParticipantFields,
  participantFieldsSchema,
} from '../../../src-core/delegations/participant.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

type Texts<T> = { readonly [K in keyof T]: T[K] extends string | null ? string : T[K] }

/** What stands in the form of a participant. */
export type PersonValues = Texts<ParticipantDetails> & {
  readonly givenNames: string
  readonly surname: string
  readonly nameForCertificate: string
  readonly nameOnBadge: string
  readonly nationality: string | null
  readonly institution: string
  readonly position: string
  readonly email: string
  readonly mobile: string
  readonly groupNo: string | null
  readonly head: boolean
  readonly state: string | null
  readonly arrivalOn: string | null
  readonly departureOn: string | null
  readonly vehicleId: string | null
  readonly hotelRoomId: string | null
  readonly consents: boolean
  readonly consentOn: string | null
}

export const personValues = (file: Delegation, person?: Participant): PersonValues => {
  const details = person?.details ?? emptyParticipantDetails
  return {
    givenNames: person?.givenNames ?? '',
    surname: person?.surname ?? '',
    nameForCertificate: person?.nameForCertificate ?? '',
    nameOnBadge: person?.nameOnBadge ?? '',
    nationality: person?.nationality ?? file.country,
    institution: person?.institution ?? file.requestingBody,
    position: person?.position ?? '',
    email: person?.email ?? '',
    mobile: person?.mobile ?? '',
    groupNo: String(person?.groupNo ?? 0),
    head: person?.head ?? false,
    state: person?.state ?? 'INVITED',
    arrivalOn: person ? person.arrivalOn : file.fromDate,
    departureOn: person ? person.departureOn : file.toDate,
    vehicleId: person?.vehicleId ?? null,
    hotelRoomId: person?.hotelRoomId ?? null,
    consents: person?.consentVersion != null,
    consentOn: person?.consentOn ?? null,
    title: details.title ?? '',
    languageLevels: details.languageLevels ?? '',
    visaNeeded: details.visaNeeded,
    visaState: details.visaState ?? '',
    arrivalFlight: details.arrivalFlight ?? '',
    departureFlight: details.departureFlight ?? '',
    hotelNeeded: details.hotelNeeded,
    shoeSize: details.shoeSize ?? '',
    vestSize: details.vestSize ?? '',
    emergencyContact: details.emergencyContact ?? '',
    mediaConsent: details.mediaConsent,
    expectations: details.expectations ?? '',
    notes: details.notes ?? '',
  }
}

const inputOf = (values: PersonValues, consentVersion: string | null) => {
  const {
    title,
    languageLevels,
    visaNeeded,
    visaState,
    arrivalFlight,
    departureFlight,
    hotelNeeded,
    shoeSize,
    vestSize,
    emergencyContact,
    mediaConsent,
    expectations,
    notes,
    consents,
    consentOn,
    nameForCertificate,
    ...fields
  } = values
  return {
    ...fields,
    // Until somebody wants another spelling, the certificate bears the passport's.
    nameForCertificate: nameForCertificate.trim() || `${values.givenNames} ${values.surname}`,
    groupNo: Number(values.groupNo ?? 0),
    consentVersion: consents ? consentVersion : null,
    consentOn: consents ? consentOn : null,
    details: {
      ...{ title, languageLevels, visaNeeded, visaState, arrivalFlight, departureFlight, hotelNeeded, shoeSize },
      ...{ vestSize, emergencyContact, mediaConsent, expectations, notes },
    },
  }
}

export function personProblems(values: PersonValues): Problems<PersonValues> {
  const problems = schemaProblems(participantFieldsSchema, inputOf(values, 'x')) as Problems<PersonValues>
  const { arrivalOn, departureOn, state, consents } = values
  return {
    ...problems,
    ...(arrivalOn &&
      departureOn &&
      arrivalOn > departureOn && { departureOn: { key: 'delegations:errors.rule.visitDatesReversed' } as const }),
    ...(state === 'CONFIRMED' &&
      !consents && {
        consents: {
          key: 'delegations:errors.rule.consentNeeded',
          values: { name: `${values.givenNames} ${values.surname}` },
        } as const,
      }),
  }
}

/** Only for values without problems. */
export const personFields = (values: PersonValues, consentVersion: string | null): ParticipantFields =>
  participantFieldsSchema.parse(inputOf(values, consentVersion))
