import { expect, test } from 'vitest'
import { addPortalUser } from '../../../src-core/access/index.ts'
import type { PortalUserTable } from '../../../src-core/database/schema.ts'
import { forgetVisitDrafts } from '../../../src-core/delegations/index.ts'
import { compose, markSent, queueMail } from '../../../src-core/notices/index.ts'
import type { MailLanguage } from '../../../src-core/notices/mail.rules.ts'
import { visitor } from '../academy.ts'
import { requestFields } from './delegation-office.ts'
import { hostOf, now, openLinkOffice } from './link-office.ts'

test('a public body asks for a visit on the portal; the register shows where it came from, and the body what became of it', async () => {
  const { run, academy } = await openLinkOffice()
  const { store } = academy.academy.opened
  const connection = visitor('account-of-a-body', 'PB')
  await store.write(({ db }) => addPortalUser(db, bodyAccount))
  const { receivedOn: _receivedOn, topicId: _topicId, ...fields } = requestFields({ requestingBody: 'Bashkia Tiranë' })
  const ask = (more: object = {}) =>
    run('delegations.askForVisit', { fields: { ...fields, ...more }, consent: true }, { connection })
  await expect(ask({ preferredFrom: '2026-12-01' })).rejects.toMatchObject({ data: { rule: 'visitPast' } })
  await expect(ask({ receivedOn: '2020-01-01' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const { requestNo }: { requestNo: string } = await ask()
  expect(requestNo).toBe('HYT-2026-002')
  const [letter] = await store.read((db) => db.selectFrom('mail').selectAll().execute())
  expect(letter).toMatchObject({ code: 'DEL-01', recipient: 'proved@tirana.example', audience: 'PUBLIC_BODY' })
  const { text } = compose('DEL-01', 'en', JSON.parse(letter?.data ?? ''), 'https://p')
  expect(text).toContain('“Çevre yönetimi” from 25.01.2027 to 31.01.2027, for 18 persons')
  expect(text).toContain('HYT-2026-002')
  type Rows = { rows: { id: string; requestNo: string }[] }
  const { rows }: Rows = await run('delegations.listRequests', {}, { as: ['DC'] })
  const row = rows.find((one) => one.requestNo === requestNo)
  expect(row).toMatchObject({ origin: 'portal', requestingBody: 'Bashkia Tiranë', receivedOn: '2026-12-15' })
  await run('delegations.decideRequest', {
    ...{ id: row?.id, rowVersion: 1, decision: 'DECLINED', reason: 'Takvim dolu.', redirectedTo: null },
    ...{ ebysNo: null, ebysDate: null },
  })
  const mine = await run('delegations.myVisitRequests', undefined, { connection })
  expect(mine).toMatchObject({ requests: [{ requestNo, state: 'DECLINED', decidedOn: '2026-12-15' }] })
  expect(JSON.stringify(mine)).not.toContain('Takvim dolu')
  const others = await run('delegations.myVisitRequests', undefined, { connection: visitor('another', 'PB') })
  expect(others).toMatchObject({ requests: [] })
  for (let at = 0; at < 5; at++) await ask()
  await expect(ask()).rejects.toMatchObject({ data: { rule: 'tooManyRequests' } })
})

/** A face before a blue wall, 120 by 160, that any program can draw. */
const portrait =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAGRFS1hLP2RYUVhxamR3lvqjloqKlv/b57X6////////////////////////////////////////////////////2wBDAWpxcZ' +
  'aDlv+jo///////////////////////////////////////////////////////////////////////////wAARCACgAHgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAA' +
  'AAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRk' +
  'dISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3' +
  '+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNO' +
  'El8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU' +
  '1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwBlFFFaEhRRRQAUlLRSASilpKACiiikAUUUUgCiiigAooopALRRRWgBRRRQAUUUUhhRQAT0FLtb0NIBKK' +
  'CCOoNFACUUtFIBKKWkoAKKKKQDqKKK0ASilpVXcfakAKpb6VIEA96cBgYFFQ3cqwUUUVIwppQHtTqKAIWQr7im1YqF028jpVJk2G0UUUAFFFFAC0UUVoAVMowMVGgywqWo' +
  'kxoKKKKgYUUUUAFFFFABSEZGDS0UAQEYOKSnyD5s+tMqiQooooAWilpK0AfH96pKjj+9UlZy3GFFFFSMKKKKACiiigAooooAjl7VHUkvamUxCUUtFAC0UUVoAKcEGpqhqR' +
  'DkY9KmSAdRRRUDCiiigAooooAKKKazbR70AMc5am0UVQgooopALRRRWgBQOKKKAJFbP1p1Q04OR15qGhklFN3ijcvrSsA6im7xTS57UWAezACoiSTk0UUwEooooAKKKKQC' +
  '0UtFaAJRS0lIAooooAKKKKQBRRRQAUUUUgCiiikMSilooAWiiitACiiikAUUUUAJRS0UgEooopAFFFFABRRRSAKKKKAFooorQAooopAFFFFIAooooGFFFFIApKWigBKKWi' +
  'kAlFFFID//2Q=='

test('a body without an account asks for a visit: it stands in the register once its address is confirmed, and not before', async () => {
  const { run, academy } = await openLinkOffice()
  const { store } = academy.academy.opened
  const connection = visitor('nobody')
  const { receivedOn: _receivedOn, topicId: _topicId, ...asked } = requestFields({ requestingBody: 'Grad Mostar' })
  const write = (email: string, more: object = {}) => {
    const input = { fields: { ...asked, email, ...more }, consent: true, noticeVersion: '2026-12', language: 'en' }
    return run('delegations.askForVisitByMail', input, { connection })
  }
  const linkTo = async (email: string): Promise<string> => {
    const mails = await store.read((db) => db.selectFrom('mail').selectAll().where('code', '=', 'SYS-04').execute())
    return JSON.parse(mails.findLast(({ recipient }) => recipient === email)?.data ?? '{}').token ?? 'none'
  }
  const confirm = (token: string): Promise<{ requestNo: string }> =>
    run('delegations.confirmVisit', { token }, { connection })
  const inRegister = async () => {
    const { rows }: { rows: { id: string; requestNo: string; requestingBody: string }[] } = await run(
      'delegations.listRequests',
      {},
      { as: ['DC'] },
    )
    return rows.filter(({ requestingBody }) => requestingBody === 'Grad Mostar')
  }
  await expect(write('ana@mostar.example', { preferredFrom: '2026-12-01' })).rejects.toMatchObject({
    data: { rule: 'visitPast' },
  })
  await write('Ana@Mostar.example')
  const token = await linkTo('ana@mostar.example')
  expect(await inRegister()).toEqual([])
  const kept = await store.read((db) => db.selectFrom('visitDraft').selectAll().execute())
  expect(JSON.stringify(kept)).not.toContain(token)
  expect(JSON.stringify(kept)).not.toContain('Grad Mostar')
  await expect(confirm('x'.repeat(43))).rejects.toMatchObject({ data: { rule: 'visitLinkOver' } })

  const { requestNo } = await confirm(token)
  expect(await confirm(token)).toEqual({ requestNo })
  const [row] = await inRegister()
  expect(row?.requestNo).toBe(requestNo)
  expect(await run('delegations.getRequest', { id: row?.id }, { as: ['DC'] })).toMatchObject({
    ...{ origin: 'portal', email: 'ana@mostar.example', receivedOn: '2026-12-15', state: 'REQUESTED' },
    details: { noticeVersion: '2026-12' },
  })
  const receipt = await store.read((db) =>
    db.selectFrom('mail').selectAll().where('dedupeKey', '=', `DEL-01:${requestNo}`).executeTakeFirst(),
  )
  expect(receipt).toMatchObject({ recipient: 'ana@mostar.example', language: 'en' })

  // What a coordinator corrects leaves the consent as it is.
  const { details } = requestFields()
  await run('delegations.changeRequest', { id: row?.id, rowVersion: 1, fields: { details } }, { as: ['DC'] })
  expect(await run('delegations.getRequest', { id: row?.id }, { as: ['DC'] })).toMatchObject({
    details: { noticeVersion: '2026-12' },
  })

  // One address, and one body behind several addresses, may ask so often a day and no more.
  const asks = async (email: string) => {
    await write(email)
    return confirm(await linkTo(email))
  }
  for (let at = 0; at < 2; at++) await asks('ana@mostar.example')
  for (let at = 0; at < 2; at++)
    await expect(asks('ana@mostar.example')).rejects.toMatchObject({ data: { rule: 'tooManyToday' } })
  await expect(write('ana@mostar.example')).rejects.toMatchObject({ data: { rule: 'tooManyVisitMails' } })
  for (let at = 0; at < 3; at++) await asks('ivo@mostar.example')
  await expect(asks('iva@mostar.example')).rejects.toMatchObject({ data: { rule: 'tooManyToday' } })
  await asks('somebody@gmail.com')

  academy.setNow('2026-12-18T07:00:00.000Z')
  await expect(confirm(await linkTo('iva@mostar.example'))).rejects.toMatchObject({ data: { rule: 'visitLinkOver' } })
  await store.write(({ db }) => forgetVisitDrafts(db, '2026-12-18T07:00:00.000Z'))
  expect(await store.read((db) => db.selectFrom('visitDraft').select('email').execute())).toEqual([])
})

/** A JPEG that says where it was taken, has a remark, and goes on behind its end. */
function photograph(side = 400): Buffer {
  const segment = (marker: number, ...body: readonly number[]) => [0xff, marker, 0, body.length + 2, ...body]
  const text = (words: string) => [...Buffer.from(words)]
  return Buffer.from([
    ...[0xff, 0xd8, ...segment(0xe0, ...text('JFIF')), ...segment(0xe1, ...text('Exif 41.01N 28.97E'))],
    ...[...segment(0xfe, ...text('remark')), ...segment(0xc0, 8, side >> 8, side & 255, side >> 8, side & 255, 1)],
    ...[...segment(0xda, 1, 1, 0, 0, 63, 0), 0x12, 0xff, 0x00, 0xff, 0xd0, 0x34, 0xff, 0xd9, ...text('behind')],
  ])
}

test('a participant’s photograph is kept without what it says of its making, seen by officers, and goes with her', async () => {
  const { run, academy, facts, make } = await openLinkOffice()
  const [participantId = ''] = facts.people
  const [id = ''] = await make([{ purpose: 'PARTICIPANT', participantId }])
  const connection = visitor(id, 'PA')
  const send = (photo: Buffer | null) =>
    run('delegations.setMyPhoto', { photo: photo === null ? null : photo.toString('base64') }, { connection })
  for (const unfit of [Buffer.from('GIF89a, no JPEG'), photograph(64), photograph(4000), photograph().subarray(0, -8)])
    await expect(send(unfit)).rejects.toMatchObject({ data: { rule: 'photoUnfit' } })
  expect(await send(photograph())).toEqual({ kept: true })
  expect(await run('delegations.myParticipation', undefined, { connection })).toMatchObject({ photo: true })
  const seen = async () => {
    const input = { delegationId: facts.delegationId }
    const { photos }: { photos: { name: string; photo: string }[] } = await run('delegations.participantPhotos', input)
    return photos.map(({ name, photo }) => [name, Buffer.from(photo, 'base64').toString('latin1')])
  }
  const pictures = async (): Promise<number> => {
    const wanted = { delegationId: facts.delegationId, paper: 'badges', language: 'en' }
    const file: File = await run('delegations.print', wanted)
    return [
      ...Buffer.from(await file.arrayBuffer())
        .toString('latin1')
        .matchAll(/\/Filter \/DCTDecode/g),
    ].length
  }
  expect(await pictures()).toBe(0)
  await send(Buffer.from(portrait, 'base64'))
  expect(await pictures()).toBe(1)
  await send(photograph())
  const [[name, bytes = ''] = []] = await seen()
  expect(name).toBe('Akinyi OTIENO')
  for (const word of ['Exif', '28.97', 'remark', 'behind']) expect(bytes).not.toContain(word)
  expect(bytes.slice(-2)).toBe('\xff\xd9')
  expect(bytes).toContain('JFIF')
  const { store } = academy.academy.opened
  const log = await store.read((db) => db.selectFrom('commandLog').select('input').execute())
  expect(JSON.stringify(log)).not.toContain(photograph().toString('base64').slice(0, 40))
  await send(null)
  expect(await seen()).toEqual([])
  await send(Buffer.from(portrait, 'base64'))
  const kept = async () =>
    (await store.read((db) => db.selectFrom('participantPhoto').select('photoSealed').execute())).filter(
      ({ photoSealed }) => photoSealed !== null,
    )
  const [another = ''] = await make([{ purpose: 'PARTICIPANT', participantId: facts.people[1] }])
  const photo = photograph().toString('base64')
  await run('delegations.setMyPhoto', { photo }, { connection: visitor(another, 'PA') })
  expect(await kept()).toHaveLength(2)
  // What says that it is a JPEG and cannot be drawn stops nobody's badge.
  expect(await pictures()).toBe(1)
  await run('delegations.removeParticipants', { delegationId: facts.delegationId, ids: [participantId] })
  expect(await kept()).toHaveLength(1)
  academy.setNow('2027-03-03T06:00:00.000Z')
  await run('delegations.purge', { language: 'tr' })
  expect(await kept()).toEqual([])
})

test('what a participant is typing is kept until she sends it, for her link alone, without what is sensitive', async () => {
  const { run, academy, facts, make } = await openLinkOffice()
  const [participantId = '', other = ''] = facts.people
  const [id = '', another = ''] = await make([
    { purpose: 'PARTICIPANT', participantId },
    { purpose: 'PARTICIPANT', participantId: other },
  ])
  const connection = visitor(id, 'PA')
  const typed = {
    texts: { givenNames: 'Aki', expectations: 'kompost' },
    visaNeeded: true,
    hotelNeeded: false,
    mediaConsent: false,
  }
  const save = (version: number, more: object = {}) =>
    run('delegations.saveMyParticipation', { version, typed: { ...typed, ...more } }, { connection })
  expect(await save(0)).toMatchObject({ version: 1 })
  await expect(save(0)).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(save(1, { secrets: { passportNo: 'AK0123456' } })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect(await save(1, { visaNeeded: false })).toMatchObject({ version: 2 })
  const formOf = async (link: string) =>
    (await run('delegations.myParticipation', undefined, { connection: visitor(link, 'PA') })) as {
      rowVersion: number
      noticeVersion: string
      fields: { givenNames: string }
      draft: object | null
    }
  const form = await formOf(id)
  expect(form).toMatchObject({ fields: { givenNames: 'Akinyi' }, draft: { version: 2, typed: { visaNeeded: false } } })
  expect(await formOf(another)).toMatchObject({ draft: null })
  const { store } = academy.academy.opened
  const drafts = () => store.read((db) => db.selectFrom('linkDraft').selectAll().execute())
  const log = await store.read((db) => db.selectFrom('commandLog').select('input').execute())
  expect(JSON.stringify([await drafts(), log])).not.toContain('kompost')
  const input = { rowVersion: form.rowVersion, fields: { ...form.fields, email: 'a@example.org' }, texts: {} }
  await run('delegations.sendMyParticipation', { ...input, consent: form.noticeVersion }, { connection })
  expect(await formOf(id)).toMatchObject({ draft: null })
  await save(0)
  await run('links.revokeLinks', { ids: [id] }, { as: ['DC'] })
  expect(await drafts()).toEqual([])
})

test('a programme made for one body is seen on the portal by its people once it is approved, and by nobody else', async () => {
  const { run, academy, facts, make } = await openLinkOffice()
  const { store } = academy.academy.opened
  const account = (id: string, email: string, more: Partial<PortalUserTable> = {}) =>
    store.write(({ db }) => addPortalUser(db, { ...bodyAccount, id, email, ...more }))
  await account('colleague', 'besa@tirana.example')
  await account('guest', 'someone@mail.example')
  await account('namesake', 'besa@not-tirana.example')
  await account('unproved', 'other@tirana.example', { emailVerified: 0 })
  await account('citizen', 'citizen@tirana.example', { audience: 'CITIZEN' })
  const { delegationId } = facts
  const show = (addresses: readonly string[], as: 'DC' | 'TM' = 'DC') =>
    run('delegations.showProgrammeTo', { delegationId, addresses }, { as: [as] })
  await expect(show(['gmail.com'])).rejects.toMatchObject({ data: { rule: 'openDomain' } })
  await expect(show(['not an address'])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(show(['tirana.example'], 'TM')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  expect(await show(['@Tirana.example', 'someone@mail.example'])).toEqual({ added: 2, removed: 0 })
  const seenBy = async (id: string) => {
    const connection = visitor(id, 'PB')
    return (await run('delegations.myProgrammes', undefined, { connection })) as { programmes: { slots: object[] }[] }
  }
  const becomes = (state: 'APPROVED' | 'CANCELLED') =>
    store.write(({ db }) => db.updateTable('delegation').set({ state }).where('id', '=', delegationId).execute())
  expect(await seenBy('colleague')).toEqual({ programmes: [] })
  await becomes('APPROVED')
  for (const id of ['colleague', 'guest']) {
    const page = await seenBy(id)
    expect(page.programmes).toMatchObject([{ titleEn: 'Environmental Management Training', calledOff: false }])
    expect(page.programmes[0]?.slots).toHaveLength(3)
    for (const inside of [hostOf, 'Ayşe Işık', '0212 000 00 00', 'Note', 'vehicle'])
      expect(JSON.stringify(page)).not.toContain(inside)
  }
  for (const id of ['namesake', 'unproved', 'citizen', 'nobody'])
    expect([id, await seenBy(id)]).toEqual([id, { programmes: [] }])
  expect(await show(['someone@mail.example'])).toEqual({ added: 0, removed: 1 })
  expect(await seenBy('colleague')).toEqual({ programmes: [] })
  const addresses = () => store.read((db) => db.selectFrom('programmeViewer').select('address').execute())
  expect(await addresses()).toContainEqual({ address: 'someone@mail.example' })
  expect(await addresses()).not.toContainEqual({ address: 'tirana.example' })
  await becomes('CANCELLED')
  expect(await seenBy('guest')).toMatchObject({ programmes: [{ calledOff: true, slots: [] }] })

  // Two years after the visit, and not a day before, nobody's address is left; mails go after one.
  await becomes('APPROVED')
  await show(['tirana.example'])
  await make([{ purpose: 'PARTICIPANT', participantId: facts.people[0] }])
  const to = { audience: 'PUBLIC_BODY', email: 'someone@mail.example', language: 'en' } as const
  await store.write(async ({ db }) => {
    await queueMail(db, { id: 'letter', code: 'DEL-01', to, data: {}, dedupeKey: 'letter' }, now)
    await markSent(db, 'letter', now)
  })
  const left = async () => {
    const links = await store.read((db) => db.selectFrom('personalLink').select('holderEmail').execute())
    const mails = await store.read((db) => db.selectFrom('mail').select('recipient').execute())
    const known = (await addresses()).filter(({ address }) => address !== '')
    return [known.length, links.filter(({ holderEmail }) => holderEmail !== null).length, mails.length]
  }
  for (const [day, expected] of [
    ['2027-12-14', [1, 1, 1]],
    ['2028-12-16', [1, 1, 0]],
    ['2029-03-01', [0, 0, 0]],
  ] as const) {
    academy.setNow(`${day}T07:00:00.000Z`)
    await run('delegations.forgetAddresses')
    expect(await left(), day).toEqual(expected)
  }
  expect(await run('delegations.forgetAddresses')).toEqual({ erased: 0 })
})

const bodyAccount: PortalUserTable = {
  ...{ id: 'account-of-a-body', name: 'Tirana', email: 'proved@tirana.example', audience: 'PUBLIC_BODY' },
  ...{ emailVerified: 1, twoFactorEnabled: 0, image: null, createdAt: now, updatedAt: now, personId: null },
  ...{ institution: 'Bashkia Tiranë', language: 'en', state: 'ACTIVE', duties: '[]', lastSignInAt: null },
  ...{ noticeVersion: null, noticeAt: null },
}

test('a participant’s mail speaks the language she chose, Arabic from right to left; every other mail has Turkish and English', () => {
  const fields = { name: 'Akinyi', title: 'Waste', until: '24.01.2027', token: 'abc', count: 2, changes: 'x' }
  const of = (code: string, language: MailLanguage) => compose(code, language, fields, 'https://p')
  const arabic = of('DEL-06', 'ar')
  expect(arabic.html).toContain('<div lang="ar" dir="rtl"')
  expect(arabic.text).toMatch(/[\u0600-\u06ff]/)
  expect(arabic.text).toContain('https://p/k#abc')
  const french = of('DEL-06', 'fr')
  expect(french.html).toContain('<div lang="fr" dir="ltr"')
  expect(french.subject).toContain('votre formulaire')
  for (const code of ['DEL-03', 'DEL-04', 'DEL-05']) {
    expect(of(code, 'ar')).toEqual(of(code, 'en'))
    expect(of(code, 'tr').subject).not.toBe(of(code, 'en').subject)
  }
})
