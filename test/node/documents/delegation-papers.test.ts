import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { type PaperName, papers } from '../../../src-core/delegations/print.contract.ts'
import { openTestAcademy } from '../../core/academy.ts'
import { itemFields, openFile, participantFields } from '../../core/delegations/delegation-office.ts'

async function textOf(file: File): Promise<string> {
  const reading = getDocument({ data: new Uint8Array(await file.arrayBuffer()), verbosity: 0 })
  const pdf = await reading.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await reading.destroy()
  return pages.join(' ')
}

/** A line of type may break anywhere between words, and in a long one where it must. */
const squeezed = (text: string): string => text.replaceAll(/[\s\u200b\u00ad-]/g, '')

const hostile = '#panic("no") <b>*_'

/** Papers on which every name stands. */
const named: readonly PaperName[] = [
  'invitations',
  'booklet',
  'badges',
  'tents',
  'attendance',
  'vehicles',
  'rooming',
  'hosts',
  'seating',
]

test('one data entry fills every paper in both languages, letter for letter, and no paper says more than it needs', async () => {
  const academy = await openTestAcademy()
  const { run } = academy
  const { id, requestId } = await openFile(academy)
  const add = async (resource: object): Promise<string> => {
    const added: { id: string } = await run('delegations.addResource', { delegationId: id, resource })
    return added.id
  }
  const vehicleId = await add({
    ...{ kind: 'vehicle', name: 'Otobüs 1' },
    details: { plate: '34 AB 1', driver: null, phone: null, seats: 20, departurePoint: null, departureMinute: null },
  })
  const hotelRoomId = await add({
    ...{ kind: 'hotelRoom', name: 'Otel Haliç' },
    details: { roomNo: '201', roomType: 'twin', checkIn: null, checkOut: null, breakfast: true },
  })
  const interpreterId = await add({
    ...{ kind: 'interpreter', name: 'Defne Işık' },
    details: { languages: ['en'], mode: 'consecutive', hoursTenths: 0, feeMinor: 0, phone: null },
  })
  const put = [
    itemFields({ interpreterId, vehicleId }),
    itemFields({
      kind: 'ceremony',
      titleTr: 'Tören',
      titleEn: hostile,
      startMinute: 660,
      endMinute: 700,
      lessonHoursTenths: 0,
    }),
    itemFields({
      kind: 'meal',
      titleTr: 'Yemek',
      titleEn: 'Lunch',
      startMinute: 720,
      endMinute: 780,
      lessonHoursTenths: 0,
    }),
  ].map((fields) => ({ ...fields, id: null }))
  const { ids }: { ids: string[] } = await run('delegations.editProgramme', { delegationId: id, put, remove: [] })
  const people = [
    participantFields('Şerife Nur Iğdır', 'ĞÜÖÇ-İLHAN', { nationality: 'TR', vehicleId, hotelRoomId, head: true }),
    participantFields('Wanjirũ', "O'MWANGI", { vehicleId, hotelRoomId, institution: hostile }),
    participantFields('محمد', 'الخطيب', { nationality: 'JO', vehicleId, hotelRoomId }),
  ]
  const { sealed }: { sealed: object } = await run('delegations.sealParticipant', {
    texts: { passportNo: 'PASS99887', mealCode: 'vegan' },
  })
  const added: { ids: string[] } = await run('delegations.addParticipants', {
    ...{ delegationId: id, participants: people.map((fields) => ({ fields, sealed })) },
  })
  const present = { itemId: ids[0], participantIds: added.ids, mark: 'PRESENT', method: 'name' }
  academy.setNow('2027-01-29T07:00:00.000Z')
  await run('delegations.markAttendance', present)
  academy.setNow('2026-12-15T07:00:00.000Z')
  const cost = { type: 'meal', plannedMinor: 123_456_00, committedMinor: 0, actualMinor: 0, payer: 'us' }
  await run('delegations.addCost', { delegationId: id, ...cost, documentNo: null, note: null })

  const texts = new Map<string, string>()
  for (const paper of papers) {
    if (paper === 'notices') continue
    for (const language of ['tr', 'en']) {
      const file: File = await run('delegations.print', { delegationId: id, paper, language })
      texts.set(`${paper} ${language}`, squeezed(await textOf(file)))
    }
  }
  const text = (paper: PaperName, language = 'tr') => texts.get(`${paper} ${language}`) ?? ''
  for (const paper of named) {
    for (const person of people.slice(0, 2))
      for (const language of ['tr', 'en'])
        expect(text(paper, language), `${paper} ${language}`).toContain(
          squeezed(`${person.givenNames} ${person.surname}`),
        )
  }
  for (const [name, printed] of texts) expect(printed, name).not.toContain('PASS99887')
  for (const paper of ['meals', 'costs', 'signs', 'pocket'] as const) expect(text(paper), paper).not.toContain('IĞDIR')
  for (const paper of ['vehicles', 'rooming'] as const) {
    expect(text(paper), paper).not.toContain(squeezed(people[0]?.institution ?? ''))
    expect(text(paper), paper).not.toContain('Vegan')
  }
  expect(text('rooming')).not.toContain(squeezed(people[0]?.mobile ?? ''))
  expect(text('meals')).toContain(squeezed('Vegan 3'))
  expect(text('booklet', 'en')).toContain(squeezed(hostile))
  expect(text('tents')).toContain(squeezed(hostile))
  expect(text('booklet')).toContain(squeezed('25 Ocak 2027 Pazartesi'))
  expect(text('booklet', 'en')).toContain(squeezed('Monday, 25 January 2027'))
  expect(text('costs')).toContain(squeezed('123.456,00'))
  expect(text('handOver')).toContain(squeezed('Şerife Nur Iğdır'))
  // In which order the pieces of a line that stands on its head come is up to whoever reads the file.
  for (const word of ['محمد', 'الخطيب']) expect(text('tents')).toContain(word)

  const decision: File = await run('delegations.printDecision', { requestId, language: 'tr' })
  const letter = squeezed(await textOf(decision))
  for (const word of ['T.C.', 'E-123', '08.12.2026', 'HYT-2026-001', 'uygun bulunmuştur'])
    expect(letter).toContain(squeezed(word))

  const demand: File = await run('delegations.printDemand', { from: '2026-01-01', to: '2026-12-31', language: 'tr' })
  const asked = squeezed(await textOf(demand))
  for (const word of ['Heyet talepleri raporu', '01.01.2026 – 31.12.2026', 'HYT-2026-001', 'Çevre yönetimi Kabul'])
    expect(asked).toContain(squeezed(word))
  const empty: File = await run('delegations.printDemand', { from: '2019-01-01', to: '2019-12-31', language: 'en' })
  expect(squeezed(await textOf(empty))).toContain(squeezed('There are no requests in this period.'))

  await expect(
    run('delegations.print', { delegationId: id, paper: 'meals', language: 'tr' }, { as: ['TM'] }),
  ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  const { rowVersion }: { rowVersion: number } = await run('delegations.getDelegation', { id })
  await run('delegations.cancelDelegation', { id, rowVersion, reason: 'Uçuşlar iptal oldu.' })
  const notices: File = await run('delegations.print', { delegationId: id, paper: 'notices', language: 'tr' })
  const told = squeezed(await textOf(notices))
  for (const word of ['Çevre Koruma Dairesi', 'Uçuşlar iptal oldu.', 'Atık yönetimi'])
    expect(told).toContain(squeezed(word))
})
