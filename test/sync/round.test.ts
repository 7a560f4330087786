import { expect, test } from 'vitest'
import { rotateEpoch } from '../../src-core/sync/epoch.ts'
import { waitingCommands } from '../../src-core/sync/pending.ts'
import { ownVersions } from '../../src-core/sync/protocol.ts'
import { runRound } from '../../src-core/sync/round.ts'
import { readState, saveState } from '../../src-core/sync/state.ts'
import { openImage } from './memory-store.ts'
import { day, differing, openOffice, quiet, room, withOther } from './office.ts'
import { deviceOf, directPortal, officerAt, serve, start } from './world.ts'

test('two desktops and a portal come to the same rows, each with a log that belongs to them', async () => {
  const { one, two, portal, world } = await openOffice(2)
  await one.run('courses.addHolidays', day('Bayram', '2027-03-30'))
  await two.run('courses.addRoom', room('A1'))
  for (const desktop of [one, two, one]) expect(await desktop.sync()).toMatchObject({ state: 'synced', rejected: 0 })
  expect(world.faults).toEqual([])
  for (const desktop of [one, two]) expect(differing(desktop, portal)).toEqual([])
  expect(one.rows('holiday')).toHaveLength(1)
  expect(one.rows('room')).toHaveLength(1)
  for (const store of [one, two, portal]) expect((await store.verify()).findings).toEqual([])
})

test('different fields of one record merge without asking anybody', async () => {
  const { one, two, portal } = await openOffice(2)
  await one.run('courses.addRoom', room('A1'))
  await one.sync()
  await two.sync()
  const { id, rowVersion } = one.rows('room')[0] ?? { id: '', rowVersion: 0 }
  await one.run('courses.changeRoom', { id, rowVersion, fields: { ...room('A1'), capacity: 35 } })
  await two.run('courses.changeRoom', {
    id,
    rowVersion,
    fields: { ...room('A1'), name: 'Büyük salon', accessible: false },
  })
  for (const desktop of [one, two, one]) expect(await desktop.sync()).toMatchObject({ state: 'synced', rejected: 0 })
  expect(portal.rows('room')).toMatchObject([{ capacity: 35, name: 'Büyük salon', accessible: 0 }])
  for (const desktop of [one, two]) expect(differing(desktop, portal)).toEqual([])
})

test('the same field changed to different values waits in the inbox with both, and holds up nothing', async () => {
  const { one, two, portal } = await openOffice(2)
  await one.run('courses.addRoom', room('A1'))
  await one.sync()
  await two.sync()
  const { id, rowVersion } = one.rows('room')[0] ?? { id: '', rowVersion: 0 }
  await one.run('courses.changeRoom', { id, rowVersion, fields: { capacity: 35 } })
  await two.run('courses.addRoom', room('B1'))
  await two.run('courses.changeRoom', { id, rowVersion, fields: { capacity: 50 } })
  await two.run('courses.addRoom', room('B2'))
  await one.sync()
  await two.sync()
  await one.sync()
  const [conflict] = await two.conflicts()
  expect(conflict).toMatchObject({ operation: 'courses.changeRoom', actorName: 'Officer d2' })
  expect(JSON.parse(conflict?.fields ?? '')).toEqual([
    { table: 'room', id, field: 'capacity', mine: 50, theirs: 35, base: 20 },
  ])
  expect(portal.rows('room')).toMatchObject([{ capacity: 35 }, { code: 'B1' }, { code: 'B2' }])
  for (const desktop of [one, two]) expect(differing(desktop, portal)).toEqual([])
})

test('a command whose answer was lost is done once', async () => {
  const { one, portal } = await openOffice(1)
  await one.sync()
  await one.run('courses.addRoom', room('A1'))
  const losing = withOther(one.portal, {
    push: async (input) => {
      await one.portal.push(input)
      throw new Error('cut')
    },
  })
  await expect(runRound(one.process.means, losing, quiet)).rejects.toThrow('cut')
  expect(portal.rows('room')).toHaveLength(1)
  expect(await one.sync()).toMatchObject({ state: 'synced', rejected: 0 })
  expect(differing(one, portal)).toEqual([])
  expect(await one.conflicts()).toEqual([])
})

test('after a restore of the portal, what it had acknowledged is offered again', async () => {
  const { one, two, portal, world } = await openOffice(2)
  await one.run('courses.addRoom', room('A1'))
  await one.sync()
  const backup = portal.machine.database.serialize()
  await one.run('courses.addRoom', room('A2'))
  await one.sync()
  await two.run('courses.addRoom', room('B1'))
  await two.sync()
  portal.machine.database.close()
  portal.machine.database = openImage(backup)
  const again = start(portal.machine, world)
  await rotateEpoch(again.store, new Date(), world.random(10))
  const router = await serve(portal.machine, again, world)
  for (const desktop of [one, two, one])
    expect(await runRound(desktop.process.means, directPortal(router, deviceOf(desktop.machine)), quiet)).toMatchObject(
      {
        state: 'synced',
      },
    )
  expect(portal.rows('room').map((row) => row.code)).toEqual(['A1', 'A2', 'B1'])
  for (const desktop of [one, two]) expect(differing(desktop, portal)).toEqual([])
  expect(await one.conflicts()).toEqual([])
})

