import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import type { RecordedTable } from '../../src-core/database/schema.ts'
import type { Connection } from '../../src-core/kernel/context.ts'
import type { OfficerRole } from '../../src-core/kernel/roles.ts'
import type { SyncStatus } from '../../src-core/sync/sync.contract.ts'
import { openAcademy } from '../../src-main/service/academy.ts'
import { quickPasswords } from '../core/quick-passwords.ts'
import type { Browser } from './browser.ts'
import { goodPassword, type TestPortal } from './open-portal.ts'
import { totp } from './totp.ts'

/** Signs an account in that administers the portal: invited, with a second factor. */
export async function officerOf(site: TestPortal, email: string): Promise<Browser> {
  await site.portal.accounts.invite(email, `Görevli ${email.split('@')[0]}`)
  const browser = await site.enter(email)
  await secondFactor(browser)
  return browser
}

/** Duties count only behind it. */
export async function secondFactor(browser: Browser): Promise<void> {
  const { body } = await browser.post('/api/auth/two-factor/enable', { password: goodPassword })
  const secret = new URL((body as { totpURI: string }).totpURI).searchParams.get('secret') ?? ''
  await browser.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })
}

/** Says what an account may do as an officer; `search` finds it. */
export async function giveDuties(admin: Browser, search: string, duties: readonly OfficerRole[]): Promise<void> {
  const { accounts } = (await admin.call('access.portalAccounts', { search })) as { accounts: { id: string }[] }
  await admin.call('access.setPortalDuties', { id: accounts[0]?.id, duties: [...duties] })
}

/** A desktop with its own key, and its first officer at the window. Each look at its clock is later than the one before. */
export async function openDesk(name: string, key: number) {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-desk-'))
  const dataKey = new Uint8Array(32).fill(key)
  let at = Date.parse('2026-12-15T07:00:00.000Z') + key * 60_000
  const academy = await openAcademy({
    ...{ folder, dataKey, syncs: true, ports: { passwords: quickPasswords } },
    clock: () => new Date(at++),
  })
  onTestFinished(async () => {
    await academy.close()
    await rm(folder, { recursive: true, force: true })
  })
  const window = (): Connection => ({ source: 'window', actor: null, session: null, locked: false })
  const first = window()
  const run = (operation: string, input?: unknown, connection = first) =>
    academy.dispatcher.run(operation, input, connection) as Promise<never>
  await run('access.setUp', {
    ...{ institution: 'Belediye', displayName: name, userName: 'yonetici', password: goodPassword },
    ...{ language: 'tr', alsoOfficer: true },
  })
  const settled = () =>
    vi.waitFor(
      async () => {
        const status = (await run('sync.status')) as SyncStatus
        expect(status).toMatchObject({ joining: null, running: false })
        return status
      },
      { timeout: 60_000, interval: 20 },
    )
  return {
    ...{ academy, folder, dataKey, run, window, settled },
    sync: () => run('sync.now') as Promise<SyncStatus>,
    rows: (table: RecordedTable) =>
      academy.opened.store.read((db) => db.selectFrom(table).selectAll().orderBy('id').execute()) as Promise<
        readonly Record<string, unknown>[]
      >,
    /** Asks for a code, lets somebody decide on the portal, and waits for the first round. */
    join: async (address: string, decide: (code: string) => Promise<unknown>) => {
      const { userCode } = (await run('sync.join', { address, deviceName: `Masa ${name}` })) as { userCode: string }
      await decide(userCode)
      return settled()
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>
