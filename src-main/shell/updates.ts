/** The part of electron-updater's AppUpdater that is used. */
export type Updater = {
  autoDownload: boolean
  autoInstallOnAppQuit: boolean
  allowDowngrade: boolean
  disableWebInstaller: boolean
  logger: { info: (text: string) => void; warn: (text: string) => void; error: (text: string) => void } | null
  readonly setFeedURL: (feed: { provider: 'generic'; url: string }) => void
  readonly checkForUpdates: () => Promise<unknown>
  readonly quitAndInstall: (isSilent: boolean, isForceRunAfter: boolean) => void
  readonly on: {
    (event: 'update-downloaded', listener: (update: { readonly version: string }) => void): unknown
    (event: 'error', listener: (error: Error) => void): unknown
  }
}

type UpdateParts = {
  /** The https folder with `latest.yml`, or null: then nothing is loaded and nothing asked. */
  readonly feed: string | null
  readonly load: () => Promise<Updater>
  readonly onReady: (version: string) => void
  readonly log: (line: string) => void
  /** Calls back after some milliseconds. */
  readonly after: (ms: number, callback: () => void) => unknown
}

type Updates = {
  /** The version that is downloaded and waits for a restart. */
  readonly ready: () => string | undefined
  /** Ends Akademi, installs what is ready and opens Akademi again. Does nothing when nothing is ready. */
  readonly install: () => void
}

const firstCheck = 30_000
const nextCheck = 6 * 3_600_000

/** Looks for updates quietly: soon after the start and every six hours. What fails goes to the log and is tried again. */
export function watchUpdates({ feed, load, onReady, log, after }: UpdateParts): Updates {
  let version: string | undefined
  let updater: Updater | undefined
  if (feed === null) return { ready: () => undefined, install: () => {} }

  const check = async () => {
    try {
      updater ??= prepared(await load(), feed, log)
      if (!version) await updater.checkForUpdates()
    } catch (error) {
      log(`update check failed: ${String(error)}`)
    }
    after(nextCheck, check)
  }

  const prepared = (loaded: Updater, url: string, write: (line: string) => void): Updater => {
    loaded.logger = { info: write, warn: write, error: write }
    loaded.autoDownload = true
    loaded.autoInstallOnAppQuit = true
    loaded.allowDowngrade = false
    loaded.disableWebInstaller = true
    loaded.setFeedURL({ provider: 'generic', url })
    loaded.on('error', (error) => write(`update failed: ${error.message}`))
    loaded.on('update-downloaded', (update) => {
      version = update.version
      onReady(update.version)
    })
    return loaded
  }

  after(firstCheck, check)
  return {
    ready: () => version,
    install: () => {
      if (version) updater?.quitAndInstall(true, true)
    },
  }
}
