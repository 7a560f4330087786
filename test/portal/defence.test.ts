import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeVersion } from '../../src-core/access/portal-account.ts'
import { offered } from '../../src-portal/server/operations.ts'
import { quickPasswords } from '../core/quick-passwords.ts'
import { type Browser, openBrowser } from './browser.ts'
import { secondFactor } from './desks.ts'
import { posted } from './examples.ts'
import { goodPassword, openSharedPortal, openTestPortal, type TestPortal } from './open-portal.ts'
import { from } from './world.ts'

let site: TestPortal & { close(): Promise<void> }
const hashed: string[] = []
const log: string[] = []

beforeAll(async () => {
  const counted: typeof quickPasswords = {
    ...quickPasswords,
    hash: (...args) => {
      hashed.push('hash')
      return quickPasswords.hash(...args)
    },
    verify: (...args) => {
      hashed.push('verify')
      return quickPasswords.verify(...args)
    },
  }
  const logTo = { write: (line: string) => void log.push(line) }
  site = await openSharedPortal({ trustedProxies: '127.0.0.1', ports: { passwords: counted }, logLevel: 'info', logTo })
})
afterAll(() => site.close())

const citizen = (name: string) => ({
  ...{ name: 'Deniz Aydın', email: `${name}@example.org`, audience: 'CITIZEN', institution: null, language: 'tr' },
  noticeVersion,
})

async function enter(name: string): Promise<Browser> {
  await site.newBrowser().post('/api/accounts/register', citizen(name))
  return site.enter(`${name}@example.org`)
}

const cookieOf = (answer: { readonly headers: Headers }): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .find((cookie) => cookie.includes('session_token')) ?? ''

const selfWith = async (cookie: string): Promise<unknown> => {
  const { body } = await openBrowser(site.portal.address, { cookie }).post('/api/access/portalSelf')
  return (body as { self: unknown }).self
}

