import type {
  App,
  BrowserWindowConstructorOptions,
  Dialog,
  MenuItemConstructorOptions,
  Protocol,
  Rectangle,
} from 'electron'
import type { Vault } from './data-key.ts'
import type { PageWindow } from './main-window.ts'
import type { GuardedContents } from './page-guards.ts'
import type { Ipc } from './page-ipc.ts'
import type { GuardedSession } from './permissions.ts'
import type { ServiceProcess } from './service-supervisor.ts'

type Preventable = { readonly preventDefault: () => void }

type AppPart = Pick<
  App,
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getLocale'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppUserModelId'
  | 'setName'
  | 'setPath'
  | 'whenReady'
> & {
  readonly on: {
    (event: 'web-contents-created', listener: (event: unknown, contents: GuardedContents) => void): unknown
    (event: 'second-instance', listener: () => void): unknown
    (event: 'window-all-closed', listener: () => void): unknown
    (event: 'before-quit', listener: (event: Preventable) => void): unknown
  }
}

type Screen = { readonly workArea: Rectangle }

type Output = { readonly on: (event: 'data', listener: (text: Buffer) => void) => unknown }

/** Everything of the `electron` module that the shell uses. Electron's own module fits it, and so does the tests' stand-in. */
export type ElectronParts<Port, Menu> = {
  readonly app: AppPart
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => PageWindow<Port>
  readonly dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBoxSync'>
  readonly ipcMain: Ipc
  readonly Menu: {
    readonly buildFromTemplate: (template: MenuItemConstructorOptions[]) => Menu
    readonly setApplicationMenu: (menu: Menu) => void
  }
  readonly MessageChannelMain: new () => { readonly port1: Port; readonly port2: Port }
  readonly nativeTheme: { readonly shouldUseDarkColors: boolean }
  readonly protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>
  readonly safeStorage: Vault
  readonly screen: { readonly getAllDisplays: () => readonly Screen[]; readonly getPrimaryDisplay: () => Screen }
  readonly session: { readonly defaultSession: GuardedSession }
  readonly shell: { readonly openExternal: (address: string) => Promise<void> }
  readonly utilityProcess: {
    readonly fork: (
      file: string,
      args: string[],
      options: { serviceName: string; stdio: 'pipe' },
    ) => ServiceProcess<Port> & { readonly stdout: Output | null; readonly stderr: Output | null }
  }
}

/** What the shell takes from the process around it. */
export type HostProcess = {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly platform: string
  readonly programFiles: string | undefined
  /** The folder of the built main process; `service.js` lies in it, the page and the preload beside it. */
  readonly mainFolder: string
  readonly onFault: (listener: (fault: unknown) => void) => void
}