test('a desktop of another version works on, keeps its outbox and says what to update', async () => {
  const { one } = await openOffice(1)
  await one.sync()
  await one.run('courses.addRoom', room('A1'))
  const older = { ...ownVersions, schema: ownVersions.schema - 1 }
  expect(await runRound(one.process.means, one.portal, { ...quiet, versions: older })).toEqual({
    state: 'paused',
    pause: { reason: 'tooOld' },
  })
  expect(await one.process.store.read((db) => waitingCommands(db, ['officer-d1'], 0, 10))).toHaveLength(1)
  await one.run('courses.addRoom', room('A2'))
  expect(await one.sync()).toMatchObject({ state: 'synced', pushed: 2 })
})

test('a pull that would remove many records stops and asks, and goes on when it is told to', async () => {
  const { one, two } = await openOffice(2)
  for (let n = 0; n < 12; n++)
    await one.run('courses.addHolidays', day(`Tatil ${n}`, `2027-05-${String(n + 3)}`.replace(/-(\d)$/, '-0$1')))
  await one.sync()
  await two.sync()
  await one.run('courses.removeHolidays', {
    ids: one
      .rows('holiday')
      .slice(0, 8)
      .map((row) => row.id),
  })
  await one.sync()
  expect(await two.sync()).toEqual({
    state: 'paused',
    pause: { reason: 'massRemoval', tables: [{ table: 'holiday', rows: 8 }] },
  })
  expect(two.rows('holiday').every((row) => row.deletedAt === null)).toBe(true)
  await two.run('courses.addRoom', room('A1'))
  await two.process.store.write(({ db }) => saveState(db, { removalAllowed: true }))
  expect(await two.sync()).toMatchObject({ state: 'synced' })
  expect(two.rows('holiday').filter((row) => row.deletedAt === null)).toHaveLength(4)
})

test('a first desktop gives its rows to an empty portal; one that joins later takes them over and keeps what waits', async () => {
  const { one, two, portal } = await openOffice(2, async (machine, world) => {
    const { dispatcher } = start(machine, world)
    await dispatcher.run('courses.addRoom', room(`R-${machine.name}`), officerAt(machine))
  })
  expect(await one.sync()).toMatchObject({ state: 'synced' })
  expect(await one.process.store.read((db) => waitingCommands(db, ['officer-d1'], 0, 10))).toEqual([])
  expect(portal.rows('room').map((row) => row.code)).toEqual(['R-d1'])
  expect(await two.sync()).toMatchObject({ state: 'synced' })
  expect(await one.sync()).toMatchObject({ state: 'synced' })
  expect(
    portal
      .rows('room')
      .map((row) => row.code)
      .toSorted(),
  ).toEqual(['R-d1', 'R-d2'])
  for (const desktop of [one, two]) expect(differing(desktop, portal)).toEqual([])
  for (const store of [one, two, portal]) expect((await store.verify()).findings).toEqual([])
})

test('a reset repairs a row that was changed past the program, and keeps what waits', async () => {
  const { one, two, portal } = await openOffice(2)
  await one.run('courses.addRoom', room('A1'))
  await one.sync()
  await two.sync()
  two.machine.database.prepare("update room set name = 'yok'").run()
  two.machine.database.prepare("update tableSum set sum = '0' where tableName = 'room'").run()
  await two.run('courses.addRoom', room('B1'))
  await one.run('courses.addRoom', room('A2'))
  await one.sync()
  expect(await two.sync()).toMatchObject({ state: 'synced' })
  expect(portal.rows('room')).toHaveLength(3)
  expect(differing(two, portal)).toEqual([])
  expect((await two.process.store.read(readState)).paused).toBeUndefined()
})

test('a file travels before the command that names it, and goes on where it was cut off', async () => {
  const { one, two, portal } = await openOffice(2)
  const svg = new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg"><!--${'x'.repeat(400_000)}--></svg>`)
  await one.run('certificates.setLogo', { side: 'left', file: new File([svg], 'logo.svg', { type: 'image/svg+xml' }) })
  let pieces = 0
  const cutting = withOther(one.portal, {
    putChunk: async (input) => {
      if (pieces++ === 1) throw new Error('cut')
      return one.portal.putChunk(input)
    },
  })
  await expect(runRound(one.process.means, cutting, quiet)).rejects.toThrow('cut')
  expect(portal.rows('setting')).toHaveLength(0)
  expect(await runRound(one.process.means, cutting, quiet)).toMatchObject({ state: 'synced', rejected: 0 })
  expect(pieces).toBe(3)
  expect(await two.sync()).toMatchObject({ state: 'synced' })
  const hash = JSON.parse(String(two.rows('setting')[0]?.value)).logoLeft
  expect(await two.machine.files.get(hash)).toHaveLength(svg.length)
})

test('the portal does not run what the joiner may not do, and the officer is told why', async () => {
  const { one, portal } = await openOffice(1)
  await one.sync()
  await one.run('courses.addRoom', room('A1'))
  const reader = directPortal(portal.router, { ...deviceOf(one.machine), roles: ['AU'] })
  expect(await runRound(one.process.means, reader, quiet)).toMatchObject({ state: 'synced' })
  expect(portal.rows('room')).toEqual([])
  expect(one.rows('room')).toEqual([])
  expect(JSON.parse((await one.conflicts())[0]?.refusal ?? '')).toMatchObject({ code: 'NOT_ALLOWED' })
})

test('a desktop that seals with another key carries nothing and says so', async () => {
  const { one, portal } = await openOffice(1)
  await one.run('courses.addRoom', room('A1'))
  const other = { ...one.process.means, keyMark: 'another' }
  expect(await runRound(other, one.portal, quiet)).toEqual({ state: 'paused', pause: { reason: 'otherKey' } })
  expect(portal.rows('room')).toEqual([])
})
