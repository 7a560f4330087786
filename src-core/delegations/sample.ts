import type { DelegationRequestTable, DelegationState } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import type { Ports } from '../kernel/ports.ts'
import { fold } from '../kernel/turkish.ts'
import { writeSampleLinks } from '../links/index.ts'
import { delegationColumns, firstTasks } from './delegation.handlers.ts'
import { resourceColumns } from './logistics.handlers.ts'
import { type ResourceFields, roomPlaces } from './logistics.ts'
import { newParticipants, noticeVersion } from './participant.handlers.ts'
import { emptyParticipantDetails, mealCodes } from './participant.ts'
import { itemColumns, slotsOfTemplate } from './programme.handlers.ts'
import { countsForCertificate, needsHost, weekdayOf } from './programme.rules.ts'
import { requestColumns } from './request.handlers.ts'
import { daysAfter, requestNoOf } from './request.rules.ts'
import { criteria, type RequestFields } from './request.ts'
import { environmentGuests, mobilityGuests, type SampleGuest } from './sample-people.ts'
import { sampleSites, sampleTravel } from './sample-sites.ts'
import { siteColumns } from './site.handlers.ts'

type SampleOptions = {
  readonly write: Writer
  readonly ports: Ports
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly topics: readonly { readonly id: string; readonly name: string }[]
}

type RequestSample = Pick<
  RequestFields,
  'requestingBody' | 'bodyType' | 'country' | 'city' | 'contactName' | 'topicMain'
> & {
  readonly receivedOn: string
  readonly from: string
  readonly days: number
  readonly state: DelegationRequestTable['state']
  readonly reason?: string
  readonly redirectedTo?: string
  readonly programmeType: RequestFields['programmeType']
  readonly groupSize: number
}

/** The Monday on or after a day. */
const mondayFrom = (date: string): string => daysAfter(date, (8 - weekdayOf(date)) % 7)

