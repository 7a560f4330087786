import { expect, test } from 'vitest'
import { contract } from '../../src-core/contract.ts'
import { metaOf, operationsOf } from '../../src-core/database/dispatcher.ts'
import { isOperationError } from '../../src-core/kernel/errors.ts'
import { queueMail } from '../../src-core/notices/index.ts'
import { mayReceive } from '../../src-core/notices/mail.rules.ts'
import { createSampleStore } from '../../src-main/service/sample.ts'
import { visitor } from '../core/academy.ts'
import { openTestPortal } from './open-portal.ts'

const operations = operationsOf(
  Object.fromEntries(Object.entries(contract).map(([name, one]) => [name, { contract: one }])),
)

test('what was not made for the portal does not exist there, over the socket or behind it', async () => {
  const { portal, newBrowser } = await openTestPortal()
  const browser = newBrowser()
  const hidden = [...operations].filter(([, procedure]) => !metaOf(procedure).portal).map(([name]) => name)
  expect(hidden.length).toBeGreaterThan(150)
  const anybody = visitor('someone', 'ST', 'UM', 'UC', 'TR', 'PB', 'CI')
  for (const name of hidden) {
    const refused = await portal.dispatcher.run(name, {}, anybody).catch((error: unknown) => error)
    expect(isOperationError(refused) && refused.code, name).toBe('NOT_FOUND')
  }
  for (const name of ['access.setUp', 'access.signIn', 'needs.listCycles', 'access.constructor', '__proto__.toString'])
    expect((await browser.post(`/api/${name.replace('.', '/')}`)).status, name).toBe(404)
  for (const path of ['sign-up/email', 'reset-password', 'update-user', 'delete-user', 'get-session'])
    expect((await browser.post(`/api/auth/${path}`)).status, path).toBe(404)
})

test('another site’s page, another kind of body and too much of it change nothing', async () => {
  const { newBrowser } = await openTestPortal()
  const browser = newBrowser()
  const elsewhere = { origin: 'https://elsewhere.example' }
  expect((await browser.post('/api/access/portalSelf', {}, elsewhere)).status).toBe(403)
  expect((await browser.post('/api/access/portalSelf', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await browser.post('/api/access/portalSelf', {}, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await browser.post('/api/access/portalSelf', { more: 'x'.repeat(300_000) })).status).toBe(413)
  const { headers } = await browser.get('/')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect((await browser.get('/assets/page-1a2b.js')).headers.get('cache-control')).toContain('immutable')
  expect((await browser.get('/..%2f..%2fstore%2fakademi.db')).status).toBe(404)
})

test('guessing a password is slowed down for the address and for the account', async () => {
  const { newBrowser } = await openTestPortal()
  const browser = newBrowser()
  const tries = []
  for (let at = 0; at < 11; at++)
    tries.push((await browser.post('/api/auth/sign-in/email', { email: 'a@example.org', password: 'x' })).status)
  expect(tries.slice(0, 10).every((status) => status === 401)).toBe(true)
  expect(tries[10]).toBe(429)
  // Colleagues who come in at once from the same address do not stop one another.
  const emails = Array.from({ length: 31 }, (_, at) => `b${at}@example.org`)
  const colleagues = emails.map(async (email) => [
    (await browser.post('/api/auth/sign-in/email', { email, password: 'x' })).status,
    (await browser.post('/api/accounts/link', { email })).status,
  ])
  expect(new Set((await Promise.all(colleagues)).map(String))).toEqual(new Set(['401,200']))
})

test('process mails go to staff only: the rule says so, and the database refuses what would go around it', async () => {
  const { portal } = await openTestPortal()
  const { store } = portal.opened
  const to = { audience: 'CITIZEN', email: 'deniz@example.org', language: 'tr' } as const
  for (const code of ['TNA-03', 'PLN-01', 'ENR-02', 'SES-01', 'EVL-01', 'CRT-01', 'ELR-01', 'PRG-01'])
    expect([mayReceive(code, 'CITIZEN'), mayReceive(code, 'PUBLIC_BODY'), mayReceive(code, 'STAFF')]).toEqual([
      false,
      false,
      true,
    ])
  const mail = { id: '1', code: 'TNA-03', to, data: {}, dedupeKey: 'one' } as const
  expect(await store.write(({ db }) => queueMail(db, mail, '2026-12-15T07:00:00.000Z'))).toBe(false)
  const forced = store.write(async ({ db }) => {
    await queueMail(db, { ...mail, code: 'SYS-01' }, '2026-12-15T07:00:00.000Z')
    await db.updateTable('mail').set({ kind: 'process' }).execute()
  })
  await expect(forced).rejects.toThrow(/check/i)
  expect(await store.read((db) => db.selectFrom('mail').selectAll().execute())).toEqual([])
})

test('a certificate shows what is on the paper, the name only with the surname, and stops who guesses', async () => {
  const { mkdtemp } = await import('node:fs/promises')
  const { tmpdir } = await import('node:os')
  const { join } = await import('node:path')
  const folder = await mkdtemp(join(tmpdir(), 'akademi-portal-sample-'))
  process.env.AKADEMI_KEYS = join(folder, 'keys')
  await createSampleStore(folder, { today: '2026-12-15', staff: 200, needLines: 500 })
  const site = await openTestPortal({ place: { kind: 'sqlite', folder }, keys: join(folder, 'keys') })
  const { portal, newBrowser } = site
  const browser = newBrowser()
  const row = await portal.opened.store.read((db) =>
    db.selectFrom('certificate').selectAll().where('endedAt', 'is', null).orderBy('id').executeTakeFirstOrThrow(),
  )
  const surname = row.name.split(' ').at(-1) ?? ''
  const ask = (text: string, more = {}) => browser.call('certificates.checkPublicly', { text, ...more })
  const seen = await ask(row.code)
  expect(seen).toMatchObject({ verdict: 'genuine', certificate: { standing: 'valid', full: false } })
  expect(JSON.stringify(seen)).not.toContain(surname)
  expect(await ask(row.code, { surname })).toMatchObject({ certificate: { holder: row.name, full: true } })
  expect(await ask(row.serial)).toEqual({ verdict: 'needsSurname', certificate: null })
  expect(await ask(row.serial, { surname: 'Başka' })).toEqual({ verdict: 'unknown', certificate: null })
  expect(await ask(row.serial, { surname: surname.toLocaleLowerCase('tr') })).toMatchObject({ verdict: 'genuine' })
  const page = await browser.get(`/d/${row.code}`)
  expect(page.headers.get('x-robots-tag')).toContain('noindex')
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  const checks = await portal.opened.store.read((db) => db.selectFrom('certificateCheck').selectAll().execute())
  expect(checks).toEqual([{ certificateId: row.id, day: '2026-12-15', checks: 3 }])

  // A whole house looks from one address; whoever guesses there is stopped, and who is signed in is counted by herself.
  await portal.accounts.invite('ece@belediye.example', 'Ece Kaya')
  const staff = await site.enter('ece@belediye.example')
  for (let at = 0; at < 20; at++) await ask(row.code)
  for (let at = 0; at < 9; at++) await ask('nothing of ours')
  const over = await browser.post('/api/certificates/checkPublicly', { text: row.code })
  expect([over.status, over.headers.has('retry-after')]).toEqual([429, true])
  const look = { text: row.code, surname: 'Başka' }
  for (let at = 0; at < 10; at++) await staff.call('certificates.checkPublicly', look)
  expect((await staff.post('/api/certificates/checkPublicly', look)).status).toBe(429)
})
