import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { electronRuntime, installedRuntime, type RuntimeOptions } from '../../scripts/electron-runtime.ts'

let folder: string
let temporary: string
const told: string[] = []

/** Electron's package as npm leaves it, with an installer of the test's own. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'akademi-electron-package-'))
  temporary = mkdtempSync(join(tmpdir(), 'akademi-electron-tmp-'))
  told.length = 0
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}')
})

const options = (more: RuntimeOptions = {}): RuntimeOptions => ({
  folder,
  platform: 'win32',
  env: {},
  patience: 60_000,
  tell: (line) => told.push(line),
  ...more,
})

const installer = (script: string) => writeFileSync(join(folder, 'install.js'), script)

const installs = `
  const fs = require('node:fs'), path = require('node:path')
  fs.mkdirSync(path.join(__dirname, 'dist'))
  fs.writeFileSync(path.join(__dirname, 'dist/electron.exe'), 'program')
  fs.writeFileSync(path.join(__dirname, 'dist/version'), 'v45.4.1')
  fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron.exe')`

function install(version = '45.4.1') {
  mkdirSync(join(folder, 'dist'))
  for (const name of ['electron', 'electron.exe']) {
    writeFileSync(join(folder, 'dist', name), 'program')
    chmodSync(join(folder, 'dist', name), 0o755)
  }
  writeFileSync(join(folder, 'dist/version'), version)
  writeFileSync(join(folder, 'path.txt'), 'electron.exe')
}

test('an installed runtime is found, and nothing is fetched', async () => {
  install()
  expect(await electronRuntime(options())).toEqual({ available: true, path: join(folder, 'dist/electron.exe') })
  expect(told).toEqual([])
})

test('a missing runtime is fetched once, which is said', async () => {
  installer(installs)
  expect(await electronRuntime(options())).toEqual({ available: true, path: join(folder, 'dist/electron.exe') })
  expect(told).toEqual(['Fetching Electron’s runtime (about 120 MB, once) …'])
})

test('a runtime of another version is not used', async () => {
  install('44.0.0')
  expect(installedRuntime(options())).toEqual({ available: false, reason: 'Electron’s runtime is not installed' })
})

test('looking never fetches', () => {
  installer(installs)
  expect(installedRuntime(options()).available).toBe(false)
  expect(existsSync(join(folder, 'dist'))).toBe(false)
})

describe('a download that fails leaves nothing half fetched, and says why', () => {
  test('when the server cannot be reached', async () => {
    installer(`console.error('TypeError: fetch failed\\n    at node:internal'); process.exit(1)`)
    expect(await electronRuntime(options())).toEqual({
      available: false,
      reason: 'Electron’s runtime is not installed and could not be fetched (its download server cannot be reached)',
    })
  })

  test('when nothing more comes', async () => {
    installer(`
      const fs = require('node:fs'), path = require('node:path'), os = require('node:os')
      fs.writeFileSync(path.join(os.tmpdir(), 'half.zip'), 'half')
      fs.mkdirSync(path.join(__dirname, 'dist'))
      fs.writeFileSync(path.join(__dirname, 'dist/electron.exe'), 'half')
      setInterval(() => {}, 1000)`)
    // The installer is given a folder of its own for temporary files, which goes with it.
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('akademi-electron-'))
    expect(await electronRuntime(options({ patience: 1_000 }))).toEqual({
      available: false,
      reason: 'Electron’s runtime is not installed and could not be fetched (nothing came for 1 seconds)',
    })
    expect(existsSync(join(folder, 'dist'))).toBe(false)
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('akademi-electron-'))).toEqual(before)
  })

  test('when the file is not what it should be', async () => {
    installer(
      `console.error('\\nError: Generated checksum for "electron.zip" did not match\\n    at x'); process.exit(1)`,
    )
    const found = await electronRuntime(options())
    expect(found).toMatchObject({ available: false, reason: expect.stringContaining('did not match') })
    expect(JSON.stringify(found)).not.toContain('at x')
  })
})

test('ELECTRON_SKIP_BINARY_DOWNLOAD is respected', async () => {
  installer(installs)
  const found = await electronRuntime(options({ env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' } }))
  expect(found).toMatchObject({ available: false, reason: expect.stringContaining('ELECTRON_SKIP_BINARY_DOWNLOAD') })
  expect(existsSync(join(folder, 'dist'))).toBe(false)
})

test('ELECTRON_OVERRIDE_DIST_PATH names another runtime', () => {
  writeFileSync(join(temporary, 'electron.exe'), 'program')
  const env = { ELECTRON_OVERRIDE_DIST_PATH: temporary }
  expect(installedRuntime(options({ env }))).toEqual({ available: true, path: join(temporary, 'electron.exe') })
  expect(installedRuntime(options({ env: { ELECTRON_OVERRIDE_DIST_PATH: join(temporary, 'none') } })).available).toBe(
    false,
  )
})

describe('on Linux, a runtime that could open no window is not tried and not fetched', () => {
  test.each([
    [{ user: 0, env: { DISPLAY: ':0' } }, 'Electron’s sandbox does not work for the root user'],
    [{ user: 1000, env: {} }, 'there is no display to open a window on'],
  ])('%j', async (machine, reason) => {
    installer(installs)
    const onLinux = options({ platform: 'linux', ...machine })
    expect(await electronRuntime(onLinux)).toEqual({ available: false, reason })
    expect(told).toEqual([])
    install()
    expect(await electronRuntime(onLinux)).toEqual({ available: false, reason })
  })
})
