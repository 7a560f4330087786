import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { syncedTables } from '../../src-core/database/schema.ts'
import { joinedDevices, removeDevice } from '../../src-core/sync/device.ts'
import type { SyncStatus } from '../../src-core/sync/sync.contract.ts'
import { openAcademy } from '../../src-main/service/academy.ts'
import { program } from '../core/database/academy-over.ts'
import { onEveryStore } from '../core/database/stores.ts'
import { quickPasswords } from '../core/quick-passwords.ts'
import { room } from './office.ts'
import { openSocketPortal } from './socket-portal.ts'

const dataKey = new Uint8Array(32).fill(7)

async function folder(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'akademi-sync-'))
  onTestFinished(() => rm(place, { recursive: true, force: true }))
  return place
}

async function openDesktop(minutes: number) {
  let at = Date.parse('2026-12-15T07:00:00.000Z') + minutes * 60_000
  const academy = await openAcademy({
    folder: await folder(),
    dataKey,
    clock: () => new Date(at++),
    syncs: true,
    ports: { passwords: quickPasswords },
  })
  onTestFinished(() => academy.close())
  const run = (operation: string, input?: unknown) =>
    academy.dispatcher.run(operation, input, { ...program }) as Promise<never>
  const rows = (table: (typeof syncedTables)[number]) =>
    academy.opened.store.read((db) => db.selectFrom(table).selectAll().orderBy('id').execute())
  return { run, rows, now: () => run('sync.now') as Promise<SyncStatus> }
}

onEveryStore('two desktops and a portal over a socket', (open) => {
  test('join by a code, agree, meet in the inbox, and are shut out again', async () => {
    const store = await open()
    const portal = await openSocketPortal(store, await folder(), dataKey)
    const one = await openDesktop(0)
    const two = await openDesktop(1)
    const alone = (await one.run('sync.status')) as SyncStatus
    expect(alone).toMatchObject({ joined: null, waiting: 0, conflicts: 0, paused: null, trouble: null })

    await one.run('courses.addRoom', room('A1'))
    for (const desktop of [one, two]) {
      const code = await desktop.run('sync.join', { address: `${portal.address}/`, deviceName: 'Masaüstü' })
      expect(code).toMatchObject({ state: 'waiting', verifyAt: `${portal.address}/device` })
      await portal.confirmCodes()
      await vi.waitFor(
        async () => expect(await desktop.run('sync.status')).toMatchObject({ joining: null, running: false }),
        { timeout: 60_000 },
      )
    }
    expect(await two.rows('room')).toMatchObject([{ code: 'A1' }])
    await expect(two.run('sync.join', { address: portal.address, deviceName: 'x' })).rejects.toMatchObject({
      data: { rule: 'alreadyJoined' },
    })

    const [first] = await two.rows('room')
    const change = { id: first?.id, rowVersion: 1 }
    await one.run('courses.changeRoom', { ...change, fields: { capacity: 30, name: 'Salon 30' } })
    await two.run('courses.changeRoom', { ...change, fields: { capacity: 40, accessible: false } })
    await one.now()
    expect(await two.now()).toMatchObject({ conflicts: 1, waiting: 0, paused: null })
    const inbox = (await two.run('sync.conflicts')) as { commandId: string; fields: readonly object[] }[]
    expect(inbox[0]?.fields).toMatchObject([
      { field: 'capacity', mine: 40, theirs: 30, base: 20, typeable: true, theirsBy: 'Akademi' },
    ])
    const exported = (await two.run('sync.exportConflicts')) as File
    expect(JSON.parse(await exported.text()).entries).toHaveLength(1)
    await two.run('sync.resolve', { commandId: inbox[0]?.commandId, how: 'typed', values: { capacity: 35 } })
    expect(await two.now()).toMatchObject({ conflicts: 0, waiting: 0 })
    await one.now()
    for (const desktop of [one, two])
      expect(await desktop.rows('room')).toMatchObject([{ capacity: 35, name: 'Salon 30', accessible: 0 }])
    for (const table of syncedTables) {
      const rows = await store.store.read((db) => db.selectFrom(table).selectAll().orderBy('id').execute())
      for (const desktop of [one, two]) expect(await desktop.rows(table), table).toEqual(rows)
    }

    portal.meddle(() => 'cut')
    await one.run('courses.addRoom', room('A2'))
    expect(await one.now()).toMatchObject({ trouble: 'unreachable', waiting: 1 })
    portal.meddle(() => 'pass')
    expect(await one.now()).toMatchObject({ trouble: null, waiting: 0 })

    for (const { id } of await store.store.read(joinedDevices))
      await store.store.write(({ db }) => removeDevice(db, id, '2026-12-16T07:00:00.000Z'))
    await one.run('courses.addRoom', room('A3'))
    expect(await one.now()).toMatchObject({ paused: { reason: 'signedOut' }, waiting: 1 })
    await one.run('sync.leave')
    expect(await one.run('sync.status')).toMatchObject({ joined: null })
    expect(await one.rows('room')).toHaveLength(3)
    expect(portal.faults).toEqual([])
  })
})
