import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { HostLanguage } from '../../src-preload/bridge.ts'
import { pageScheme } from '../../src-preload/channels.ts'
import type { ElectronParts, HostProcess } from './electron-parts.ts'
import { linkOpener } from './external-links.ts'
import { hostDialogs } from './host-dialogs.ts'
import { after, hostService } from './host-service.ts'
import { openLog } from './log.ts'
import { type MainWindow, openPage } from './main-window.ts'
import { menuTemplate } from './menu.ts'
import { guardPage } from './page-guards.ts'
import { listenToPage } from './page-ipc.ts'
import { pageSchemePrivileges, pageServer } from './page-server.ts'
import { hostPaths } from './paths.ts'
import { guardSession } from './permissions.ts'
import { changeSettings, readSettings } from './settings.ts'
import { machineUpdateFile, updateFeed } from './update-feed.ts'
import { type Updater, watchUpdates } from './updates.ts'
import { windowOptions } from './window-options.ts'
import { placeWindow } from './window-state.ts'
import { languageOf } from './words.ts'

/** An update that could not be installed within this time leaves nothing to wait for. In milliseconds. */
const installTakes = 10_000

/**
 * Opens Akademi: one window, one service process, one store. Everything up to the first `await` runs before Electron is
 * ready, as the scheme and the lock must. Resolves when the page is loading, or at once when another Akademi has the store.
 */
export async function startShell<Port, Menu>(
  electron: ElectronParts<Port, Menu>,
  host: HostProcess,
  loadUpdater: () => Promise<Updater>,
): Promise<void> {
  const { app } = electron
  app.setName('Akademi')
  app.setAppUserModelId('akademi.desktop')
  const paths = hostPaths(app.getPath('appData'), host.argv, host.cwd)
  const log = openLog(paths.logs, 'shell')
  const settings = readSettings(paths.settings)
  let language = settings.language ?? 'tr'
  let mainWindow: MainWindow<Port> | undefined
  const dialogs = hostDialogs(electron.dialog, () => language, paths.logs)

  host.onFault((fault) => {
    log(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
    // With a window open, the officer's text in it is worth more than a clean end.
    if (mainWindow) return
    dialogs.fault()
    app.exit(1)
  })

  // Electron takes no folder that is not there yet.
  mkdirSync(paths.session, { recursive: true })
  app.setPath('userData', paths.session)
  app.enableSandbox()
  electron.protocol.registerSchemesAsPrivileged([pageSchemePrivileges])
  if (!app.requestSingleInstanceLock()) return app.quit()

  const links = linkOpener((address) => electron.shell.openExternal(address), Date.now, log)
  app.on('web-contents-created', (_event, contents) => guardPage(contents, links))
  app.on('second-instance', () => mainWindow?.focus())
  app.on('window-all-closed', () => app.quit())

  await app.whenReady()
  guardSession(electron.session.defaultSession)
  electron.protocol.handle(pageScheme, pageServer(join(host.mainFolder, '../renderer')))
  const developing = !app.isPackaged

  const service = hostService({
    electron,
    host,
    paths,
    onState: (state) => mainWindow?.tellServiceState(state),
    onPort: (port) => mainWindow?.handPort(port),
    log,
  })

  let serviceIsOut = false
  const afterService = async (then: () => void) => {
    await service.stop()
    serviceIsOut = true
    then()
  }
  app.on('before-quit', (event) => {
    if (serviceIsOut) return
    event.preventDefault()
    void afterService(() => app.quit())
  })

  const feedFiles = [machineUpdateFile(host.platform, host.programFiles), paths.userUpdateFeed]
  const updates = watchUpdates({
    feed: developing ? null : updateFeed(feedFiles, log),
    load: loadUpdater,
    onReady: (version) => mainWindow?.tellUpdateReady(version),
    log,
    after,
  })
  const restartToUpdate = () => {
    if (!updates.ready()) return
    void afterService(() => {
      updates.install()
      after(installTakes, () => app.quit())
    })
  }

  const speak = (chosen: HostLanguage) => {
    language = chosen
    const template = menuTemplate({ language, developing, open: (place) => mainWindow?.open(place) })
    electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template))
  }
  speak(settings.language ?? languageOf(app.getLocale()))
  app.setAboutPanelOptions({ applicationName: 'Akademi', applicationVersion: app.getVersion() })

  const listening = () => {
    mainWindow?.tellServiceState(service.state())
    service.connect()
    const version = updates.ready()
    if (version) mainWindow?.tellUpdateReady(version)
  }
  const setLanguage = (chosen: HostLanguage) => {
    changeSettings(paths.settings, { language: chosen })
    speak(chosen)
  }
  const facts = () => ({ version: app.getVersion(), language })
  listenToPage(electron.ipcMain, { facts, listening, retryService: service.retry, restartToUpdate, setLanguage }, log)

  const { screen } = electron
  const place = placeWindow(settings.window, [screen.getPrimaryDisplay(), ...screen.getAllDisplays()])
  mainWindow = openPage({
    window: new electron.BrowserWindow(
      windowOptions({
        place,
        preload: join(host.mainFolder, '../preload/index.cjs'),
        icon: host.platform === 'linux' ? join(host.mainFolder, '../../resources/icons/icon.png') : undefined,
        dark: electron.nativeTheme.shouldUseDarkColors,
        developing,
      }),
    ),
    maximized: place.maximized,
    remember: (state) => void changeSettings(paths.settings, { window: state }),
    mayLeave: dialogs.mayLeave,
    onLost: () => {
      dialogs.pageLost()
      app.quit()
    },
    log,
    now: Date.now,
  })
  service.start()
}