/** Delegations of the sample academy: the worked example in the middle of its preparation, requests, and visits that are over. */
export async function writeSampleDelegations(options: SampleOptions): Promise<void> {
  const { write, today } = options
  const siteIds = await writeSites(write)
  const start = mondayFrom(daysAfter(today, 42))
  const past = mondayFrom(daysAfter(today, -160))
  const recent = mondayFrom(daysAfter(today, -14))
  const requests = await writeRequests(options, [
    {
      ...{ requestingBody: 'Bashkia Tiranë', bodyType: 'foreignMunicipality', country: 'AL', city: 'Tiranë' },
      ...{ contactName: 'Elira Hoxha', topicMain: 'Kentsel ulaşım', programmeType: 'training', groupSize: 6 },
      ...{ receivedOn: daysAfter(past, -100), from: past, days: 3, state: 'ACCEPTED' },
    },
    {
      ...{ requestingBody: 'Seyahat Organizasyon Ltd.', bodyType: 'other', country: 'DE', city: 'Köln' },
      ...{ contactName: 'Jens Vogel', topicMain: 'Kentsel ulaşım', programmeType: 'courtesy', groupSize: 45 },
      ...{ receivedOn: daysAfter(today, -120), from: daysAfter(today, -80), days: 1, state: 'DECLINED' },
      reason: 'Başvuru bir seyahat acentesinden geldi; kurum adına başvuru gerekir.',
    },
    {
      ...{ requestingBody: 'Grad Sarajevo', bodyType: 'foreignMunicipality', country: 'BA', city: 'Sarajevo' },
      ...{ contactName: 'Damir Begović', topicMain: 'Afet yönetimi', programmeType: 'oneDay', groupSize: 6 },
      ...{ receivedOn: daysAfter(today, -85), from: recent, days: 1, state: 'ACCEPTED' },
    },
    {
      ...{ requestingBody: 'Kenya Büyükelçiliği', bodyType: 'embassy', country: 'KE', city: 'Ankara' },
      ...{ contactName: 'Grace Kariuki', topicMain: 'Çevre yönetimi', programmeType: 'training', groupSize: 18 },
      ...{ receivedOn: daysAfter(today, -62), from: start, days: 5, state: 'ACCEPTED' },
    },
    {
      ...{ requestingBody: 'Gemeente Rotterdam', bodyType: 'foreignMunicipality', country: 'NL', city: 'Rotterdam' },
      ...{
        contactName: 'Sanne de Vries',
        topicMain: 'Liman ve kıyı yönetimi',
        programmeType: 'halfDay',
        groupSize: 12,
      },
      ...{ receivedOn: daysAfter(today, -55), from: daysAfter(today, 30), days: 1, state: 'REDIRECTED' },
      ...{ redirectedTo: 'Şehir Hatları A.Ş.', reason: 'Konu iştirakimizin görev alanında.' },
    },
    {
      ...{ requestingBody: 'Komuna e Prishtinës', bodyType: 'foreignMunicipality', country: 'XK', city: 'Prishtinë' },
      ...{ contactName: 'Blerta Krasniqi', topicMain: 'Kentsel ulaşım', programmeType: 'oneDay', groupSize: 10 },
      ...{ receivedOn: daysAfter(today, -48), from: daysAfter(today, 24), days: 1, state: 'ACCEPTED' },
    },
    {
      ...{ requestingBody: 'Bashkia Tiranë', bodyType: 'foreignMunicipality', country: 'AL', city: 'Tiranë' },
      ...{ contactName: 'Elira Hoxha', topicMain: 'Kentsel ulaşım', programmeType: 'training', groupSize: 8 },
      ...{ receivedOn: daysAfter(today, -6), from: daysAfter(start, 28), days: 3, state: 'REQUESTED' },
    },
    {
      ...{
        requestingBody: 'Konya Büyükşehir Belediyesi',
        bodyType: 'domesticMunicipality',
        country: 'TR',
        city: 'Konya',
      },
      ...{ contactName: 'Emine Tuna', topicMain: 'Afet yönetimi', programmeType: 'oneDay', groupSize: 14 },
      ...{ receivedOn: daysAfter(today, -2), from: daysAfter(start, 1), days: 1, state: 'REQUESTED' },
    },
  ])
  const [tirana = '', , sarajevo = '', kenya = '', , pristina = ''] = requests
  await writeFile(options, siteIds, {
    ...{
      requestId: tirana,
      titleTr: 'Kentsel Ulaşım Eğitimi',
      titleEn: 'Urban Mobility Training',
      template: 'mobility',
    },
    ...{ from: past, days: 3, state: 'FOLLOWED_UP', guests: mobilityGuests, over: true, spent: 1 },
    shownTo: 'tirana.example',
  })
  await writeFile(options, siteIds, {
    ...{ requestId: sarajevo, titleTr: 'Afet Yönetimi Günü', titleEn: 'Disaster Management Day', template: 'disaster' },
    ...{ from: recent, days: 1, state: 'CLOSING', guests: mobilityGuests.slice(2, 4), over: true, spent: 0.6 },
  })
  await writeFile(options, siteIds, {
    ...{ requestId: pristina, titleTr: 'Ulaşım İnceleme Günü', titleEn: 'Transport Study Day', template: 'courtesy' },
    ...{ from: daysAfter(today, 24), days: 1, state: 'CANCELLED', guests: [], over: false, spent: 0 },
  })
  await writeFile(options, siteIds, {
    ...{ requestId: kenya, titleTr: 'Çevre Yönetimi Eğitimi', titleEn: 'Environmental Management Training' },
    ...{ template: 'environment', from: start, days: 5, state: 'HOSTS_PENDING', guests: environmentGuests },
    ...{ over: false, spent: 0 },
  })
}

