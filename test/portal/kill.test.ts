import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { readEpoch } from '../../src-core/sync/epoch.ts'
import { readState } from '../../src-core/sync/state.ts'
import { openPortalStore } from '../../src-portal/server/portal-store.ts'
import type { PortalPlace } from '../../src-portal/server/settings.ts'
import { openFoundedPostgres, postgresSkipped } from '../core/database/founded-postgres.ts'
import { room } from '../sync/office.ts'
import { type Browser, openBrowser } from './browser.ts'
import { type Desk, giveDuties, openDesk, secondFactor } from './desks.ts'
import { goodPassword } from './open-portal.ts'
import { runPortal, startPortalProcess } from './portal-process.ts'

const email = 'aylin@belediye.example'

async function administrator(address: string, token: string): Promise<Browser> {
  const browser = openBrowser(address)
  await browser.post('/api/accounts/password', { token, password: goodPassword })
  await browser.post('/api/auth/sign-in/email', { email, password: goodPassword })
  await secondFactor(browser)
  await giveDuties(browser, 'aylin', ['SA', 'TM', 'TO'])
  return browser
}

const commandsIn = ({ academy }: Desk, state: 'sent' | 'confirmed') =>
  academy.opened.store.read(async (db) =>
    (await db.selectFrom('outbox').select('commandId').where('state', '=', state).execute()).map(
      (row) => row.commandId,
    ),
  )

/** Milliseconds after which the portal dies, within what it does with a batch. */
const deaths = { sqlite: [40], postgres: [60] } as const

for (const over of ['sqlite', 'postgres'] as const) {
  test(`a portal process over ${over} that is killed in the middle of a push loses nothing that it acknowledged`, async ({
    skip,
  }) => {
    const reason = over === 'postgres' ? postgresSkipped() : undefined
    if (reason) skip(reason)
    const folder = await mkdtemp(join(tmpdir(), 'akademi-kill-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const connection = over === 'postgres' ? (await openFoundedPostgres()).connection : ''
    const env = { AKADEMI_KEYS: join(folder, 'keys'), DATABASE_URL: connection }
    const store = ['--store', join(folder, 'store')]
    const invited = await runPortal({ args: ['invite', email, '--name', 'Aylin Korkmaz', ...store], env })
    let portal = await startPortalProcess({ args: ['--port', '0', ...store], env })
    onTestFinished(() => void portal.child.kill('SIGKILL'))
    const { address } = portal
    const admin = await administrator(address, /#(\S+)/.exec(invited)?.[1] ?? '')
    const desk = await openDesk('Aylin', 1)
    await desk.join(address, (code) => admin.call('sync.confirmJoin', { code }))

    const acknowledged = new Set<string>()
    let rooms = 0
    for (const after of deaths[over]) {
      for (let more = 0; more < 60; more++) await desk.run('courses.addRoom', room(`A${++rooms}`))
      const round = desk.sync()
      await wait(after)
      portal.child.kill('SIGKILL')
      await portal.ended()
      await round
      for (const state of ['sent', 'confirmed'] as const)
        for (const id of await commandsIn(desk, state)) acknowledged.add(id)
      portal = await startPortalProcess({ args: ['--port', new URL(address).port, ...store], env })
    }
    expect(await desk.sync()).toMatchObject({ waiting: 0, conflicts: 0, paused: null, trouble: null })
    expect(await desk.rows('room')).toHaveLength(rooms)

    portal.child.kill('SIGTERM')
    await portal.ended()
    const place: PortalPlace = connection
      ? { kind: 'postgres', connection, filesFolder: join(folder, 'store') }
      : { kind: 'sqlite', folder: join(folder, 'store') }
    const opened = await openPortalStore(place, new Date())
    const { results, kept, epoch } = await opened.store.read(async (db) => ({
      epoch: await readEpoch(db),
      results: await db.selectFrom('syncResult').select(['commandId', 'outcome']).execute(),
      kept: await db.selectFrom('room').selectAll().orderBy('id').execute(),
    }))
    await opened.close()
    expect(kept).toEqual(await desk.rows('room'))
    const done = new Set(results.flatMap(({ commandId, outcome }) => (outcome === 'done' ? [commandId] : [])))
    expect(done.size).toBe(rooms)
    expect([...acknowledged].filter((id) => !done.has(id))).toEqual([])

    // Whoever puts a backup back says so, and the desktops begin anew with what the portal has.
    expect(await runPortal({ args: ['restored', ...store], env })).toContain('Desktops begin anew')
    portal = await startPortalProcess({ args: ['--port', new URL(address).port, ...store], env })
    expect(await desk.sync()).toMatchObject({ waiting: 0, conflicts: 0, paused: null, trouble: null })
    expect(await desk.rows('room')).toEqual(kept)
    const fresh = (await desk.academy.opened.store.read(readState)).epoch
    expect([typeof fresh, fresh === epoch]).toEqual(['string', false])
  })
}
