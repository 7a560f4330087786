import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { verifyStore } from '../../src-core/database/verify.ts'
import { openPortalStore } from '../../src-portal/server/portal-store.ts'
import { startPostgres } from '../node/postgres.ts'
import { noDisk, release, smallDisk } from '../node/store/small-disk.ts'
import { programFile } from '../programs.ts'
import { thorough } from '../thorough.ts'
import { openBrowser } from './browser.ts'
import { openSharedPortal, openTestPortal, type TestPortal } from './open-portal.ts'
import { type Answer, staffAtTheirForms, type } from './typists.ts'

const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-faults-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Every answer of a portal that could not write says so, when to ask again, and in words. */
function expectSentences(refused: readonly Answer[], problem: RegExp): void {
  for (const { status, headers, body } of refused) {
    // A draft that was kept while its answer was lost is met by the next one of an older version.
    if (status === 409) continue
    expect([status, body]).toEqual([
      503,
      {
        code: 'STORE_FAILED',
        data: { problem: expect.stringMatching(problem) },
        sentence: expect.stringMatching(/\S+ .*\./),
      },
    ])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  }
}

describe('PostgreSQL ends under load', () => {
  test('nothing acknowledged is lost, the portal says why it cannot write, and goes on by itself', async ({ skip }) => {
    const answer = await startPostgres({ durable: true })
    if ('skipped' in answer) return skip(answer.skipped)
    const { postgres } = answer
    onTestFinished(() => postgres.stop())
    const folder = await temporaryFolder()
    const place = { kind: 'postgres', connection: await postgres.createDatabase(), filesFolder: folder } as const
    process.env.AKADEMI_KEYS = join(folder, 'keys')
    await (await openPortalStore(place, new Date('2026-12-15T07:00:00.000Z'), true)).close()
    const site = await openTestPortal({ place, keys: join(folder, 'keys'), trustedProxies: '127.0.0.1' })
    const load = type(await staffAtTheirForms(site, thorough ? 12 : 4))
    const stranger = site.newBrowser()
    for (let times = 0; times < (thorough ? 8 : 1); times++) {
      await load.until(20)
      await postgres.restart(async () => {
        const { status, body } = await stranger.get('/ready')
        expect([status, body]).toEqual([503, { ready: false, reason: { problem: 'noAccess' } }])
        const signIn = await stranger.post('/api/auth/sign-in/email', { email: 'a@example.org', password: 'x' })
        expectSentences([signIn], /noAccess/)
        const asked = load.refused.length
        await vi.waitFor(() => expect(load.refused.length).toBeGreaterThan(asked), { timeout: 60_000 })
      })
      await load.until(20)
    }
    await load.end()
    expectSentences(load.refused, /noAccess|uncertain/)
    expect((await stranger.get('/ready')).status).toBe(200)
    const { store, columns } = site.portal.opened
    expect(await load.missingIn(store)).toEqual([])
    expect(await store.snapshot((db) => verifyStore(db, columns))).toMatchObject({ findings: [] })
  })
})

const withoutDisk = await noDisk()

test.skipIf(withoutDisk)(
  `a full disk stops writing with a sentence, lets people read, and is forgotten once there is room${withoutDisk ? `: skipped, ${withoutDisk}` : ''}`,
  async () => {
    const folder = await temporaryFolder()
    expect(smallDisk(folder, 16)).toBeUndefined()
    onTestFinished(() => void release(folder))
    const place = { kind: 'sqlite', folder: join(folder, 'store') } as const
    const site = await openTestPortal({ place, keys: join(folder, 'keys'), trustedProxies: '127.0.0.1' })
    const office = await staffAtTheirForms(site, 3)
    const load = type(office)
    await load.until(20)
    const ballast = join(folder, 'ballast')
    await writeFile(ballast, Buffer.alloc(32 * 1024 * 1024)).catch(() => undefined)
    await vi.waitFor(() => expect(load.refused.length).toBeGreaterThan(3), { timeout: 60_000 })
    expect(await office.typists[0]?.browser.call('needs.myNeeds')).toMatchObject({ window: { collecting: 'open' } })
    expect((await site.newBrowser().get('/ready')).status).toBe(200)
    spawnSync('rm', [ballast])
    await load.until(20)
    await load.end()
    expectSentences(load.refused, /full/)
    const { store, columns } = site.portal.opened
    expect(await load.missingIn(store)).toEqual([])
    expect(await store.snapshot((db) => verifyStore(db, columns))).toMatchObject({ findings: [] })
  },
)

/** Where Node keeps our sources translated from one child to the next. */
const translated = join(tmpdir(), 'akademi-test-compile-cache')

/** Moments of a delivery at which the portal's process dies. */
const moments = ['greeted', 'recipient', 'text', 'whole'] as const

