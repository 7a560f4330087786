import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openPortalStore } from '../../src-portal/server/portal-store.ts'
import { goodPassword, openTestPortal } from './open-portal.ts'

/** A database without a table, gone after the test. */
async function emptyDatabase(server: string): Promise<string> {
  const name = `portal_${randomUUID().replaceAll('-', '')}`
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await ask(`create database "${name}" template template0`)
  onTestFinished(() => ask(`drop database "${name}" with (force)`))
  return server.replace(/[^/]*$/, name)
}

test('only the migration changes a shared database, and two processes on it are one portal', async ({ skip }) => {
  const postgres = inject('postgres')
  if ('skipped' in postgres) return skip(postgres.skipped)
  const folder = await mkdtemp(join(tmpdir(), 'akademi-portals-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const keys = join(folder, 'keys')
  const place = { kind: 'postgres', connection: await emptyDatabase(postgres.server), filesFolder: folder } as const
  await expect(openTestPortal({ place, keys })).rejects.toMatchObject({ data: { problem: 'older' } })
  await (await openPortalStore(place, new Date(), true)).close()

  const [here, there] = [await openTestPortal({ place, keys }), await openTestPortal({ place, keys })]
  const email = 'deniz@example.org'
  const registration = { name: 'Deniz Aydın', email, audience: 'CITIZEN', language: 'tr', noticeVersion: '2026-12' }
  await here.newBrowser().post('/api/accounts/register', { ...registration, institution: null })
  const browser = there.newBrowser()
  const token = await here.linkTo(email)
  const uses = await Promise.all([
    browser.post('/api/accounts/password', { token, password: goodPassword }),
    here.newBrowser().post('/api/accounts/password', { token, password: goodPassword }),
  ])
  expect(uses.map(({ status }) => status).sort()).toEqual([200, 422])
  await browser.post('/api/auth/sign-in/email', { email, password: goodPassword })
  expect(await browser.call('access.portalSelf')).toMatchObject({ self: { roles: ['CI'] } })
})

test('a portal that is told to end says that it is not ready, closes its store and ends well', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-portal-process-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'portal.ts')
  const child = spawn(process.execPath, [script, '--port', '0', '--store', join(folder, 'store')], {
    env: { ...process.env, AKADEMI_KEYS: join(folder, 'keys'), DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString('utf8')
      const [found] = /http:\/\/127\.0\.0\.1:\d+(?=\. Ctrl)/.exec(said) ?? []
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`The portal ended before it answered: ${said}`)))
  })
  expect(await (await fetch(`${address}/ready`)).json()).toEqual({ ready: true })
  child.kill('SIGTERM')
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0)
  expect(said).toContain('Nobody administers it yet')
  const again = await openPortalStore({ kind: 'sqlite', folder: join(folder, 'store') }, new Date())
  await again.close()
})
