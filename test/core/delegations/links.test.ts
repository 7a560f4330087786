import { expect, test } from 'vitest'
import { addPortalUser, recogniseAtPortal } from '../../../src-core/access/index.ts'
import type { PortalUserTable } from '../../../src-core/database/schema.ts'
import { tokenHash } from '../../../src-core/links/index.ts'
import type { PersonalLink } from '../../../src-core/links/link.ts'
import { compose } from '../../../src-core/notices/index.ts'
import type { MailLanguage } from '../../../src-core/notices/mail.rules.ts'
import { openPreparedAcademy, type TestAcademy, visitor } from '../academy.ts'
import { itemFields, openFile, participantFields, requestFields } from './delegation-office.ts'

const hostOf = 'Çevre Koruma Dairesi'

/** A visit with two hours of one host, one of another, and two people. */
async function prepare(academy: TestAcademy) {
  const { run } = academy
  const { id: delegationId } = await openFile(academy)
  const put = [
    itemFields({ hostState: 'ASKED' }),
    itemFields({ hostState: 'ASKED', startMinute: 660, endMinute: 750, titleEn: 'Composting' }),
    itemFields({ hostState: 'ASKED', startMinute: 840, endMinute: 930, hostUnit: 'İSTAÇ' }),
  ]
  const { ids: items }: { ids: string[] } = await run('delegations.editProgramme', {
    delegationId,
    put: put.map((fields) => ({ ...fields, id: null })),
    remove: [],
  })
  const guest = (name: string) => ({
    fields: participantFields(name, 'OTIENO', { state: 'INVITED', consentVersion: null, consentOn: null }),
    sealed: {},
  })
  const { ids: people }: { ids: string[] } = await run('delegations.addParticipants', {
    delegationId,
    participants: [guest('Akinyi'), guest('Brian')],
  })
  return { delegationId, items, people }
}

type Facts = Awaited<ReturnType<typeof prepare>>

async function openOffice() {
  const academy = await openPreparedAcademy(prepare)
  const { run, facts } = academy
  const draw = async (count: number) => {
    const { tokens }: { tokens: string[] } = await run('links.drawTokens', { count }, { as: ['DC'] })
    return tokens
  }
  const make = async (
    subjects: readonly unknown[],
    more: Readonly<Record<string, unknown>> = {},
    as: 'DC' | 'TO' = 'DC',
  ) => {
    const tokens = await draw(subjects.length)
    const links = subjects.map((subject, at) => ({
      ...{ subject, holderName: `Holder ${at}`, holderEmail: `h${at}@example.org`, language: 'tr' },
      tokenSealed: tokens[at],
    }))
    const { ids }: { ids: string[] } = await run(
      'links.makeLinks',
      { links, expiresOn: '2027-01-24', mail: false, ...more },
      { as: [as] },
    )
    return ids
  }
  const tokens = async (ids: readonly string[]) => {
    const { links }: { links: { id: string; path: string }[] } = await run('links.showLinks', { ids }, { as: ['DC'] })
    return ids.map((id) => links.find((one) => one.id === id)?.path.slice('/k#'.length))
  }
  const caller = (token: string, now: string) =>
    academy.academy.opened.store.read((db) =>
      recogniseAtPortal(
        db,
        { source: 'portal', actor: null, session: null, locked: false, link: tokenHash(token) },
        now,
      ),
    )
  const listed = async (of: Facts) => {
    const input = { delegationId: of.delegationId, trainerId: null }
    return ((await run('links.listLinks', input, { as: ['DC'] })) as { links: PersonalLink[] }).links
  }
  return { academy, run, facts, make, tokens, caller, listed }
}

const now = '2026-12-15T07:00:00.000Z'

test('a link lets its holder in for its one purpose, until its day is over or it is taken back', async () => {
  const { academy, run, facts, make, tokens, caller, listed } = await openOffice()
  const [id = ''] = await make([{ purpose: 'HOST', delegationId: facts.delegationId, host: hostOf }])
  const [token = ''] = await tokens([id])
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(await caller(token, now)).toMatchObject({ actor: { id, name: 'Holder 0', roles: ['HO'] } })
  expect((await caller(token, '2027-01-24T20:59:59.000Z')).actor).not.toBeNull()
  expect((await caller(token, '2027-01-24T21:00:00.000Z')).actor).toBeNull()
  expect((await caller(`${token}x`, now)).actor).toBeNull()
  for (const other of ['delegations.myParticipation', 'needs.myNeeds', 'access.myData'])
    await expect(run(other, undefined, { connection: visitor(id, 'HO') })).rejects.toMatchObject({
      code: expect.stringMatching(/NOT_ALLOWED|NOT_SIGNED_IN/),
    })
  await run('links.revokeLinks', { ids: [id] }, { as: ['DC'] })
  expect((await caller(token, now)).actor).toBeNull()
  expect(await tokens([id])).toEqual([undefined])
  expect(await listed(facts)).toMatchObject([{ id, standing: 'REVOKED' }])
  const row = await academy.academy.opened.store.read((db) =>
    db.selectFrom('personalLink').selectAll().executeTakeFirstOrThrow(),
  )
  expect(row).toMatchObject({ tokenHash: tokenHash(token), tokenSealed: null })
})

