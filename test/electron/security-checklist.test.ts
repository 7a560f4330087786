import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindowConstructorOptions } from 'electron'
import { beforeEach, describe, expect, test } from 'vitest'
import builder from '../../electron-builder.config.ts'
import { startShell } from '../../src-main/shell/shell.ts'
import { toHost } from '../../src-preload/channels.ts'
import { createElectron, type StandInWindow } from './electron-stand-in.ts'

const root = join(import.meta.dirname, '../..')
const mainFolder = join(root, 'out/main')

/** Every source file that can import Electron, by path, with its text. */
const shellSources = ['src-main/index.ts', ...below('src-main/shell'), ...below('src-preload')].map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}))

function below(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}

const filesWith = (pattern: RegExp) => shellSources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

let stand: ReturnType<typeof createElectron>
let window: StandInWindow
let web: NonNullable<BrowserWindowConstructorOptions['webPreferences']>

beforeEach(async () => {
  stand = createElectron()
  window = await openWindow()
  web = window.options.webPreferences ?? {}
})

async function openWindow(): Promise<StandInWindow> {
  await startShell(
    stand.electron,
    {
      argv: [],
      cwd: '/',
      platform: 'win32',
      programFiles: stand.appData,
      mainFolder,
      onFault: () => {},
    },
    () => Promise.reject(new Error('no updates in this test')),
  )
  const [first] = stand.windows
  if (!first) throw new Error('no window')
  return first
}

function attempt(event: string, fields: Record<string, unknown> = {}) {
  const attempted = {
    prevented: false,
    preventDefault: () => void Object.assign(attempted, { prevented: true }),
    ...fields,
  }
  window.webContents.emit(event, attempted)
  return attempted.prevented ? 'prevented' : 'allowed'
}

const navigate = (url: string, isMainFrame = true, event = 'will-frame-navigate') =>
  attempt(event, { url, isMainFrame })
const click = () => window.webContents.emit('input-event', {}, { type: 'mouseUp' })

test('1. only our own content is ever loaded', async () => {
  expect(window.loaded).toEqual(['app://akademi/'])
  expect(await stand.rules.request('app://akademi/assets/app.js')).toBe(true)
  expect(await stand.rules.request('blob:app://akademi/8f1c')).toBe(true)
  for (const url of [
    'chrome://settings/',
    'http://akademi/',
    'https://www.mevzuat.gov.tr/',
    'file:///etc/passwd',
    'ws://localhost/',
    'app://elsewhere/',
  ]) {
    expect([url, await stand.rules.request(url)]).toEqual([url, false])
  }
})

test('2. the page has no Node', () => {
  expect(web).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  })
})

test('3. the page’s world and the preload’s are apart', () => {
  expect(web.contextIsolation).toBe(true)
})

test('4. every page is sandboxed, and foreign files are read outside the main process', () => {
  expect(web.sandbox).toBe(true)
  expect(stand.app.did.indexOf('enableSandbox')).toBeLessThan(stand.app.did.indexOf('ready'))
  const parsers = /from '(xlsx|hucre|better-sqlite3|kysely|@myriaddreamin[^']*|\.\.\/\.\.\/src-node[^']*)'/
  expect(filesWith(parsers)).toEqual([])
})

