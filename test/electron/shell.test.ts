import { EventEmitter } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { standardStoreFolder } from '../../src-main/service/store-folder.ts'
import { startShell } from '../../src-main/shell/shell.ts'
import type { Updater } from '../../src-main/shell/updates.ts'
import { toHost } from '../../src-preload/channels.ts'
import { createElectron } from './electron-stand-in.ts'

const mainFolder = join(import.meta.dirname, '../../out/main')

let stand: ReturnType<typeof createElectron>
let faults: EventEmitter

beforeEach(() => {
  stand = createElectron()
  faults = new EventEmitter()
})

const ownFrame = { url: 'app://akademi/', parent: null }
const fromPage = (channel: string, value?: unknown, senderFrame: unknown = ownFrame) => {
  const message = { senderFrame, returnValue: undefined as unknown }
  stand.electron.ipcMain.emit(channel, message, value)
  return message.returnValue
}

async function open(
  argv: readonly string[] = [],
  loadUpdater = async (): Promise<Updater> => Promise.reject(new Error()),
) {
  await startShell(
    stand.electron,
    {
      argv,
      cwd: '/officer',
      platform: 'win32',
      programFiles: stand.appData,
      mainFolder,
      onFault: (listener) => faults.on('fault', listener),
    },
    loadUpdater,
  )
  const window = stand.windows[0]
  if (!window) throw new Error('no window')
  return window
}

const service = async (count = 1) => {
  await vi.waitFor(() => expect(stand.services).toHaveLength(count), { timeout: 5_000 })
  const running = stand.services[count - 1]
  if (!running) throw new Error('no service')
  return running
}

test('the window loads the page from its own scheme and is shown when it is drawn', async () => {
  const window = await open()
  expect(window.loaded).toEqual(['app://akademi/'])
  expect(window.did).toEqual([])
  window.emit('ready-to-show')
  expect(window.did).toEqual(['show'])
  expect(window.options).toMatchObject({ minWidth: 1100, minHeight: 700, title: 'Akademi' })
})

test('a second start does nothing but bring the first window to the front', async () => {
  const window = await open()
  window.minimized = true
  stand.app.emit('second-instance')
  expect(window.did).toEqual(['restore', 'show', 'focus'])

  const second = createElectron()
  second.app.holdsLock = false
  stand = second
  await expect(open()).rejects.toThrow('no window')
  expect(second.app.did.at(-1)).toBe('quit')
  expect(second.services).toEqual([])
})

test('each store has a lock of its own, so that the sample academy opens beside the real one', async () => {
  await open(['akademi.exe', '--store', 'sample'])
  const locked = stand.app.did.find((each) => each.startsWith('lock '))
  expect(locked).toContain(join(stand.profile, 'sessions'))
  expect((await service()).args).toEqual(['--store', '/officer/sample'])
})

test('the service starts with the store that the browser host would open too', async () => {
  await open()
  const running = await service()
  expect(running.args).toEqual(['--store', standardStoreFolder(false)])
  expect(running.file).toBe(join(mainFolder, 'service.js'))
})

test('a page that listens gets the state and then the port, and a reloaded page gets a port again', async () => {
  const window = await open()
  const running = await service()
  fromPage(toHost.listening)
  expect(window.webContents.sent.at(-1)).toEqual({ channel: 'akademi:service-state', value: { status: 'starting' } })
  expect(window.webContents.ports).toHaveLength(0)
  running.say({ type: 'ready' })
  expect(window.webContents.sent.at(-1)?.channel).toBe('akademi:port')
  fromPage(toHost.listening)
  expect(window.webContents.ports).toHaveLength(2)
  expect(running.ports).toHaveLength(2)
})

test('a crash of the service is shown, and the window with the officer’s text stays as it is', async () => {
  const window = await open()
  const first = await service(1)
  fromPage(toHost.listening)
  first.say({ type: 'ready' })
  first.end(1)
  expect(window.webContents.sent.at(-1)).toEqual({
    channel: 'akademi:service-state',
    value: { status: 'restarting', waitMs: 250 },
  })
  const second = await service(2)
  second.say({ type: 'ready' })
  expect(window.webContents.ports).toHaveLength(2)
  expect(window.webContents.reloads).toBe(0)
  expect(window.loaded).toHaveLength(1)
  expect(stand.windows).toHaveLength(1)
  expect(stand.app.did).not.toContain('quit')
})

test('what the service prints before it ends is kept for the IT department', async () => {
  await open()
  const running = await service()
  running.stderr.emit('data', Buffer.from('Error: the reason\n'))
  running.end(1)
  expect(readFileSync(join(stand.profile, 'logs/service.log'), 'utf8')).toContain('Error: the reason')
  expect(readFileSync(join(stand.profile, 'logs/shell.log'), 'utf8')).toContain('exit code 1')
})

test('a page whose process dies is loaded again, but not for ever', async () => {
  const window = await open()
  const die = () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  die()
  die()
  die()
  expect(window.webContents.reloads).toBe(3)
  die()
  expect(window.webContents.reloads).toBe(3)
  expect(stand.errors[0]?.title).toBe('Akademi’nin penceresi art arda kapandı')
  expect(stand.app.did.at(-1)).toBe('quit')
})

test('closing a window with unsaved text asks first, and staying is the default', async () => {
  const window = await open()
  const leave = () => {
    const event = { prevented: false, preventDefault: () => void Object.assign(event, { prevented: true }) }
    window.webContents.emit('will-prevent-unload', event)
    // Electron lets the page hold the window open unless this event is prevented.
    return event.prevented
  }
  expect(leave()).toBe(false)
  expect(JSON.parse(stand.asked[0] ?? '')).toMatchObject({ defaultId: 0, cancelId: 0 })
  stand.answers.push(1)
  expect(leave()).toBe(true)
})