async function writeSites(write: Writer): Promise<readonly string[]> {
  const ids = sampleSites.map(() => write.newId())
  await write.insertMany(
    'site',
    sampleSites.map((fields, at) => ({ ...siteColumns(fields, true), id: ids[at] ?? '' })),
  )
  await write.insertMany(
    'siteTravel',
    sampleTravel.map(([from, to, minutes]) => {
      const [fromSiteId = '', toSiteId = ''] = [ids[from] ?? '', ids[to] ?? ''].sort()
      return { id: write.newId(), fromSiteId, toSiteId, minutes }
    }),
  )
  return ids
}

async function writeRequests(
  { write, topics }: SampleOptions,
  samples: readonly RequestSample[],
): Promise<readonly string[]> {
  const numbers = new Map<number, number>()
  const topicOf = (name: string) => topics.find((topic) => fold(topic.name) === fold(name))?.id ?? null
  const ids: string[] = []
  for (const sample of samples) {
    const year = Number(sample.receivedOn.slice(0, 4))
    const number = (numbers.get(year) ?? 0) + 1
    numbers.set(year, number)
    const decided = sample.state !== 'REQUESTED'
    const fields: RequestFields = {
      ...{
        requestingBody: sample.requestingBody,
        bodyType: sample.bodyType,
        country: sample.country,
        city: sample.city,
      },
      ...{ contactName: sample.contactName, topicMain: sample.topicMain, topicId: topicOf(sample.topicMain) },
      ...{ receivedOn: sample.receivedOn, programmeType: sample.programmeType, groupSize: sample.groupSize },
      email: `${fold(sample.contactName).replaceAll(/[^a-z]+/g, '.')}@example.org`,
      preferredFrom: sample.from,
      preferredTo: daysAfter(sample.from, sample.days - 1),
      languages: ['en'],
      details: {
        ...{ sisterCity: false, contactTitle: null, phone: null, alternateFrom: null, alternateTo: null },
        topicsDetail: `${sample.topicMain}: mevzuat, işletme ve yatırım örnekleri; yerinde inceleme.`,
        objectives: 'Döndüğümüzde kendi kentimiz için bir eylem planı hazırlayacağız.',
        participantProfile: ['manager', 'technical'],
        ...{ headOfDelegation: null, protocolLevel: 2, interpreterProvidedBy: 'us', sitesWished: [] },
        costSharing: { travel: 'them', hotel: 'shared', meals: 'us', localTransport: 'us', training: 'us' },
        ...{ funding: null, invitationLetterNeeded: true, accessibilityNeeds: null, earlierVisitOn: null },
      },
    }
    const against = sample.state === 'DECLINED' ? 'noAgency' : undefined
    const assessment = Object.fromEntries(criteria.map((one) => [one, { met: one !== against, note: null }]))
    ids.push(
      await write.insert('delegationRequest', {
        ...requestColumns(fields),
        ...{ year, number, requestNo: requestNoOf(year, number), state: sample.state },
        assessment: JSON.stringify(decided ? assessment : {}),
        decidedBy: null,
        decidedAt: decided ? `${daysAfter(sample.receivedOn, 5)}T09:00:00.000Z` : null,
        decisionReason: sample.reason ?? null,
        redirectedTo: sample.redirectedTo ?? null,
        ebysNo: decided ? `E-00000000-773.02-${number + 4100}` : null,
        ebysDate: decided ? daysAfter(sample.receivedOn, 5) : null,
      }),
    )
  }
  return ids
}

type FileSample = {
  readonly requestId: string
  readonly titleTr: string
  readonly titleEn: string
  readonly template: string
  readonly from: string
  readonly days: number
  readonly state: DelegationState
  readonly guests: readonly SampleGuest[]
  /** The visit is behind us: attendance, feedback and actual costs are there. */
  readonly over: boolean
  /** The domain whose people see the programme on the portal. */
  readonly shownTo?: string
  /** Share of the planned costs that was spent. */
  readonly spent: number
}