test('a session is new at each signing in, whatever cookie came with it, and ends where it is told to', async () => {
  await enter('deniz')
  const credentials = { email: 'deniz@example.org', password: goodPassword }
  const signIn = (cookie = '') =>
    openBrowser(site.portal.address, cookie ? { cookie } : {}).post('/api/auth/sign-in/email', credentials)
  const first = cookieOf(await signIn())
  const second = cookieOf(await signIn(first))
  const planted = cookieOf(await signIn('akademi.session_token=planted-by-somebody.signature'))
  expect(new Set([first, second, planted]).size).toBe(3)
  expect(planted).not.toContain('planted')
  const withCookie = (cookie: string) => openBrowser(site.portal.address, { cookie })
  expect(await selfWith(first.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')))).toBeNull()

  await withCookie(first).post('/api/auth/sign-out')
  expect([await selfWith(first), await selfWith(planted)]).toEqual([null, expect.anything()])
  await withCookie(planted).post('/api/auth/revoke-other-sessions')
  expect([await selfWith(second), await selfWith(planted)]).toEqual([null, expect.anything()])

  const third = cookieOf(await signIn())
  const changed = await withCookie(planted).post('/api/auth/change-password', {
    ...{ currentPassword: goodPassword, newPassword: `${goodPassword} 9`, revokeOtherSessions: true },
  })
  expect(changed.status).toBe(200)
  expect([await selfWith(third), await selfWith(planted)]).toEqual([null, null])
  expect(await selfWith(cookieOf(changed))).not.toBeNull()

  site.setNow('2026-12-15T07:30:00.000Z')
  await site.newBrowser().post('/api/accounts/link', { email: credentials.email })
  const token = await site.linkTo(credentials.email)
  await site.newBrowser().post('/api/accounts/password', { token, password: goodPassword })
  expect(await selfWith(cookieOf(changed))).toBeNull()
})

test('setting up the second factor gives a new session, and a locked account has none', async () => {
  const email = 'aylin@belediye.example'
  await site.portal.accounts.invite(email, 'Aylin Korkmaz')
  const browser = await site.enter(email)
  const sessions = () =>
    site.portal.opened.store.read((db) =>
      db
        .selectFrom('portalSession')
        .innerJoin('portalUser', 'portalUser.id', 'portalSession.userId')
        .select('portalSession.id')
        .where('email', '=', email)
        .execute(),
    )
  const before = await sessions()
  await secondFactor(browser)
  const after = await sessions()
  expect(after).toHaveLength(1)
  expect(after).not.toEqual(before)
  const guest = await enter('kilitli')
  const { accounts } = (await browser.call('access.portalAccounts', { search: 'kilitli' })) as {
    accounts: { id: string }[]
  }
  await browser.call('access.lockPortalAccount', { id: accounts[0]?.id, locked: true })
  expect(await guest.call('access.portalSelf')).toMatchObject({ self: null })
  const back = { email: 'kilitli@example.org', password: goodPassword }
  expect((await site.newBrowser().post('/api/auth/sign-in/email', back)).status).toBe(401)
})

test('known and unknown addresses get the same answer for the same work', async () => {
  await enter('bilinen')
  await site.newBrowser().post('/api/accounts/register', citizen('bekleyen'))
  const words = ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset']
  const answerOf = async (path: string, body: object) => {
    const answer = await openBrowser(site.portal.address, from(70)).post(path, body)
    const headers = [...answer.headers].filter(([name]) => !words.includes(name))
    return { status: answer.status, headers, body: answer.body as unknown }
  }
  const names = ['bilinen', 'bekleyen', 'bilinmeyen']
  for (const path of ['/api/accounts/register', '/api/accounts/activate', '/api/accounts/link']) {
    const asked = path.endsWith('register') ? citizen : (name: string) => ({ email: citizen(name).email })
    const more = path.endsWith('activate') ? { language: 'tr' } : {}
    const answers = await Promise.all(names.map((name) => answerOf(path, { ...asked(name), ...more })))
    expect(answers[0]?.status, path).toBe(200)
    for (const answer of answers) expect(answer, path).toEqual(answers[0])
  }
  const seen = []
  for (const name of [...names, 'hiç']) {
    hashed.length = 0
    const email = `${name === 'hiç' ? 'hic' : name}@example.org`
    seen.push([await answerOf('/api/auth/sign-in/email', { email, password: 'yanlış parola 1' }), hashed.length])
  }
  expect(seen[0]?.[0]).toMatchObject({ status: 401 })
  for (const one of seen) expect(one).toEqual([seen[0]?.[0], 1])
})

const elsewhere: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
]

test('no page of another site can post anything anywhere', async () => {
  const browser = await enter('sahip')
  const operations = Object.entries(offered).flatMap(([feature, own]) =>
    Object.keys(own).map((name) => `/api/${feature}/${name}`),
  )
  const paths = [...operations, ...Object.keys(posted(0)), '/api/auth/sign-out', '/sync/hello', '/']
  for (const path of paths)
    for (const headers of elsewhere) {
      const { status, body } = await browser.post(path, posted(0)[path] ?? {}, { ...from(71), ...headers })
      expect([status, body], `${path} ${JSON.stringify(headers)}`).toEqual([403, { code: 'OTHER_SITE', data: {} }])
    }
  expect(await browser.call('access.portalSelf')).toMatchObject({ self: { roles: ['CI'] } })
})

test('every kind of answer says what a browser may do with it', async () => {
  const { port } = site.portal
  const send = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init)
  const json = { 'content-type': 'application/json' }
  const asked: readonly (readonly [status: number, path: string, init?: RequestInit])[] = [
    [200, '/'],
    [200, '/d/ABCD-EFGH'],
    [200, '/assets/page-1a2b.js'],
    [200, '/api'],
    [200, '/api/openapi.json'],
    [200, '/health'],
    [404, '/nothing.js'],
    [404, '/metrics'],
    [404, '/api/needs/nothing', { method: 'POST', headers: json, body: '{}' }],
    [404, '/api/access/portalSelf', { method: 'DELETE' }],
    [200, '/api/access/portalSelf', { method: 'POST', headers: json, body: '{}' }],
    [401, '/api/needs/myNeeds', { method: 'POST', headers: json, body: '{}' }],
    [401, '/sync/hello', { method: 'POST' }],
    [403, '/api/access/portalSelf', { method: 'POST', headers: { ...json, origin: 'https://x.example' }, body: '{}' }],
    [400, '/api/access/portalSelf', { method: 'POST', headers: json, body: '{"a":' }],
    [400, '/api/access/portalSelf', { method: 'POST', headers: json, body: '{"__proto__":{"roles":"all"}}' }],
    [
      400,
      '/api/access/portalSelf',
      { method: 'POST', headers: json, body: `{"a":${'['.repeat(90_000)}${']'.repeat(90_000)}}` },
    ],
    [400, '/api/needs/unitForm', { method: 'POST', headers: json, body: '"\\u0000"' }],
    [413, '/api/access/portalSelf', { method: 'POST', headers: json, body: `{"a":"${'x'.repeat(300_000)}"}` }],
    [415, '/api/access/portalSelf', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }],
    [400, '/%E0%A4%A'],
  ]
  for (const [status, path, init] of asked) {
    const answer = await send(path, { redirect: 'manual', ...init })
    const place = `${path} ${init?.body?.toString().slice(0, 30) ?? ''}`
    expect(answer.status, place).toBe(status)
    const { headers } = answer
    expect(headers.get('content-security-policy'), place).toContain("default-src 'none'")
    expect(headers.get('content-security-policy'), place).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy'), place).not.toMatch(/unsafe|\*|http:/)
    expect(headers.get('x-content-type-options'), place).toBe('nosniff')
    for (const telling of ['server', 'x-powered-by', 'access-control-allow-origin'])
      expect(headers.get(telling), place).toBeNull()
    if (path.startsWith('/api/') || path.startsWith('/sync'))
      expect(headers.get('cache-control'), place).toBe('no-store')
    const text = await answer.text()
    expect(text, place).not.toMatch(/at .*\.[jt]s:\d|node_modules|SQLITE|select /i)
  }
  // The page of a certificate is the page of everything else: what it is about comes when it asks, and stays out of its headers.
  const [home, certificate] = [await send('/'), await send('/d/ABCD-EFGH')]
  expect(await certificate.text()).toBe(await home.text())
  expect([...certificate.headers].join()).not.toMatch(/ABCD/)
  expect(certificate.headers.get('referrer-policy')).toBe('no-referrer')
  expect(log.join('')).not.toMatch(/ABCD|portalSelf\?|example\.org/)
})

test('a caller without a token is refused before the portal takes the body', async () => {
  const socket = connect(site.portal.port, '127.0.0.1')
  socket.write(
    'POST /sync/push HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 16000000\r\n\r\n{',
  )
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 401 /)
  socket.destroy()
})

test('over TLS cookies travel over TLS alone, browsers stay with it, and scripts never see the session', async () => {
  const { portal } = await openTestPortal({ address: 'https://egitim.belediye.example' })
  const page = await fetch(`http://127.0.0.1:${portal.port}/`)
  expect(page.headers.get('strict-transport-security')).toContain('max-age=31536000')
  await portal.accounts.register({ ...citizen('tls'), audience: 'CITIZEN', language: 'tr' })
  const token = await portal.opened.store.read((db) => db.selectFrom('mail').select('data').executeTakeFirstOrThrow())
  await portal.accounts.setPassword((JSON.parse(token.data) as { token: string }).token, goodPassword)
  const answer = await fetch(`http://127.0.0.1:${portal.port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://egitim.belediye.example' },
    body: JSON.stringify({ email: 'tls@example.org', password: goodPassword }),
  })
  expect(answer.status).toBe(200)
  const cookies = answer.headers.getSetCookie()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Secure-akademi/)
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; Secure/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
  }
})
