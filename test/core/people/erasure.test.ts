import { expect, test } from 'vitest'
import type { Outputs } from '../../../src-portal/pages/api.ts'
import { visitor } from '../academy.ts'
import { openCollectingOffice, refusal } from '../needs/collecting-office.ts'

test('a request waits for an officer, is answered with what is erased and what stays, and its owner is told', async () => {
  const office = await openCollectingOffice()
  const { isik, run } = office
  await run('people.changeStaff', {
    id: isik.id,
    rowVersion: isik.rowVersion,
    fields: { phone: '05321234567', position: 'Memur' },
  })
  await office.save(isik.id, [{ topicId: office.excel.id, note: 'Evden çalışıyorum' }])
  const as = { connection: visitor(isik.id, 'ST') }
  const mine = async () => ((await run('people.myErasure', undefined, as)) as Outputs['people']['myErasure']).erasure
  expect(await mine()).toBeNull()
  const { id } = (await run('people.askErasure', { wish: 'Telefonum' }, as)) as { id: string }
  expect(await refusal(run('people.askErasure', {}, as))).toBe('erasureWaits')
  expect(await mine()).toMatchObject({ state: 'ASKED', dueOn: '2027-01-14' })
  expect(await run('people.erasuresToday', undefined, { as: ['TO'] })).toEqual({
    count: 1,
    dueOn: '2027-01-14',
    days: 30,
  })
  const stranger = { connection: visitor(office.cagla.id, 'ST') }
  expect(await refusal(run('people.withdrawErasure', { rowVersion: 1 }, stranger))).toBe('NOT_FOUND')

  const answer = { id, rowVersion: 1, erase: ['phone', 'notes'], answer: 'Telefonunuz ve notlarınız silindi.' }
  expect(await refusal(run('people.answerErasure', answer, { as: ['AU'] }))).toBe('NOT_ALLOWED')
  await run('people.answerErasure', answer, { as: ['TO'] })
  expect(await refusal(run('people.answerErasure', { ...answer, rowVersion: 2 }, { as: ['TO'] }))).toBe(
    'erasureAnswered',
  )
  expect(await mine()).toMatchObject({ state: 'ANSWERED', erased: ['phone', 'notes'], answer: answer.answer })
  const { store } = office.academy.opened
  expect(
    await store.read((db) =>
      db.selectFrom('person').select(['phone', 'position', 'registryNo']).where('id', '=', isik.id).executeTakeFirst(),
    ),
  ).toEqual({ phone: null, position: 'Memur', registryNo: '000123' })
  expect(await store.read((db) => db.selectFrom('needLine').select(['note', 'topicId']).execute())).toEqual([
    { note: null, topicId: office.excel.id },
  ])
  const log = await store.read((db) =>
    db.selectFrom('commandLog').select('operation').where('operation', 'like', '%rasure').execute(),
  )
  expect(log.map(({ operation }) => operation)).toContain('people.answerErasure')

  office.setNow('2026-12-20T07:00:00.000Z')
  await run('people.askErasure', {}, as)
  await run('people.withdrawErasure', { rowVersion: 1 }, as)
  expect(await mine()).toMatchObject({ state: 'WITHDRAWN' })
  expect(await run('people.erasuresToday', undefined, { as: ['TO'] })).toMatchObject({ count: 0 })
})