describe('5. permissions are denied, whatever they are', () => {
  const permissions = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'openExternal',
    'display-capture',
    'local-fonts',
    'window-management',
    'unknown',
  ] as const

  test.each(permissions)('%s', async (permission) => {
    expect(stand.rules.check(permission, 'app://akademi/')).toBe(false)
    expect(await stand.rules.ask(permission, 'app://akademi/')).toBe(false)
  })

  test('copying to the clipboard is the one exception, for our own page', async () => {
    expect(stand.rules.check('clipboard-sanitized-write', 'app://akademi/needs')).toBe(true)
    expect(await stand.rules.ask('clipboard-sanitized-write', 'app://akademi/needs')).toBe(true)
    expect(stand.rules.check('clipboard-sanitized-write', 'https://akademi/')).toBe(false)
    expect(stand.rules.check('clipboard-sanitized-write', 'app://akademi/', false)).toBe(false)
  })

  test('no device is granted, none is chosen on the officer’s behalf, and no screen is recorded', async () => {
    expect(stand.rules.device()).toBe(false)
    expect(await stand.rules.capture()).toBeNull()
    const chosen: string[] = []
    const event = { prevented: false, preventDefault: () => void Object.assign(event, { prevented: true }) }
    window.webContents.emit('select-bluetooth-device', event, [{ deviceId: 'a' }], (id: string) => chosen.push(id))
    expect(event.prevented).toBe(true)
    expect(chosen).toEqual([''])
  })
})

test('6. web security stays on', () => {
  expect(web.webSecurity).toBe(true)
})

test('7. the page comes with a policy that allows nothing from elsewhere and no script of its own text', async () => {
  const answer = await stand.handlers.get('app')?.(new Request('app://akademi/'))
  const policy = Object.fromEntries(
    (answer?.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name, ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )
  expect(policy).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  })
  expect(JSON.stringify(policy)).not.toMatch(/https?:|\*|unsafe-eval/)
})

test('8. insecure content is not allowed', () => {
  expect(web.allowRunningInsecureContent).toBe(false)
})

test('9. experimental features are off', () => {
  expect(web.experimentalFeatures).toBe(false)
})

test('10. no Blink feature is switched on', () => {
  expect(web.enableBlinkFeatures).toBeUndefined()
  expect(filesWith(/appendSwitch|commandLine/)).toEqual([])
})

test('11. and 12. there are no webviews, and none can be attached', () => {
  expect(web.webviewTag).toBe(false)
  expect(attempt('will-attach-webview')).toBe('prevented')
})

describe('13. the page goes nowhere', () => {
  test.each([
    'https://www.mevzuat.gov.tr/',
    'http://localhost/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://elsewhere/',
    'app://akademi.evil/',
    'blob:app://akademi/1',
  ])('neither by a link nor by a redirect to %s', (url) => {
    expect(navigate(url)).toBe('prevented')
    expect(navigate(url, true, 'will-redirect')).toBe('prevented')
  })

  test('it may move within itself', () => {
    expect(navigate('app://akademi/plan/2027')).toBe('allowed')
  })

  test('a frame inside it may show what the page made, and nothing else', () => {
    expect(navigate('blob:app://akademi/1', false)).toBe('allowed')
    for (const url of [
      'blob:https://evil/1',
      'https://evil/',
      'data:text/html,x',
      'chrome-extension://evil/',
      'about:srcdoc',
    ]) {
      expect([url, navigate(url, false)]).toEqual([url, 'prevented'])
    }
  })
})

test('14. no second window opens, not even for an allowed site', () => {
  for (const url of ['app://akademi/', 'https://www.mevzuat.gov.tr/', 'about:blank']) {
    expect(window.webContents.openWindow?.({ url })).toEqual({ action: 'deny' })
  }
  expect(stand.windows).toHaveLength(1)
})

