import type { Inputs } from '../api.ts'

export type Sending = Inputs['delegations']['askForVisit']['fields']

const texts = [
  'requestingBody',
  'bodyType',
  'country',
  'city',
  'contactName',
  'contactTitle',
  'email',
  'phone',
  'topicMain',
  'topicsDetail',
  'objectives',
  'programmeType',
  'preferredFrom',
  'preferredTo',
  'alternateFrom',
  'alternateTo',
  'groupSize',
  'headOfDelegation',
  'protocolLevel',
  'interpreterProvidedBy',
  'travel',
  'hotel',
  'meals',
  'localTransport',
  'training',
  'funding',
  'accessibilityNeeds',
  'earlierVisitOn',
] as const

export type TextName = (typeof texts)[number]

/** What stands in the form, as typed. */
export type Draft = {
  readonly texts: Readonly<Record<TextName, string>>
  readonly participantProfile: readonly string[]
  readonly languages: readonly string[]
  readonly sitesWished: readonly string[]
  readonly sisterCity: boolean
  readonly invitationLetterNeeded: boolean
}

/** An empty form with what is known of the body that is signed in. */
export const emptyDraft = (self: {
  readonly name: string
  readonly email: string
  readonly institution: string | null
}): Draft => ({
  texts: {
    ...(Object.fromEntries(texts.map((name) => [name, ''])) as Draft['texts']),
    ...{ requestingBody: self.institution ?? '', contactName: self.name, email: self.email, country: 'TR' },
  },
  ...{ participantProfile: [], languages: [], sitesWished: [], sisterCity: false, invitationLetterNeeded: false },
})

const orNull = (text: string): string | null => text.trim() || null

/** The form as the operation takes it; it checks the choices, which the page offers from its own lists. */
export function sendingOf({ texts: t, ...more }: Draft): Sending {
  return {
    ...{ requestingBody: t.requestingBody, bodyType: t.bodyType as Sending['bodyType'], country: t.country },
    ...{ city: orNull(t.city), contactName: t.contactName, email: t.email.trim(), topicMain: t.topicMain },
    programmeType: t.programmeType as Sending['programmeType'],
    ...{ preferredFrom: t.preferredFrom, preferredTo: t.preferredTo, groupSize: Number(t.groupSize) },
    languages: [...more.languages],
    details: {
      ...{ sisterCity: more.sisterCity, contactTitle: orNull(t.contactTitle), phone: orNull(t.phone) },
      ...{ topicsDetail: t.topicsDetail, objectives: t.objectives },
      ...{ alternateFrom: orNull(t.alternateFrom), alternateTo: orNull(t.alternateTo) },
      participantProfile: [...more.participantProfile] as Sending['details']['participantProfile'],
      ...{ headOfDelegation: orNull(t.headOfDelegation), protocolLevel: Number(t.protocolLevel) },
      interpreterProvidedBy: t.interpreterProvidedBy as Sending['details']['interpreterProvidedBy'],
      sitesWished: [...more.sitesWished],
      costSharing: {
        ...{ travel: t.travel, hotel: t.hotel, meals: t.meals },
        ...{ localTransport: t.localTransport, training: t.training },
      } as Sending['details']['costSharing'],
      ...{ funding: orNull(t.funding), invitationLetterNeeded: more.invitationLetterNeeded },
      ...{ accessibilityNeeds: orNull(t.accessibilityNeeds), earlierVisitOn: orNull(t.earlierVisitOn) },
    },
  }
}
