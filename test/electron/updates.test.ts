import { EventEmitter } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { machineUpdateFile, updateFeed } from '../../src-main/shell/update-feed.ts'
import { type Updater, watchUpdates } from '../../src-main/shell/updates.ts'

function standInUpdater() {
  const did: string[] = []
  const events = new EventEmitter()
  const updater: Updater & { checks: (() => Promise<unknown>)[] } = {
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: true,
    disableWebInstaller: false,
    logger: null,
    checks: [],
    setFeedURL: ({ provider, url }) => void did.push(`feed ${provider} ${url}`),
    checkForUpdates: async () => {
      did.push('check')
      return updater.checks.shift()?.()
    },
    quitAndInstall: (silent, runAfter) => void did.push(`install silent=${silent} runAfter=${runAfter}`),
    on: (event: string, listener: unknown) => events.on(event, listener as (value: unknown) => void),
  }
  return { updater, did, events }
}

function watched(feed: string | null) {
  const stand = standInUpdater()
  const waits: { readonly ms: number; readonly callback: () => void }[] = []
  const ready: string[] = []
  const lines: string[] = []
  let loads = 0
  const updates = watchUpdates({
    feed,
    load: async () => {
      loads++
      return stand.updater
    },
    onReady: (version) => ready.push(version),
    log: (line) => lines.push(line),
    after: (ms, callback) => waits.push({ ms, callback }),
  })
  const nextCheck = async () => {
    const count = waits.length
    waits[count - 1]?.callback()
    await vi.waitFor(() => expect(waits).toHaveLength(count + 1))
  }
  return { ...stand, updates, waits, ready, lines, nextCheck, loads: () => loads }
}

test('without a feed nothing is loaded and nothing asked', () => {
  const { waits, updates, loads, did } = watched(null)
  expect(waits).toEqual([])
  expect(loads()).toBe(0)
  updates.install()
  expect(did).toEqual([])
})

test('the feed is asked quietly, and again later', async () => {
  const { nextCheck, did, waits } = watched('https://updates.example.bel.tr/akademi')
  await nextCheck()
  await nextCheck()
  expect(did).toEqual(['feed generic https://updates.example.bel.tr/akademi', 'check', 'check'])
  expect(waits.map(({ ms }) => ms)).toEqual([30_000, 21_600_000, 21_600_000])
})

test('an older version is never installed over a newer one, and no web installer is run', async () => {
  const { nextCheck, updater } = watched('https://updates.example.bel.tr/akademi')
  await nextCheck()
  expect(updater).toMatchObject({
    allowDowngrade: false,
    disableWebInstaller: true,
    autoDownload: true,
    autoInstallOnAppQuit: true,
  })
})

test('a feed that does not answer goes to the log and is asked again', async () => {
  const { nextCheck, updater, did, lines } = watched('https://updates.example.bel.tr/akademi')
  updater.checks.push(() => Promise.reject(new Error('getaddrinfo ENOTFOUND')))
  await nextCheck()
  await nextCheck()
  expect(lines).toEqual(['update check failed: Error: getaddrinfo ENOTFOUND'])
  expect(did.filter((each) => each === 'check')).toHaveLength(2)
})

test('a downloaded update is told, and installed only when the officer says so', async () => {
  const { nextCheck, events, updates, ready, did } = watched('https://updates.example.bel.tr/akademi')
  await nextCheck()
  updates.install()
  expect(did).not.toContainEqual(expect.stringContaining('install'))
  events.emit('update-downloaded', { version: '2.0.0' })
  expect(ready).toEqual(['2.0.0'])
  expect(updates.ready()).toBe('2.0.0')
  updates.install()
  expect(did.at(-1)).toBe('install silent=true runAfter=true')
})

test('a signature that does not fit is reported in the log', async () => {
  const { nextCheck, events, lines } = watched('https://updates.example.bel.tr/akademi')
  await nextCheck()
  events.emit('error', new Error('New version 2.0.0 is not signed by the application owner'))
  expect(lines).toEqual(['update failed: New version 2.0.0 is not signed by the application owner'])
})

describe('the feed file', () => {
  let folder: string
  let lines: string[]
  const machine = () => join(folder, 'machine.json')
  const user = () => join(folder, 'user.json')
  const feed = () => updateFeed([machine(), user()], (line) => lines.push(line))

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'akademi-feed-'))
    lines = []
  })

  test('no file means no updates', () => {
    expect(feed()).toBeNull()
    expect(lines).toEqual([])
  })

  test('the file of the computer goes before the file of the officer', () => {
    writeFileSync(user(), '{"url":"https://officer.example/"}')
    expect(feed()).toBe('https://officer.example/')
    writeFileSync(machine(), '\uFEFF{"url":"https://it.example/"}')
    expect(feed()).toBe('https://it.example/')
    writeFileSync(machine(), '{"url":null}')
    expect(feed()).toBeNull()
    expect(lines).toEqual([])
  })

  test.each([
    '{"url":"http://it.example/"}',
    '{"url":"file:///updates"}',
    '{"url":"it.example"}',
    '{}',
    'url=https://it.example',
    '',
  ])('a file that says %s means no updates, and the log says why', (text) => {
    writeFileSync(machine(), text)
    writeFileSync(user(), '{"url":"https://officer.example/"}')
    expect(feed()).toBeNull()
    expect(lines).toEqual([`no updates: ${machine()} must hold {"url": "https://…"} or {"url": null}`])
  })

  test('the file of the computer lies where only administrators can write', () => {
    expect(machineUpdateFile('win32', 'D:\\Program Files')).toContain('D:\\Program Files')
    expect(machineUpdateFile('linux')).toBe('/etc/akademi/update.json')
    expect(machineUpdateFile('darwin')).toMatch(/^\/Library\//)
  })
})