test('quitting waits until the service has put its work away', async () => {
  await open()
  const running = await service()
  running.say({ type: 'ready' })
  const quit = () => {
    const event = { prevented: false, preventDefault: () => void Object.assign(event, { prevented: true }) }
    stand.app.emit('before-quit', event)
    return event.prevented
  }
  expect(quit()).toBe(true)
  expect(running.told.at(-1)).toEqual({ type: 'stop' })
  expect(stand.app.did).not.toContain('quit')
  running.end(0)
  await vi.waitFor(() => expect(stand.app.did.at(-1)).toBe('quit'))
  expect(quit()).toBe(false)
})

test('the window comes back where it was', async () => {
  const first = await open()
  first.maximized = true
  first.emit('close')
  const { appData } = stand
  stand = createElectron()
  stand.app.folders.appData = appData
  const second = await open()
  expect(second.options).toMatchObject({ x: 10, y: 20, width: 1200, height: 800 })
  second.emit('ready-to-show')
  expect(second.did).toEqual(['maximize', 'show'])
})

test('settings that somebody has spoilt are as good as none', async () => {
  mkdirSync(stand.profile, { recursive: true })
  writeFileSync(join(stand.profile, 'shell.json'), '{"window":{"x":"left"},"language":"klingon"')
  expect((await open()).options).toMatchObject({ width: 1366, height: 820 })
})

test('the menu follows the computer’s language until the officer chooses one, which is remembered', async () => {
  stand.app.locale = 'en-GB'
  await open()
  const firstLabel = () => stand.menus.at(-1)?.template[0]?.label
  expect(firstLabel()).toBe('File')
  expect(fromPage(toHost.facts)).toEqual({ version: '1.2.3', language: 'en' })
  fromPage(toHost.setLanguage, 'tr')
  expect(firstLabel()).toBe('Dosya')
  expect(fromPage(toHost.facts)).toEqual({ version: '1.2.3', language: 'tr' })
  const { appData } = stand
  stand = createElectron()
  stand.app.locale = 'en-GB'
  stand.app.folders.appData = appData
  await open()
  expect(firstLabel()).toBe('Dosya')
})

test('a fault before there is a window is explained without a stack trace, and Akademi ends', async () => {
  const opening = open()
  faults.emit('fault', new Error('cannot start'))
  expect(stand.errors).toHaveLength(1)
  expect(JSON.stringify(stand.errors)).not.toContain('cannot start')
  expect(stand.app.did.at(-1)).toBe('exit 1')
  await opening
})

test('a folder that cannot be made is a fault like any other, and is explained', async () => {
  writeFileSync(stand.profile, 'a file where the folder should be')
  await open().catch((fault) => faults.emit('fault', fault))
  expect(stand.errors[0]?.title).toBe('Akademi beklenmedik bir hata yüzünden kapanıyor')
})

test('a fault while the officer works is written down and takes nothing from her', async () => {
  await open()
  faults.emit('fault', new Error('a small fault'))
  expect(stand.errors).toEqual([])
  expect(stand.app.did.filter((each) => each.startsWith('exit'))).toEqual([])
  expect(readFileSync(join(stand.profile, 'logs/shell.log'), 'utf8')).toContain('a small fault')
})

test('Akademi asks nobody for updates until somebody has named a feed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  try {
    const load = vi.fn(async () => Promise.reject(new Error('not to be loaded')))
    await open([], load)
    vi.advanceTimersByTime(7 * 3_600_000)
    expect(load).not.toHaveBeenCalled()
  } finally {
    vi.useRealTimers()
  }
})

test('the feed that IT named is used, and the restart to update stops the service first', async () => {
  mkdirSync(stand.profile, { recursive: true })
  writeFileSync(join(stand.appData, 'Akademi/update.json'), '{"url":"https://it.example/"}')
  const did: string[] = []
  const events = new EventEmitter()
  const updater = {
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: false,
    disableWebInstaller: false,
    logger: null,
    setFeedURL: ({ url }: { url: string }) => void did.push(url),
    checkForUpdates: async () => void did.push('check'),
    quitAndInstall: () => void did.push('install'),
    on: (event: string, listener: unknown) => events.on(event, listener as (value: unknown) => void),
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const window = await open([], async () => updater)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(did).toEqual(['https://it.example/', 'check'])
    events.emit('update-downloaded', { version: '2.0.0' })
    expect(window.webContents.sent.at(-1)).toEqual({ channel: 'akademi:update-ready', value: '2.0.0' })
    const running = await service()
    fromPage(toHost.restartToUpdate)
    expect(running.told.at(-1)).toEqual({ type: 'stop' })
    expect(did).not.toContain('install')
    running.end(0)
    await vi.advanceTimersByTimeAsync(0)
    expect(did.at(-1)).toBe('install')
  } finally {
    vi.useRealTimers()
  }
})

test('nothing of the academy lands in the host’s own files', async () => {
  const window = await open()
  window.emit('close')
  await service()
  const files = readdirSync(stand.profile)
  expect(files.toSorted()).toEqual(['data.key', 'logs', 'shell.json'])
  expect(JSON.parse(readFileSync(join(stand.profile, 'shell.json'), 'utf8'))).toEqual({
    window: { x: 10, y: 20, width: 1200, height: 800, maximized: false },
  })
})