test('a portal that is killed while it sends mails sends them again, and the recipient sees one message', async () => {
  for (const moment of thorough ? moments : (['whole'] as const)) {
    const folder = await temporaryFolder()
    const received: string[] = []
    let child: ReturnType<typeof spawn>
    let dying = true
    const at = (now: (typeof moments)[number]) => {
      if (dying && now === moment) child.kill('SIGKILL')
    }
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 100 },
      onConnect: (_session, done) => {
        at('greeted')
        done()
      },
      onRcptTo: (_to, _session, done) => {
        at('recipient')
        done()
      },
      onData: (stream, _session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => {
          parts.push(part)
          at('text')
        })
        stream.on('end', () => {
          received.push(/^Message-ID: (.*)$/im.exec(Buffer.concat(parts).toString())?.[1] ?? 'none')
          at('whole')
          if (!dying) done()
        })
      },
    })
    server.on('error', (error) => expect((error as NodeJS.ErrnoException).code).toMatch(/ECONNRESET|EPIPE/))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
    const { port } = server.server.address() as { port: number }
    const start = async (minutes: number) => {
      const script = programFile('test/portal/portal-child.ts')
      const args = [script, folder, `smtp://127.0.0.1:${port}`, String(minutes)]
      const env = { ...process.env, AKADEMI_KEYS: join(folder, 'keys'), NODE_COMPILE_CACHE: translated }
      child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
      const gone = once(child, 'exit')
      const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
      return { address: said.toString().trim(), gone, child }
    }
    const first = await start(0)
    const registration = { name: 'Deniz Aydın', audience: 'CITIZEN', institution: null, language: 'tr' }
    await openBrowser(first.address)
      .post('/api/accounts/register', { ...registration, email: 'deniz@example.org', noticeVersion: '2026-12' })
      .catch(() => undefined)
    await first.gone
    dying = false
    const before = received.length
    // After the five minutes for which the dead process held the mail.
    const second = await start(6)
    await vi.waitFor(() => expect(received.length).toBe(before + 1), { timeout: 60_000 })
    const database = new SQLite(join(folder, 'store', 'akademi.db'), { readonly: true, timeout: 5000 })
    const mailsThere = () => database.prepare('select id, state from mail').all() as { id: string; state: string }[]
    await vi.waitFor(() => expect(mailsThere().map(({ state }) => state)).toEqual(['SENT']), { timeout: 60_000 })
    const mails = mailsThere()
    database.close()
    second.child.kill('SIGKILL')
    await second.gone
    expect(new Set(received).size, moment).toBe(1)
    expect(mails).toHaveLength(1)
    expect(received[0]).toContain(mails[0]?.id)
  }
})

/** An error on the way to its end is one way to end. */
const closing = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))

describe('clients that are slow or idle', () => {
  let site: TestPortal & { close(): Promise<void> }
  beforeAll(async () => {
    site = await openSharedPortal({ patience: { headers: 400, request: 900, silence: 600, check: 100 } })
  })
  afterAll(() => site.close())

  /** Sends a text sign by sign; gives what came back once the portal hung up. */
  async function dribble(text: string): Promise<string> {
    const socket = connect(site.portal.port, '127.0.0.1')
    let said = ''
    socket.on('data', (data) => {
      said += data.toString()
    })
    socket.on('error', () => undefined)
    const closed = closing(socket)
    let at = 0
    const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ' '), 30)
    await closed
    clearInterval(timer)
    return said
  }

  test('who dribbles headers or a body, or says nothing, is given up, and others are answered meanwhile', async () => {
    const head = 'POST /api/access/portalSelf HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
    const slow = Promise.all([dribble(`${head}X-Slow: ${'a'.repeat(10_000)}`), dribble('\r\n'.repeat(10_000))])
    const body = connect(site.portal.port, '127.0.0.1')
    body.on('error', () => undefined)
    const bodyClosed = closing(body)
    body.resume()
    body.write(`${head}Content-Length: 100000\r\n\r\n`)
    const timer = setInterval(() => body.write(' '), 30)
    const browser = site.newBrowser()
    for (let asked = 0; asked < 10; asked++) expect((await browser.post('/api/access/portalSelf')).status).toBe(200)
    const [headers] = await slow
    expect(headers).toMatch(/^HTTP\/1\.1 408 /)
    await bodyClosed
    clearInterval(timer)
  })

  test('many connections that ask nothing keep nobody from being answered, and end by themselves', async () => {
    const own = Number(
      /open files\s+(\d+)/.exec(spawnSync('cat', ['/proc/self/limits']).stdout?.toString() ?? '')?.[1] ?? 1024,
    )
    // Both ends of each are in this process.
    const count = thorough ? Math.min(10_000, Math.floor((own - 1000) / 2)) : 300
    const sockets: Socket[] = []
    const closings: Promise<unknown>[] = []
    for (let at = 0; at < count; at++) {
      const socket = connect(site.portal.port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.resume()
      sockets.push(socket)
      closings.push(closing(socket))
      if (at % 250 === 249) await once(socket, 'connect')
    }
    const browser = site.newBrowser()
    for (let asked = 0; asked < 5; asked++) expect((await browser.post('/api/access/portalSelf')).status).toBe(200)
    await Promise.all(closings)
    expect((await browser.get('/ready')).body).toEqual({ ready: true })
  })
})

test('a portal that is told to end under load finishes what it took and loses nothing it acknowledged', async () => {
  const folder = await temporaryFolder()
  await mkdir(folder, { recursive: true })
  const place = { kind: 'sqlite', folder: join(folder, 'store') } as const
  const keys = join(folder, 'keys')
  const { close, ...site } = await openSharedPortal({ place, keys, trustedProxies: '127.0.0.1' })
  const load = type(await staffAtTheirForms(site, thorough ? 12 : 4))
  await load.until(30)
  await close()
  await load.end()
  expectSentences(load.refused, /ending/)
  process.env.AKADEMI_KEYS = keys
  const { store, columns, close: shut } = await openPortalStore(place, new Date())
  expect(await load.missingIn(store)).toEqual([])
  expect(await store.snapshot((db) => verifyStore(db, columns))).toMatchObject({ findings: [] })
  await shut()
})