async function writeFile(options: SampleOptions, siteIds: readonly string[], sample: FileSample): Promise<void> {
  const { write, today } = options
  const preparing = sample.state === 'HOSTS_PENDING'
  const fields = {
    ...{ titleTr: sample.titleTr, titleEn: sample.titleEn, coordinator: 'Sevgi Işıkhan', minAttendancePct: 80 },
    objective: `${sample.titleTr} kapsamında mevzuatı, işletmeyi ve sahadaki örnekleri tanımak; kendi kenti için bir eylem planı hazırlamak.`,
    ...{ fromDate: sample.from, toDate: daysAfter(sample.from, sample.days - 1), parallelGroups: 1 },
    language: 'both' as const,
    partner: preparing ? 'Yıldız Teknik Üniversitesi' : null,
    lessons:
      sample.state === 'FOLLOWED_UP' ? 'Saha ziyaretlerine daha çok süre ayrılmalı; sunumlar önceden alınmalı.' : null,
    followUp: sample.state === 'FOLLOWED_UP' ? 'İki kent otobüs önceliği uygulamasını başlattı.' : null,
  }
  const approved = sample.over
  const id = await write.insert('delegation', {
    ...delegationColumns(fields),
    requestId: sample.requestId,
    state: sample.state,
    approvedNo: approved ? 'Olur-2118' : null,
    approvedOn: approved ? daysAfter(sample.from, -50) : null,
    returnReason: null,
    cancelReason: sample.state === 'CANCELLED' ? 'Konuk kurumda seçim takvimi değişti.' : null,
    certificateGroupId: null,
    purgedAt: sample.state === 'FOLLOWED_UP' ? `${daysAfter(sample.from, 40)}T09:00:00.000Z` : null,
  })
  await write.insertMany(
    'delegationTask',
    firstTasks(id, sample.from, () => write.newId()).map((task) => ({
      ...task,
      state: task.dueOn < today && (!preparing || task.offsetDays < -46) ? ('DONE' as const) : ('OPEN' as const),
    })),
  )
  const resources = await writeResources(write, id, sample)
  const items = await writeProgramme(options, siteIds, id, sample, resources)
  if (sample.shownTo) await write.insert('programmeViewer', { delegationId: id, address: sample.shownTo })
  await writeCosts(write, id, sample)
  if (sample.guests.length === 0) return
  const people = await writePeople(options, id, sample, resources)
  if (preparing) await writeLinks(options, id, sample, people, items)
  if (!sample.over) return
  const lessons = items.filter(({ kind }) => countsForCertificate(kind))
  await write.insertMany(
    'delegationAttendance',
    people.flatMap((participantId, person) =>
      lessons.map((item, at) => ({
        ...{ id: write.newId(), participantId, itemId: item.id, method: 'scan' as const },
        mark: person === 5 && at > 1 ? ('ABSENT' as const) : ('PRESENT' as const),
      })),
    ),
  )
  if (sample.state !== 'FOLLOWED_UP') return
  await write.insertMany(
    'delegationFeedback',
    people.map((participantId, at) => ({
      ...{ id: write.newId(), delegationId: id, date: daysAfter(sample.from, at % sample.days), participantId },
      score: 5 - (at % 2),
      comment: at === 0 ? 'The site visits were very useful.' : null,
    })),
  )
}

