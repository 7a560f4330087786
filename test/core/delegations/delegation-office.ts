import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { emptyParticipantDetails, type ParticipantFields } from '../../../src-core/delegations/participant.ts'
import type { ItemFields, ProgrammeItem } from '../../../src-core/delegations/programme.ts'
import { emptyDetails } from '../../../src-core/delegations/programme.ts'
import type { RequestFields } from '../../../src-core/delegations/request.ts'
import type { TestAcademy } from '../academy.ts'

export const requestFields = (more: Partial<RequestFields> = {}): RequestFields => ({
  receivedOn: '2026-12-01',
  requestingBody: 'Nairobi City County',
  bodyType: 'foreignMunicipality',
  country: 'KE',
  city: 'Nairobi',
  contactName: 'Grace Wanjiku',
  email: 'grace.wanjiku@nairobi.example',
  topicId: null,
  topicMain: 'Çevre yönetimi',
  programmeType: 'training',
  preferredFrom: '2027-01-25',
  preferredTo: '2027-01-31',
  groupSize: 18,
  languages: ['en'],
  details: {
    sisterCity: false,
    contactTitle: 'Director of Environment',
    phone: null,
    topicsDetail: 'Solid waste, waste water and climate action.',
    objectives: 'We will draw up an action plan for our own city.',
    alternateFrom: null,
    alternateTo: null,
    participantProfile: ['technical', 'manager'],
    headOfDelegation: null,
    protocolLevel: 2,
    interpreterProvidedBy: 'us',
    sitesWished: [],
    costSharing: { travel: 'them', hotel: 'us', meals: 'us', localTransport: 'us', training: 'us' },
    funding: null,
    invitationLetterNeeded: true,
    accessibilityNeeds: null,
    earlierVisitOn: null,
  },
  ...more,
})

export const met = Object.fromEntries(
  ['topicInField', 'duration', 'notSimilar', 'funding', 'capacity', 'protocolLevel', 'notice', 'noAgency'].map(
    (one) => [one, { met: true, note: null }],
  ),
)

export const participantFields = (
  givenNames: string,
  surname: string,
  more: Partial<ParticipantFields> = {},
): ParticipantFields => ({
  ...{ givenNames, surname, nameForCertificate: `${givenNames} ${surname}`, nameOnBadge: null, nationality: 'KE' },
  ...{ institution: 'Nairobi City County', position: 'Environment Officer', email: null, mobile: '+254 700 000000' },
  ...{ groupNo: 0, head: false, state: 'CONFIRMED', arrivalOn: '2027-01-24', departureOn: '2027-01-31' },
  ...{ vehicleId: null, hotelRoomId: null, consentVersion: '2027-1', consentOn: '2026-12-10' },
  details: emptyParticipantDetails,
  ...more,
})

export const itemFields = (more: Partial<ItemFields> = {}): ItemFields => ({
  ...{ groupNo: 0, kind: 'theory', titleTr: 'Atık yönetimi', titleEn: 'Waste management', date: '2027-01-25' },
  ...{ startMinute: 540, endMinute: 630, lessonHoursTenths: 20, siteId: null, place: 'Eğitim merkezi' },
  ...{ hostUnit: 'Çevre Koruma Dairesi', hostPerson: 'Ayşe Işık', hostPhone: '0212 000 00 00' },
  ...{ hostState: 'ACCEPTED', interpreterId: null, vehicleId: null, travelBefore: null, holidayAgreed: false },
  details: emptyDetails,
  ...more,
})

export type DelegationOffice = {
  readonly id: string
  readonly requestId: string
  readonly requestNo: string
  file(): Promise<Delegation>
  items(): Promise<readonly ProgrammeItem[]>
}

/** An accepted request with its file. */
export async function openFile(
  { run }: Pick<TestAcademy, 'run'>,
  more: Partial<RequestFields> = {},
): Promise<DelegationOffice> {
  const request: { id: string; requestNo: string } = await run('delegations.addRequest', {
    ...requestFields(more),
    consent: true,
  })
  await run('delegations.assessRequest', { id: request.id, rowVersion: 1, assessment: met })
  await run('delegations.decideRequest', {
    ...{ id: request.id, rowVersion: 2, decision: 'ACCEPTED', reason: null, redirectedTo: null },
    ...{ ebysNo: 'E-123', ebysDate: '2026-12-08' },
  })
  const { id }: { id: string } = await run('delegations.openDelegation', {
    ...{ requestId: request.id, titleTr: 'Çevre Yönetimi Eğitimi', titleEn: 'Environmental Management Training' },
    ...{ fromDate: '2027-01-25', toDate: '2027-01-29', coordinator: 'Sevgi Işıkhan' },
  })
  return {
    id,
    requestId: request.id,
    requestNo: request.requestNo,
    file: () => run('delegations.getDelegation', { id }),
    items: async () => {
      const { items } = (await run('delegations.programme', { delegationId: id })) as { items: ProgrammeItem[] }
      return items
    },
  }
}
