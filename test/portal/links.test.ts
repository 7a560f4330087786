import { expect, test } from 'vitest'
import type { Connection } from '../../src-core/kernel/context.ts'
import { startMailClock } from '../../src-portal/server/mail-clock.ts'
import { itemFields, openFile } from '../core/delegations/delegation-office.ts'
import { openTestPortal } from './open-portal.ts'

const program: Connection = {
  ...{ source: 'service', session: null, locked: false },
  actor: { id: 'program', name: 'Akademi', roles: 'all' },
}

const host = 'Çevre Koruma Dairesi'

test('a host answers over HTTP through a link that was mailed, and is told what moves; every link that does not open is refused alike, and tries are counted', async () => {
  const { portal, newBrowser, setNow } = await openTestPortal()
  const { store } = portal.opened
  const run = (operation: string, input?: unknown): Promise<never> =>
    portal.dispatcher.run(operation, input, program) as Promise<never>
  const { id: delegationId } = await openFile({ run })
  const slot = (more: Parameters<typeof itemFields>[0] = {}) => itemFields({ hostState: 'ASKED', ...more })
  const edit = async (put: readonly object[], remove: readonly string[] = []) =>
    ((await run('delegations.editProgramme', { delegationId, put, remove })) as { ids: string[] }).ids
  const [item = ''] = await edit([{ ...slot(), id: null }])
  const make = async (): Promise<{ id: string; token: string }> => {
    const { tokens }: { tokens: string[] } = await run('links.drawTokens', { count: 1 })
    const { ids }: { ids: string[] } = await run('links.makeLinks', {
      links: [
        {
          ...{ subject: { purpose: 'HOST', delegationId, host }, holderName: 'Ayşe Işık', language: 'tr' },
          ...{ holderEmail: 'ayse.isik@istac.example', tokenSealed: tokens[0] },
        },
      ],
      ...{ expiresOn: '2027-01-24', mail: true },
    })
    const { links }: { links: { path: string }[] } = await run('links.showLinks', { ids })
    return { id: ids[0] ?? '', token: links[0]?.path.slice('/k#'.length) ?? '' }
  }
  const replaced = await make()
  const { id, token } = await make()
  const mails = await store.read((db) => db.selectFrom('mail').selectAll().execute())
  expect(mails.map(({ dedupeKey }) => dedupeKey)).toEqual([`DEL-03:${id}`])
  expect(JSON.stringify(mails)).not.toContain(token)
  let now = '2026-12-15T07:00:00.000Z'
  const sent: { readonly subject: string; readonly text: string; readonly to: string }[] = []
  const clock = startMailClock({
    ...{ store, address: portal.address, everyMs: 0, clock: () => new Date(now) },
    seal: { open: (sealed) => (sealed.startsWith('1.') ? token : 'not sealed') },
    post: { send: async (letter) => void sent.push(letter), close: () => undefined },
    onProblem: (error) => expect(error).toBeUndefined(),
  })
  await clock.sendDue()
  expect(sent).toMatchObject([{ to: 'ayse.isik@istac.example' }])
  expect(sent[0]?.text).toContain(`${portal.address}/k#${token}`)

  // Two days without an answer; then hours that move, told in one letter a while later, and not again what did not move.
  const remind = () => run('delegations.remindHosts')
  expect(await remind()).toEqual({ reminded: 0 })
  const hostStates = async () => {
    const { items }: { items: { hostState: string }[] } = await run('delegations.programme', { delegationId })
    return items.map(({ hostState }) => hostState)
  }
  expect(await hostStates()).toEqual(['ASKED'])
  setNow('2026-12-17T07:00:00.000Z')
  expect([await remind(), await remind()]).toEqual([{ reminded: 1 }, { reminded: 0 }])
  expect(await hostStates()).toEqual(['SILENT'])
  const [second = ''] = await edit([{ ...slot({ startMinute: 660, endMinute: 750, titleTr: 'Kompost' }), id: null }])
  await edit([{ ...slot({ startMinute: 600, endMinute: 690 }), id: item }])
  await edit([{ ...slot({ date: '2027-01-26' }), id: item }], [second])
  await edit([{ ...slot({ date: '2027-01-26', titleEn: 'Waste' }), id: item }])
  const [third = ''] = await edit([{ ...slot({ startMinute: 840, endMinute: 930, titleTr: 'Gezi' }), id: null }])
  await remind()
  // Neither what moved nor what was put in since has been left for two days.
  expect(await hostStates()).toEqual(['ASKED', 'ASKED'])
  await edit([], [third])
  await edit([{ ...slot({ startMinute: 840, endMinute: 930, titleTr: 'Gezi' }), id: third }])
  now = '2026-12-17T07:14:00.000Z'
  await clock.sendDue()
  now = '2026-12-17T07:16:00.000Z'
  await clock.sendDue()
  await clock.stop()
  expect(sent.slice(1).map(({ subject }) => subject)).toEqual([
    'Hatırlatma – Çevre Yönetimi Eğitimi: 1 saat için yanıtınız bekleniyor',
    'Çevre Yönetimi Eğitimi: ev sahibi olduğunuz saatler değişti',
  ])
  expect(sent[2]?.text).toContain(
    '“Atık yönetimi” 26.01.2027 09:00–10:30; “Kompost” artık sizden beklenmiyor; “Gezi” 25.01.2027 14:00–15:30.',
  )
  expect(sent[2]?.text).toContain(`${portal.address}/k#${token}`)
  await edit([{ ...slot(), id: item }])
  const waiting = () => store.read((db) => db.selectFrom('mail').select('code').where('state', '=', 'QUEUED').execute())
  expect(await waiting()).toEqual([{ code: 'DEL-05' }])

  const browser = newBrowser()
  const page = await browser.get('/k')
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.get('x-robots-tag')).toContain('noindex')
  expect(page.headers.get('cache-control')).toBe('no-store')
  const through = (operation: string, input: unknown = {}, by = token) =>
    browser.post(`/api/${operation.replace('.', '/')}`, input, { 'x-personal-link': by })
  const opened = await through('links.openedLink')
  expect(opened.body).toMatchObject({ purpose: 'HOST', holderName: 'Ayşe Işık', language: 'tr' })
  expect(opened.headers.get('cache-control')).toBe('no-store')
  const { slots } = (await through('delegations.mySlots')).body as { slots: { id: string }[] }
  const answered = await through('delegations.answerMySlot', {
    ...{ id: slots[0]?.id, answer: 'ACCEPTED', hostPerson: 'Can Öz', note: null, proposed: null },
    seen: { date: '2027-01-25', startMinute: 540, endMinute: 630 },
  })
  expect(answered.status).toBe(200)
  const programme: { items: unknown[] } = await run('delegations.programme', { delegationId })
  expect(programme.items[0]).toMatchObject({ hostState: 'ACCEPTED', hostPerson: 'Can Öz' })
  const [entry] = await store.read((db) =>
    db.selectFrom('commandLog').selectAll().where('operation', '=', 'delegations.answerMySlot').execute(),
  )
  expect(entry).toMatchObject({ actorId: id, actorName: 'Ayşe Işık', outcome: 'done' })
  expect(JSON.stringify(entry)).not.toContain(token)

  expect((await through('needs.myNeeds')).body).toMatchObject({ code: 'NOT_ALLOWED' })
  expect((await through('access.myData')).body).toMatchObject({ code: 'NOT_SIGNED_IN' })
  const refusals = [
    await through('links.openedLink', {}, 'never-was'),
    await through('links.openedLink', {}, replaced.token),
  ]
  // What waits for a link goes with it.
  const { id: last } = await make()
  await edit([{ ...slot({ startMinute: 480 }), id: item }])
  await run('links.revokeLinks', { ids: [last] })
  expect(await waiting()).toEqual([])
  setNow('2027-01-25T07:00:00.000Z')
  refusals.push(await through('links.openedLink'))
  expect(refusals.map(({ status, body }) => ({ status, body }))).toEqual(
    Array.from({ length: 3 }, () => ({ status: 401, body: { code: 'NOT_SIGNED_IN', data: {} } })),
  )
  setNow('2026-12-18T07:00:00.000Z')
  const guesses = Array.from({ length: 61 }, (_, at) => through('links.openedLink', {}, `guess-${at}`))
  const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort()
  expect([statuses[0], statuses.at(-1)]).toEqual([401, 429])
  // Whoever has a link behind the same address goes on.
  const { token: good } = await make()
  expect((await through('links.openedLink', {}, good)).status).toBe(200)
})