async function writeResources(write: Writer, delegationId: string, { guests, from, days }: FileSample) {
  if (guests.length === 0) return { vehicles: [], rooms: [], interpreters: [] }
  const add = async (resource: ResourceFields): Promise<string> =>
    write.insert('delegationResource', { ...resourceColumns(resource), delegationId })
  const interpreters = [
    await add({
      kind: 'interpreter',
      name: 'Defne Arslan',
      details: { languages: ['en', 'tr'], mode: 'simultaneous', hoursTenths: 300, feeMinor: 4_500_000, phone: null },
    }),
  ]
  const vehicles = [
    await add({
      kind: 'vehicle',
      name: 'Otobüs 1',
      details: {
        ...{ plate: '34 ÖRN 017', driver: 'Cemal Uslu', phone: '0 (532) 000 00 17', seats: 27 },
        ...{ departurePoint: 'Otel önü', departureMinute: 8 * 60 + 15 },
      },
    }),
  ]
  const rooms: string[] = []
  const wanted = Math.ceil(guests.length / roomPlaces.twin)
  for (let at = 0; at < wanted; at++) {
    rooms.push(
      await add({
        kind: 'hotelRoom',
        name: 'Otel Haliç (örnek)',
        details: {
          ...{ roomNo: String(201 + at), roomType: 'twin', breakfast: true },
          ...{ checkIn: daysAfter(from, -1), checkOut: daysAfter(from, days) },
        },
      }),
    )
  }
  await add({
    kind: 'gift',
    name: 'Kentin gravürü',
    details: { stock: guests.length + 4, given: 0, givenTo: null, givenBy: null, valueMinor: 45_000 },
  })
  return { vehicles, rooms, interpreters }
}

type Resources = Awaited<ReturnType<typeof writeResources>>

async function writeProgramme(
  { write }: SampleOptions,
  siteIds: readonly string[],
  delegationId: string,
  sample: FileSample,
  { interpreters, vehicles }: Resources,
) {
  const sites = sampleSites.map((site, at) => ({ ...siteColumns(site, true), id: siteIds[at] ?? '' }))
  let hosted = 0
  const rows = slotsOfTemplate(sites, sample.template, sample.from).map((slot) => {
    const waits = needsHost(slot.kind) ? ++hosted : 0
    const hostState =
      waits === 0
        ? ('NONE' as const)
        : sample.over || (waits % 6 !== 0 && waits !== 9)
          ? ('ACCEPTED' as const)
          : ('ASKED' as const)
    const atWork = slot.kind === 'theory' || slot.kind === 'siteVisit'
    return {
      ...itemColumns({
        ...slot,
        hostState,
        interpreterId: atWork ? (interpreters[0] ?? null) : null,
        vehicleId: slot.kind === 'transfer' || slot.kind === 'siteVisit' ? (vehicles[0] ?? null) : null,
        details: { ...slot.details, language: atWork ? 'İngilizce' : null },
      }),
      id: write.newId(),
      delegationId,
    }
  })
  await write.insertMany('programmeItem', rows)
  return rows.map(({ id, kind, hostUnit, hostPerson, hostState }) => ({ id, kind, hostUnit, hostPerson, hostState }))
}

/** A host who has not answered every hour, and three participants in their languages, one of whom has sent her form. */
async function writeLinks(
  options: SampleOptions,
  delegationId: string,
  { from, guests }: FileSample,
  people: readonly string[],
  items: Awaited<ReturnType<typeof writeProgramme>>,
): Promise<void> {
  const asked = items.find(({ hostState, hostUnit }) => hostState === 'ASKED' && hostUnit !== null)
  const host = asked?.hostUnit ?? ''
  const invited = [
    { at: 0, language: 'en', answeredAt: `${daysAfter(from, -44)}T09:00:00.000Z` },
    { at: 2, language: 'fr', answeredAt: null },
    { at: 8, language: 'ar', answeredAt: null },
  ] as const
  await writeSampleLinks(options, [
    ...(asked
      ? [
          {
            ...{ purpose: 'HOST' as const, delegationId, host, holderName: asked.hostPerson ?? host },
            ...{ holderEmail: 'evsahibi@example.org', language: 'tr' as const, until: from },
          },
        ]
      : []),
    ...invited.flatMap(({ at, language, answeredAt }) => {
      const [guest, participantId] = [guests[at], people[at]]
      if (!guest || !participantId) return []
      const holderName = `${guest.givenNames} ${guest.surname}`
      const holderEmail = `guest${at + 1}@example.org`
      const purpose = 'PARTICIPANT' as const
      return [{ purpose, delegationId, participantId, holderName, holderEmail, language, answeredAt, until: from }]
    }),
  ])
}

