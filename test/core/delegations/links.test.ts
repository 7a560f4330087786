import { expect, test } from 'vitest'
import { tokenHash } from '../../../src-core/links/index.ts'
import { visitor } from '../academy.ts'
import { hostOf, now, openLinkOffice } from './link-office.ts'

test('a link lets its holder in for its one purpose, until its day is over or it is taken back', async () => {
  const { academy, run, facts, make, tokens, caller, listed } = await openLinkOffice()
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
  const { academy, facts, make, tokens } = await openLinkOffice()
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
  const { run, facts, make } = await openLinkOffice()
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
  const { facts, make, listed } = await openLinkOffice()
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
  const { run, facts, make, listed } = await openLinkOffice()
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
  const { academy, run, facts, make, listed } = await openLinkOffice()
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