describe('15. the browser opens only what Akademi links to, and only when somebody clicked', () => {
  test('a click on a law opens it', () => {
    click()
    window.webContents.openWindow?.({ url: 'https://www.mevzuat.gov.tr/mevzuat?no=6245' })
    expect(stand.opened).toEqual(['https://www.mevzuat.gov.tr/mevzuat?no=6245'])
  })

  test('a link in the page itself opens it too, and the page stays', () => {
    click()
    expect(navigate('https://www.resmigazete.gov.tr/')).toBe('prevented')
    expect(stand.opened).toEqual(['https://www.resmigazete.gov.tr/'])
  })

  test('a script cannot open it without a click, nor twice with one', () => {
    window.webContents.openWindow?.({ url: 'https://www.mevzuat.gov.tr/' })
    expect(stand.opened).toEqual([])
    click()
    window.webContents.openWindow?.({ url: 'https://www.mevzuat.gov.tr/' })
    window.webContents.openWindow?.({ url: 'https://www.mevzuat.gov.tr/' })
    expect(stand.opened).toHaveLength(1)
  })

  test.each([
    'http://www.mevzuat.gov.tr/',
    'https://www.mevzuat.gov.tr.evil.example/',
    'https://www.mevzuat.gov.tr:444/',
    'https://user@evil.example/www.mevzuat.gov.tr',
    'file:///C:/Windows/System32/calc.exe',
    'smb://evil/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'not an address',
  ])('%s is never opened', (url) => {
    click()
    window.webContents.openWindow?.({ url })
    expect(stand.opened).toEqual([])
  })

  test('nothing else in the shell opens addresses', () => {
    expect(filesWith(/openExternal\(|openPath\(/)).toEqual(
      ['src-main/shell/external-links.ts', 'src-main/shell/shell.ts'].toSorted(),
    )
  })
})

test('16. Electron is pinned to one version, and that version is what is installed', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const installed = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  expect(installed.version).toBe(devDependencies.electron)
})

describe('17. only the top frame of our own page is listened to', () => {
  const strangers = [
    { url: 'https://evil.example/', parent: null },
    { url: 'app://elsewhere/', parent: null },
    { url: 'file:///index.html', parent: null },
    { url: 'app://akademi/', parent: { url: 'app://akademi/', parent: null } },
    { url: 'blob:app://akademi/1', parent: { url: 'app://akademi/', parent: null } },
    null,
  ]

  test.each(strangers)('%j is refused', (senderFrame) => {
    const before = window.webContents.sent.length
    for (const channel of Object.values(toHost)) {
      const message = { senderFrame, returnValue: 'untouched' as unknown }
      stand.electron.ipcMain.emit(channel, message, 'en')
      expect(message.returnValue).toBe(channel === toHost.facts ? null : 'untouched')
    }
    expect(window.webContents.sent).toHaveLength(before)
    expect(stand.menus).toHaveLength(1)
  })

  test('there is one place that listens', () => {
    expect(filesWith(/ipcMain\.(on|once|handle)|ipc\.on\(/)).toEqual(['src-main/shell/page-ipc.ts'])
  })
})

test('18. the page has a scheme of its own instead of file://', () => {
  expect(stand.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  expect([...stand.handlers.keys()]).toEqual(['app'])
  expect(filesWith(/file:\/\/|loadFile\(/)).toEqual([])
})

test('19. the fuses of the packed program are set as they should be', () => {
  expect(builder.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
  expect(builder.asar).toBe(true)
  // With runAsNode off, child processes of Electron's own kind would not start.
  expect(filesWith(/child_process|utilityProcess\.fork\(/)).toEqual(['src-main/shell/host-service.ts'])
})

test('20. the page reaches no part of Electron but what the bridge lists', () => {
  expect(filesWith(/exposeInMainWorld\(/)).toEqual(['src-preload/install.ts'])
  const preload = shellSources.find(({ path }) => path === 'src-preload/install.ts')?.text ?? ''
  expect(preload).not.toMatch(/:\s*ipcRenderer\b|\bipcRenderer\s*,\s*\n?\s*\}\)/)
  expect(preload.match(/exposeInMainWorld\('/g)).toHaveLength(1)
})

test('an officer’s program has no developer tools, a developer’s has', async () => {
  expect(web.devTools).toBe(false)
  stand = createElectron()
  stand.app.isPackaged = false
  expect((await openWindow()).options.webPreferences?.devTools).toBe(true)
})

test('certificates are judged by Chromium alone', () => {
  expect(filesWith(/certificate-error|setCertificateVerifyProc|ignore-certificate/)).toEqual([])
})
