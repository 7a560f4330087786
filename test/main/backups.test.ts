import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Connection } from '../../src-core/kernel/context.ts'
import { type Service, startService } from '../../src-main/service/service.ts'

type State = { needsSetUp: boolean; rescue: { problem: string; backups: { name: string; kind: string }[] } | null }

const newWindow = (): Connection => ({ source: 'window', actor: null, session: null, locked: false })

const setUp = {
  institution: 'Örnek Belediyesi',
  displayName: 'Ayşe Yönetir',
  userName: 'ayse',
  password: 'sarı lale on ikinci kat',
  language: 'tr',
  alsoOfficer: true,
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-service-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function startOn(storeFolder: string) {
  const { service, run, stop, window } = await open(storeFolder)
  onTestFinished(stop)
  return { service, run, stop, window }
}

async function open(storeFolder: string) {
  const service = await startService({ storeFolder, dataKey: new Uint8Array(32).fill(7), firstBackupAfter: 0 })
  let running = true
  const stop = async () => {
    if (running) await service.stop()
    running = false
  }
  const window = newWindow()
  const run = (name: string, input?: unknown) => service.dispatcher.run(name, input, window) as Promise<never>
  return { service, run, stop, window }
}

/** Waits until the service has made the day's backup, as it does beside everything else. */
async function dailyBackup(service: Service, window: Connection): Promise<string> {
  for (;;) {
    const { backups } = (await service.dispatcher.run('access.backups', undefined, {
      ...window,
      actor: { id: 'x', name: 'x', roles: ['AU'] },
      session: null,
    })) as { backups: { name: string; kind: string }[] }
    const daily = backups.find(({ kind }) => kind === 'daily')
    if (daily) return daily.name
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

let closed = { folder: '', backup: '' }

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-service-'))
  const { run, service, window, stop } = await open(folder)
  await dailyBackup(service, window)
  await run('access.setUp', setUp)
  const { name } = (await run('access.backUp', {})) as { name: string }
  await stop()
  closed = { folder, backup: name }
})

afterAll(() => rm(closed.folder, { recursive: true, force: true }))

/** A folder with an academy that was set up, backed up and closed. */
async function closedAcademy(): Promise<{ folder: string; backup: string }> {
  const folder = await emptyFolder()
  await cp(closed.folder, folder, { recursive: true })
  return { folder, backup: closed.backup }
}

describe('a running service', () => {
  test('backs up at the first start of a day and not again at the second', async () => {
    const folder = await emptyFolder()
    const first = await startOn(folder)
    await dailyBackup(first.service, first.window)
    await first.stop()
    const second = await startOn(folder)
    await dailyBackup(second.service, second.window)
    await second.stop()
    expect((await readdir(join(folder, 'backups'))).filter((name) => name.endsWith('-daily.db'))).toHaveLength(1)
  })

  test('restores a backup while its worker has the store open, and goes on in both threads', async () => {
    const { folder, backup } = await closedAcademy()
    const { run } = await startOn(folder)
    await run('access.signIn', { userName: 'ayse', password: setUp.password })
    await run('access.changeSettings', { institution: 'Yeni Ad', idleMinutes: 5 })
    expect(await run('access.verify')).toMatchObject({ findings: [] })
    await run('access.restoreBackup', { name: backup })
    await run('access.signIn', { userName: 'ayse', password: setUp.password })
    expect(await run('access.state')).toMatchObject({ institution: 'Örnek Belediyesi', idleMinutes: 15 })
    expect(await run('access.verify')).toMatchObject({ findings: [] })
  })
})

describe('a service before a store that does not open', () => {
  test('tells the window why and from which backups it can be brought back, and answers nothing else', async () => {
    const { folder, backup } = await closedAcademy()
    await writeFile(join(folder, 'akademi.db'), 'no database')
    const { run } = await startOn(folder)
    const { rescue } = (await run('access.state')) as State
    expect(rescue).toMatchObject({ problem: 'damaged' })
    expect(rescue?.backups.map(({ name }) => name)).toContain(backup)
    await expect(run('access.signIn', { userName: 'ayse', password: setUp.password })).rejects.toMatchObject({
      code: 'STORE_FAILED',
      data: { problem: 'damaged', folder },
    })
    await expect(run('access.rescue', { backup: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await readFile(join(folder, 'akademi.db'), 'utf8')).toBe('no database')
  })

  test('brings it back, opens it for the same window, and says so in its log', async () => {
    const { folder, backup } = await closedAcademy()
    await writeFile(join(folder, 'akademi.db'), 'no database')
    const { run } = await startOn(folder)
    await run('access.rescue', { backup })
    expect(((await run('access.state')) as State).rescue).toBeNull()
    await run('access.signIn', { userName: 'ayse', password: setUp.password })
    const { rows } = (await run('access.log', {})) as { rows: { operation: string; about: string | null }[] }
    expect(rows).toContainEqual(expect.objectContaining({ operation: 'access.rescue', about: backup }))
    expect(await run('access.verify')).toMatchObject({ findings: [] })
    await expect(run('access.rescue', { backup })).rejects.toMatchObject({ data: { rule: 'nothingToRescue' } })
  })

  test('opens it as it is once the right file has been put back', async () => {
    const { folder } = await closedAcademy()
    const path = join(folder, 'akademi.db')
    const right = await readFile(path)
    await rm(path)
    const { run } = await startOn(folder)
    expect(((await run('access.state')) as State).rescue).toMatchObject({ problem: 'missing' })
    await expect(run('access.rescue', { backup: null })).rejects.toMatchObject({ data: { problem: 'missing' } })
    await writeFile(path, right)
    await run('access.rescue', { backup: null })
    await run('access.signIn', { userName: 'ayse', password: setUp.password })
  })

  test('is not started for a reason that no backup mends, nor without a backup', async () => {
    const { folder, backup } = await closedAcademy()
    const { stop } = await startOn(folder)
    await expect(startService({ storeFolder: folder })).rejects.toMatchObject({ data: { problem: 'inUse' } })
    await stop()
    await rm(join(folder, 'backups'), { recursive: true })
    await writeFile(join(folder, 'akademi.db'), 'no database')
    await expect(startService({ storeFolder: folder })).rejects.toMatchObject({ data: { problem: 'damaged' } })
    expect(backup).not.toBe('')
  })
})
