import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Portal, startPortal } from '../../src-portal/server/portal.ts'
import type { PortalSettings } from '../../src-portal/server/settings.ts'
import { openFoundedPostgres } from '../core/database/founded-postgres.ts'
import { quickPasswords } from '../core/quick-passwords.ts'
import { type Browser, openBrowser } from './browser.ts'

export type TestPortal = {
  readonly portal: Portal
  readonly folder: string
  /** A browser without a cookie. */
  newBrowser(): Browser
  setNow(instant: string): void
  /** The token of the link in the latest mail to an address. */
  linkTo(email: string): Promise<string>
  /** Makes an account with its password and signs a new browser in. */
  enter(email: string): Promise<Browser>
}

export const goodPassword = 'mavi kapı 7 deniz'

type Options = Partial<PortalSettings> & {
  readonly over?: 'sqlite' | 'postgres'
  /** Where the data keys of a store lie that was made before. */
  readonly keys?: string
}

/** A portal on a free port over a fresh store, gone after the test. Its clock stands at 10:00 on 15 December 2026 until moved. */
export async function openTestPortal(options: Options = {}): Promise<TestPortal> {
  const { close, ...site } = await openSharedPortal(options)
  onTestFinished(close)
  return site
}

/** The same for the tests of a file together; whoever opened it closes it. */
export async function openSharedPortal({
  over = 'sqlite',
  keys,
  ...settings
}: Options = {}): Promise<TestPortal & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-portal-'))
  const pagesFolder = join(folder, 'pages')
  await mkdir(join(pagesFolder, 'assets'), { recursive: true })
  await writeFile(join(pagesFolder, 'index.html'), '<!doctype html><title>Akademi</title>')
  await writeFile(join(pagesFolder, 'assets', 'page-1a2b.js'), 'export {}')
  process.env.AKADEMI_KEYS = keys ?? join(folder, 'keys')
  let now = new Date('2026-12-15T07:00:00.000Z')
  const place =
    over === 'sqlite'
      ? ({ kind: 'sqlite', folder: join(folder, 'store') } as const)
      : ({ kind: 'postgres', connection: await foundedConnection(), filesFolder: folder } as const)
  const portal = await startPortal({
    place,
    port: 0,
    host: '127.0.0.1',
    pagesFolder,
    clock: () => now,
    mailEveryMs: 0,
    logLevel: 'silent',
    ports: { passwords: quickPasswords },
    ...settings,
  })
  const close = async () => {
    await portal.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const linkTo = async (email: string): Promise<string> => {
    const mail = await portal.opened.store.read((db) =>
      db.selectFrom('mail').selectAll().where('recipient', '=', email).orderBy('id', 'desc').executeTakeFirst(),
    )
    return (JSON.parse(mail?.data ?? '{}') as { token?: string }).token ?? 'no mail'
  }
  return {
    portal,
    folder,
    linkTo,
    close,
    newBrowser: () => openBrowser(portal.address),
    setNow: (instant) => {
      now = new Date(instant)
    },
    enter: async (email) => {
      const browser = openBrowser(portal.address)
      await browser.post('/api/accounts/link', { email })
      await browser.post('/api/accounts/password', { token: await linkTo(email), password: goodPassword })
      await browser.post('/api/auth/sign-in/email', { email, password: goodPassword })
      return browser
    },
  }
}

async function foundedConnection(): Promise<string> {
  const { connection } = await openFoundedPostgres()
  return connection
}