test('a token stands in no table and no entry of the log, only what it was sealed as', async () => {
  const { academy, facts, make, tokens } = await openOffice()
  const [token = 'none'] = await tokens(
    await make([{ purpose: 'HOST', delegationId: facts.delegationId, host: hostOf }]),
  )
  const kept = await academy.academy.opened.store.read(async (db) => [
    await db.selectFrom('personalLink').selectAll().execute(),
    await db.selectFrom('commandLog').selectAll().execute(),
    await db.selectFrom('commandChange').selectAll().execute(),
    await db.selectFrom('mail').selectAll().execute(),
  ])
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('links are made by whoever keeps what they lead to, for what exists, to a day that comes', async () => {
  const { run, facts, make } = await openOffice()
  const host = { purpose: 'HOST', delegationId: facts.delegationId, host: hostOf }
  await expect(make([host], {}, 'TO')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  await expect(make([{ ...host, host: 'Başka Daire' }])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(make([host], { expiresOn: '2026-12-14' })).rejects.toMatchObject({ data: { rule: 'linkDay' } })
  await expect(make([host], { expiresOn: '2028-12-14' })).rejects.toMatchObject({ data: { rule: 'linkDay' } })
  const [id] = await make([host])
  await expect(run('links.revokeLinks', { ids: [id] }, { as: ['TO'] })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  await run('delegations.cancelDelegation', { id: facts.delegationId, rowVersion: 1, reason: 'Ertelendi.' })
  await expect(make([host])).rejects.toMatchObject({ data: { rule: 'linkSubjectOver' } })
})

test('a new link for the same thing takes the place of the old one and of no other', async () => {
  const { facts, make, listed } = await openOffice()
  const [first, other] = await make([
    { purpose: 'HOST', delegationId: facts.delegationId, host: hostOf },
    { purpose: 'HOST', delegationId: facts.delegationId, host: 'İSTAÇ' },
  ])
  const [second] = await make([{ purpose: 'HOST', delegationId: facts.delegationId, host: 'çevre koruma dairesi' }])
  const open = (await listed(facts)).filter(({ standing }) => standing === 'OPEN').map(({ id }) => id)
  expect(open.toSorted()).toEqual([other, second].toSorted())
  expect(open).not.toContain(first)
})

test('a host sees and answers the hours that name her, and no one else’s', async () => {
  const { run, facts, make, listed } = await openOffice()
  const [own = '', second = '', another = ''] = facts.items
  const [id = ''] = await make([{ purpose: 'HOST', delegationId: facts.delegationId, host: hostOf }])
  const connection = visitor(id, 'HO')
  const page: { slots: { id: string }[]; open: boolean } = await run('delegations.mySlots', undefined, { connection })
  expect(page).toMatchObject({ host: hostOf, persons: 2, open: true })
  expect(page.slots.map((slot) => slot.id).toSorted()).toEqual([own, second].toSorted())
  expect(JSON.stringify(page)).not.toContain('internalNote')
  const seen = { date: '2027-01-25', startMinute: 540, endMinute: 630 }
  const answer = (slot: string, more: Readonly<Record<string, unknown>>) =>
    run(
      'delegations.answerMySlot',
      { id: slot, seen, answer: 'ACCEPTED', hostPerson: null, note: null, proposed: null, ...more },
      { connection },
    )
  await expect(answer(another, { seen: { ...seen, startMinute: 840, endMinute: 930 } })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(answer(own, { seen: { ...seen, startMinute: 600 } })).rejects.toMatchObject({
    data: { rule: 'slotMoved' },
  })
  await expect(answer(own, { answer: 'ALTERNATIVE' })).rejects.toMatchObject({ data: { rule: 'proposalNeeded' } })
  const proposed = { date: '2027-02-10', startMinute: 630 }
  await expect(answer(own, { answer: 'ALTERNATIVE', proposed })).rejects.toMatchObject({
    data: { rule: 'proposalOutside' },
  })
  expect((await listed(facts))[0]).toMatchObject({ answeredAt: null })
  const { receiptNo }: { receiptNo: string } = await answer(own, {
    ...{ answer: 'ALTERNATIVE', proposed: { ...proposed, date: '2027-01-26' } },
    ...{ note: 'Tesis bakımda', hostPerson: 'Can Öz' },
  })
  expect(receiptNo).toMatch(/^BK-[0-9A-F]{8}$/)
  await answer(second, { seen: { ...seen, startMinute: 660, endMinute: 750 }, answer: 'DECLINED' })
  const { items }: { items: { id: string; hostState: string; hostPerson: string; details: unknown }[] } = await run(
    'delegations.programme',
    { delegationId: facts.delegationId },
  )
  const of = (slot: string) => items.find((item) => item.id === slot)
  expect(of(own)).toMatchObject({
    ...{ hostState: 'ALTERNATIVE', hostPerson: 'Can Öz' },
    details: { hostNote: '26.01.2027 10:30 · Tesis bakımda' },
  })
  expect(of(second)).toMatchObject({ hostState: 'DECLINED', hostPerson: 'Ayşe Işık' })
  expect(of(another)).toMatchObject({ hostState: 'ASKED' })
  expect((await listed(facts))[0]).toMatchObject({ answeredAt: now, standing: 'OPEN' })
})

test('a participant writes her own form: the passport’s spelling stays, what is sensitive is sealed, the coordinator’s fields are not hers', async () => {
  const { academy, run, facts, make, listed } = await openOffice()
  const [participantId = '', other = ''] = facts.people
  const [id = ''] = await make([{ purpose: 'PARTICIPANT', participantId }])
  const connection = visitor(id, 'PA')
  type Form = { fields: Record<string, unknown>; rowVersion: number; noticeVersion: string }
  const form: Form = await run('delegations.myParticipation', undefined, { connection })
  expect(form).toMatchObject({ fields: { givenNames: 'Akinyi' }, sealed: [], sent: null, open: true })
  const fields = { ...form.fields, surname: 'O’TIENO-Ñame', email: 'akinyi@nairobi.example', nameOnBadge: 'Akinyi' }
  const send = (more: Readonly<Record<string, unknown>> = {}) =>
    run(
      'delegations.sendMyParticipation',
      {
        ...{ rowVersion: form.rowVersion, fields, consent: form.noticeVersion },
        texts: { passportNo: 'AK0123456', mealCode: 'vegetarian' },
        ...more,
      },
      { connection },
    )
  await expect(send({ consent: '2020-1' })).rejects.toMatchObject({ data: { rule: 'noticeChanged' } })
  await expect(send({ fields: { ...fields, surname: 'أوتيينو' } })).rejects.toMatchObject({
    data: { rule: 'latinLetters' },
  })
  await expect(send({ fields: { ...fields, groupNo: 2 } })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const { receiptNo }: { receiptNo: string } = await send()
  const people: { participants: { id: string; state: string; surname: string }[] } = await run(
    'delegations.participants',
    { delegationId: facts.delegationId },
  )
  expect(people.participants.find((one) => one.id === participantId)).toMatchObject({
    ...{ state: 'REGISTERED', surname: 'O’TIENO-Ñame', consentVersion: form.noticeVersion, consentOn: '2026-12-15' },
    ...{ nameOnBadge: 'Akinyi', sealed: ['passportNo', 'mealCode'] },
  })
  expect(people.participants.find((one) => one.id === other)).toMatchObject({ state: 'INVITED', surname: 'OTIENO' })
  const shown = await run('delegations.showParticipant', { id: participantId }, { as: ['DC'] })
  expect(shown).toEqual({ texts: { passportNo: 'AK0123456', mealCode: 'vegetarian' } })
  const log = await academy.academy.opened.store.read((db) => db.selectFrom('commandLog').selectAll().execute())
  expect(JSON.stringify(log)).not.toContain('AK0123456')
  const after: Form = await run('delegations.myParticipation', undefined, { connection })
  expect(after).toMatchObject({ sealed: ['passportNo', 'mealCode'], sent: { receiptNo } })
  expect(JSON.stringify(after)).not.toContain('AK0123456')
  expect(await listed(facts)).toMatchObject([{ id, answeredAt: now }])
  await expect(send()).rejects.toMatchObject({ code: 'CONFLICT' })
  await run('delegations.removeParticipants', { delegationId: facts.delegationId, ids: [participantId] })
  await expect(run('delegations.myParticipation', undefined, { connection })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a public body asks for a visit on the portal; the register shows where it came from, and the body what became of it', async () => {
  const { run, academy } = await openOffice()
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
  const { run, academy, facts, make } = await openOffice()
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
  await send(photograph())
  const kept = async () =>
    (await store.read((db) => db.selectFrom('participantPhoto').select('photoSealed').execute())).filter(
      ({ photoSealed }) => photoSealed !== null,
    )
  const [another = ''] = await make([{ purpose: 'PARTICIPANT', participantId: facts.people[1] }])
  const photo = photograph().toString('base64')
  await run('delegations.setMyPhoto', { photo }, { connection: visitor(another, 'PA') })
  expect(await kept()).toHaveLength(2)
  await run('delegations.removeParticipants', { delegationId: facts.delegationId, ids: [participantId] })
  expect(await kept()).toHaveLength(1)
  academy.setNow('2027-03-03T06:00:00.000Z')
  await run('delegations.purge', { language: 'tr' })
  expect(await kept()).toEqual([])
})

test('what a participant is typing is kept until she sends it, for her link alone, without what is sensitive', async () => {
  const { run, academy, facts, make } = await openOffice()
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
  const { run, academy, facts } = await openOffice()
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
  await becomes('CANCELLED')
  expect(await seenBy('guest')).toMatchObject({ programmes: [{ calledOff: true, slots: [] }] })
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