async function writeCosts(write: Writer, delegationId: string, { spent, guests, days }: FileSample): Promise<void> {
  const each = guests.length * days
  const lines = [
    ['lodging', each * 320_000],
    ['meal', each * 120_000],
    ['travel', days * 1_800_000],
    ['interpreter', 4_500_000],
    ['print', 650_000],
    ['gift', guests.length * 45_000],
  ] as const
  await write.insertMany(
    'delegationCost',
    lines
      .filter(([, planned]) => planned > 0)
      .map(([type, plannedMinor], at) => ({
        ...{ id: write.newId(), delegationId, type, plannedMinor },
        committedMinor: spent > 0 || at < 2 ? plannedMinor : 0,
        actualMinor: Math.round((plannedMinor * spent) / 1000) * 1000,
        ...{ payer: 'us' as const, documentNo: spent > 0 ? `FTR-${201 + at}` : null, note: null },
      })),
  )
}

async function writePeople(
  { write, ports }: SampleOptions,
  delegationId: string,
  sample: FileSample,
  { vehicles, rooms }: Resources,
): Promise<readonly string[]> {
  const purged = sample.state === 'FOLLOWED_UP'
  const rows = newParticipants(
    delegationId,
    sample.guests.map((guest, at) => {
      const state = purged
        ? 'PURGED'
        : sample.over
          ? 'ARRIVED'
          : at % 4 === 3
            ? 'REGISTERED'
            : at === 8
              ? 'INVITED'
              : 'CONFIRMED'
      const abroad = guest.nationality !== 'TR'
      const answered = state !== 'INVITED'
      return {
        fields: {
          ...{ givenNames: guest.givenNames, surname: guest.surname, nameOnBadge: null },
          nameForCertificate: `${guest.givenNames} ${guest.surname}`,
          ...{ nationality: guest.nationality, institution: guest.institution, position: guest.position },
          email: `guest${at + 1}@example.org`,
          mobile: abroad ? `+254 700 000 ${String(at + 10).padStart(3, '0')}` : `0 (530) 000 00 ${String(at + 10)}`,
          ...{ groupNo: 0, head: guest.head ?? false, state: state as 'CONFIRMED' },
          ...{ arrivalOn: daysAfter(sample.from, -1), departureOn: daysAfter(sample.from, sample.days) },
          vehicleId: vehicles[0] ?? null,
          hotelRoomId: rooms[Math.floor(at / roomPlaces.twin)] ?? null,
          consentVersion: answered ? noticeVersion : null,
          consentOn: answered ? daysAfter(sample.from, -44) : null,
          details: {
            ...emptyParticipantDetails,
            title: guest.title ?? null,
            ...(purged
              ? {}
              : {
                  visaNeeded: abroad,
                  shoeSize: String(37 + (at % 8)),
                  vestSize: ['S', 'M', 'L', 'XL'][at % 4] ?? 'M',
                  mediaConsent: at % 5 !== 0,
                  expectations: at % 4 === 0 ? 'How is the separate collection of waste paid for?' : null,
                }),
          },
        },
        sealed:
          purged || !answered
            ? {}
            : {
                ...(abroad && { passportNo: ports.seal.seal(`P${String(4_410_027 + at * 7919)}`, write.newId()) }),
                mealCode: ports.seal.seal(mealCodes[at % 7 === 2 ? 1 : at % 9 === 5 ? 3 : 0], write.newId()),
              },
      }
    }),
    0,
    () => write.newId(),
  )
  await write.insertMany('delegationParticipant', rows)
  return rows.map(({ id }) => id)
}
