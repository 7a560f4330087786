import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { BrowserWindowConstructorOptions, CustomScheme, MenuItemConstructorOptions } from 'electron'
import type { ElectronParts } from '../../src-main/shell/electron-parts.ts'
import type { FromService, ToService } from '../../src-main/shell/service-messages.ts'
import { createGuardedSession } from './session-stand-in.ts'

type StandInMenu = { readonly template: readonly MenuItemConstructorOptions[] }

/** A page's process: keeps what it was sent and how it was told to behave. */
class StandInContents extends EventEmitter {
  readonly sent: { readonly channel: string; readonly value: unknown }[] = []
  readonly ports: MessagePort[] = []
  reloads = 0
  openWindow: ((details: { url: string }) => { action: 'deny' }) | undefined

  send(channel: string, value: unknown): void {
    this.sent.push({ channel, value })
  }

  postMessage(channel: string, value: unknown, transfer: MessagePort[]): void {
    this.sent.push({ channel, value })
    this.ports.push(...transfer)
  }

  reload(): void {
    this.reloads++
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void {
    this.openWindow = handler
  }
}

export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents()
  readonly loaded: string[] = []
  readonly did: string[] = []
  readonly options: BrowserWindowConstructorOptions
  minimized = false
  maximized = false
  destroyed = false

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
  }

  show = () => void this.did.push('show')
  focus = () => void this.did.push('focus')
  restore = () => void this.did.push('restore')
  maximize = () => void this.did.push('maximize')
  isMinimized = () => this.minimized
  isMaximized = () => this.maximized
  isDestroyed = () => this.destroyed
  getNormalBounds = () => ({ x: 10, y: 20, width: 1200, height: 800 })
}

/** A service process: keeps what it was told; the test plays its answers with `say` and its end with `end`. */
export class StandInService extends EventEmitter {
  readonly told: ToService[] = []
  readonly ports: MessagePort[] = []
  readonly stdout = new EventEmitter()
  readonly stderr = new EventEmitter()
  readonly file: string
  readonly args: readonly string[]
  killed = false

  constructor(file: string, args: readonly string[]) {
    super()
    this.file = file
    this.args = args
  }

  postMessage(message: ToService, transfer: MessagePort[] = []): void {
    this.told.push(message)
    this.ports.push(...transfer)
  }

  kill(): boolean {
    this.killed = true
    return true
  }

  say(message: FromService): void {
    this.emit('message', message)
  }

  end(code: number): void {
    this.emit('exit', code)
  }
}

class StandInApp extends EventEmitter {
  readonly did: string[] = []
  isPackaged = true
  locale = 'tr'
  /** False plays a second start. */
  holdsLock = true
  readonly folders: Record<string, string>

  constructor(appData: string) {
    super()
    this.folders = { appData }
  }

  enableSandbox = () => void this.did.push('enableSandbox')
  exit = (code = 0) => void this.did.push(`exit ${code}`)
  quit = () => void this.did.push('quit')
  getAppPath = () => '/app'
  getLocale = () => this.locale
  getPath = (name: string) => this.folders[name] ?? ''
  getVersion = () => '1.2.3'
  requestSingleInstanceLock = () => {
    this.did.push(`lock ${this.folders.userData}`)
    return this.holdsLock
  }
  setAboutPanelOptions = () => {}
  setAppUserModelId = () => {}
  setName = () => {}
  setPath = (name: string, folder: string) => {
    if (!existsSync(folder)) throw new Error(`Failed to set path '${name}': the folder does not exist`)
    this.folders[name] = folder
  }
  whenReady = async () => void this.did.push('ready')
}

const fullHd = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } }

/** Electron's module as the shell sees it, with what happened to it beside it. Its files go to a new temporary folder. */
export function createElectron() {
  const appData = mkdtempSync(join(tmpdir(), 'akademi-shell-'))
  const profile = join(appData, 'Akademi')
  const app = new StandInApp(appData)
  const windows: StandInWindow[] = []
  const services: StandInService[] = []
  const opened: string[] = []
  const menus: StandInMenu[] = []
  const schemes: CustomScheme[] = []
  const errors: { readonly title: string; readonly text: string }[] = []
  const asked: string[] = []
  const answers: number[] = []
  const handlers = new Map<string, (request: Request) => Response | Promise<Response>>()
  const { session, rules } = createGuardedSession()
  const ipcMain = new EventEmitter()

  const electron = {
    app,
    BrowserWindow: class extends StandInWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options)
        windows.push(this)
        app.emit('web-contents-created', {}, this.webContents)
      }
    },
    dialog: {
      showErrorBox: (title: string, text: string) => void errors.push({ title, text }),
      showMessageBoxSync: (...args: readonly unknown[]) => {
        asked.push(JSON.stringify(args.at(-1)))
        return answers.shift() ?? 0
      },
    },
    ipcMain,
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]): StandInMenu => ({ template }),
      setApplicationMenu: (menu: StandInMenu) => void menus.push(menu),
    },
    MessageChannelMain: MessageChannel,
    nativeTheme: { shouldUseDarkColors: false },
    protocol: {
      handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
        void handlers.set(scheme, handler),
      registerSchemesAsPrivileged: (list: CustomScheme[]) => void schemes.push(...list),
    },
    safeStorage: createVault(),
    screen: { getAllDisplays: () => [fullHd], getPrimaryDisplay: () => fullHd },
    session: { defaultSession: session },
    shell: {
      openExternal: async (address: string) => void opened.push(address),
    },
    utilityProcess: {
      fork: (file: string, args: string[]) => {
        const service = new StandInService(file, args)
        services.push(service)
        return service
      },
    },
  } satisfies ElectronParts<MessagePort, StandInMenu>

  return {
    electron,
    app,
    windows,
    services,
    opened,
    menus,
    schemes,
    errors,
    asked,
    answers,
    handlers,
    rules,
    appData,
    profile,
  }
}

/** An operating system's vault that mirrors what it is given, so that a test can see whether it was used. */
export function createVault({ available = true, backend = 'gnome_libsecret' as const, rotated = false } = {}) {
  const mirrored = (text: string) => [...text].toReversed().join('')
  return {
    isAsyncEncryptionAvailable: async () => available,
    getSelectedStorageBackend: (): 'gnome_libsecret' | 'basic_text' => backend,
    encryptStringAsync: async (text: string) => Buffer.from(`sealed:${mirrored(text)}`),
    decryptStringAsync: async (sealed: Buffer) => {
      const text = sealed.toString()
      if (!text.startsWith('sealed:')) throw new Error('not sealed by this vault')
      return { result: mirrored(text.slice('sealed:'.length)), shouldReEncrypt: rotated }
    },
  }
}
