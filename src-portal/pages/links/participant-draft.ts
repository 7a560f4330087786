import type { ParticipantSecret } from '../../../src-core/delegations/participant.ts'
import type { Inputs, Outputs } from '../api.ts'

export type Participation = Outputs['delegations']['myParticipation']
export type Sending = Inputs['delegations']['sendMyParticipation']

/** What stands in the form: every text as typed, the rest as it is kept. */
export type Draft = {
  readonly texts: Readonly<Record<TextName, string>>
  readonly secrets: Readonly<Record<ParticipantSecret, string>>
  readonly visaNeeded: boolean
  readonly hotelNeeded: boolean
  readonly mediaConsent: boolean
}

const ownTexts = [
  'givenNames',
  'surname',
  'nationality',
  'nameForCertificate',
  'nameOnBadge',
  'institution',
  'position',
  'email',
  'mobile',
  'arrivalOn',
  'departureOn',
] as const

const detailTexts = [
  'title',
  'languageLevels',
  'arrivalFlight',
  'departureFlight',
  'shoeSize',
  'vestSize',
  'emergencyContact',
  'expectations',
] as const

export type TextName = (typeof ownTexts)[number] | (typeof detailTexts)[number]

/** What of the form is kept on the server while it is typed. */
export const typedOf = ({
  secrets: _secrets,
  ...typed
}: Draft): Inputs['delegations']['saveMyParticipation']['typed'] => typed

/** The form as it begins: what was typed before and not sent, or what is known, and nothing of what is sealed. */
export function draftOf({ fields, draft }: Participation): Draft {
  const { details, ...own } = fields
  const texts = Object.fromEntries([
    ...ownTexts.map((name) => [name, own[name] ?? '']),
    ...detailTexts.map((name) => [name, details[name] ?? '']),
  ])
  const secrets = { passportNo: '', passportExpiry: '', birthDate: '', mealCode: '', accessibility: '' }
  if (draft) return { ...draft.typed, texts: { ...texts, ...draft.typed.texts } as Draft['texts'], secrets }
  return {
    texts: texts as Draft['texts'],
    secrets,
    visaNeeded: details.visaNeeded,
    hotelNeeded: details.hotelNeeded,
    mediaConsent: details.mediaConsent,
  }
}

const orNull = (text: string): string | null => text.trim() || null

/** The form as the operation takes it; a sensitive field that was left empty stays as it is. */
export function sendingOf({ texts, secrets, ...flags }: Draft, { rowVersion, noticeVersion }: Participation): Sending {
  const optional = (name: TextName) => orNull(texts[name])
  const nameForCertificate = texts.nameForCertificate.trim() || `${texts.givenNames} ${texts.surname}`.trim()
  const typed = Object.entries(secrets).filter(([, text]) => text.trim() !== '')
  return {
    rowVersion,
    consent: noticeVersion,
    texts: Object.fromEntries(typed) as Sending['texts'],
    fields: {
      ...{ givenNames: texts.givenNames, surname: texts.surname, nationality: texts.nationality },
      ...{ institution: texts.institution, position: texts.position, email: texts.email.trim() },
      ...{ nameForCertificate, nameOnBadge: optional('nameOnBadge'), mobile: optional('mobile') },
      ...{ arrivalOn: optional('arrivalOn'), departureOn: optional('departureOn') },
      details: {
        ...flags,
        ...{ title: optional('title'), languageLevels: optional('languageLevels') },
        ...{ arrivalFlight: optional('arrivalFlight'), departureFlight: optional('departureFlight') },
        ...{ shoeSize: optional('shoeSize'), vestSize: optional('vestSize') },
        ...{ emergencyContact: optional('emergencyContact'), expectations: optional('expectations') },
      },
    },
  }
}
