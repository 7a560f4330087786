import type { Rectangle } from 'electron'
import type { HostPlace, ServiceState } from '../../src-preload/bridge.ts'
import { pageOrigin, toPage } from '../../src-preload/channels.ts'
import { crashLimit } from './crash-limit.ts'
import type { ShellSettings } from './settings.ts'

type Preventable = { readonly preventDefault: () => void }

/** The part of Electron's BrowserWindow that is used. */
export type PageWindow<Port> = {
  readonly loadURL: (url: string) => Promise<void>
  readonly show: () => void
  readonly focus: () => void
  readonly restore: () => void
  readonly maximize: () => void
  readonly isMinimized: () => boolean
  readonly isMaximized: () => boolean
  readonly isDestroyed: () => boolean
  readonly getNormalBounds: () => Rectangle
  readonly on: {
    (event: 'close', listener: () => void): unknown
    (event: 'ready-to-show', listener: () => void): unknown
  }
  readonly webContents: {
    readonly send: (channel: string, value: unknown) => void
    readonly postMessage: (channel: string, message: unknown, transfer: Port[]) => void
    readonly reload: () => void
    readonly on: {
      (event: 'will-prevent-unload', listener: (event: Preventable) => void): unknown
      (event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown
    }
  }
}

type MainWindowParts<Port> = {
  readonly window: PageWindow<Port>
  readonly maximized: boolean
  readonly remember: (state: NonNullable<ShellSettings['window']>) => void
  /** Asks the officer whether to close although the page has unsaved text. */
  readonly mayLeave: () => boolean
  /** The page's process ended too often to load it again. */
  readonly onLost: () => void
  readonly log: (line: string) => void
  readonly now: () => number
}

export type MainWindow<Port> = {
  readonly focus: () => void
  readonly tellServiceState: (state: ServiceState) => void
  readonly tellUpdateReady: (version: string) => void
  readonly open: (place: HostPlace) => void
  readonly handPort: (port: Port) => void
}

/** Loads the page and keeps the window in order: shown when it is drawn, remembered when it closes, reloaded when it dies. */
export function openPage<Port>(parts: MainWindowParts<Port>): MainWindow<Port> {
  const { window, log } = parts
  const page = window.webContents
  const reloads = crashLimit([0, 0, 0])

  window.on('ready-to-show', () => {
    if (parts.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => parts.remember({ ...window.getNormalBounds(), maximized: window.isMaximized() }))

  page.on('will-prevent-unload', (event) => {
    if (parts.mayLeave()) event.preventDefault()
  })
  page.on('render-process-gone', (_event, { reason }) => {
    log(`page process gone: ${reason}`)
    if (reason === 'clean-exit' || window.isDestroyed()) return
    if (reloads.crashed(parts.now()) === null) parts.onLost()
    else page.reload()
  })

  window.loadURL(`${pageOrigin}/`).catch((error) => log(`page not loaded: ${String(error)}`))

  const tell = (channel: string, value: unknown) => {
    if (!window.isDestroyed()) page.send(channel, value)
  }
  return {
    focus: () => {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    tellServiceState: (state) => tell(toPage.serviceState, state),
    tellUpdateReady: (version) => tell(toPage.updateReady, version),
    open: (place) => tell(toPage.open, place),
    handPort: (port) => {
      if (!window.isDestroyed()) page.postMessage(toPage.port, null, [port])
    },
  }
}
