import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fetchRuntime } from './fetch-electron.ts'

/** `reason` is the second half of a sentence: "…, because <reason>". */
type ElectronRuntime =
  | { readonly available: true; readonly path: string }
  | { readonly available: false; readonly reason: string }

export type RuntimeOptions = {
  /** The installed `electron` package. */
  readonly folder?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly platform?: string
  /** The number of the user that runs this; 0 is root. Undefined on Windows. */
  readonly user?: number | undefined
  /** Milliseconds without a new byte after which a download is given up. */
  readonly patience?: number
  readonly tell?: (line: string) => void
}

const electronFolder = join(import.meta.dirname, '..', 'node_modules', 'electron')

/** Finds Electron's runtime, and fetches it once if it is missing. What a failed download leaves is cleared away. */
export async function electronRuntime(options: RuntimeOptions = {}): Promise<ElectronRuntime> {
  const { folder = electronFolder, env = process.env, patience = 20_000, tell = console.log } = options
  const installed = installedRuntime(options)
  if (installed.available) return installed
  const hindrance = whyNoWindow(options)
  if (hindrance) return unavailable(hindrance)
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD)
    return unavailable('Electron’s runtime is not installed and ELECTRON_SKIP_BINARY_DOWNLOAD is set')
  tell('Fetching Electron’s runtime (about 120 MB, once) …')
  const failure = await fetchRuntime(folder, env, patience)
  if (failure) return unavailable(`Electron’s runtime is not installed and could not be fetched (${failure})`)
  return installedRuntime(options)
}

/** Finds Electron's runtime as it is, without fetching anything. */
export function installedRuntime(options: RuntimeOptions = {}): ElectronRuntime {
  const { folder = electronFolder, env = process.env, platform = process.platform } = options
  const path = env.ELECTRON_OVERRIDE_DIST_PATH
    ? join(env.ELECTRON_OVERRIDE_DIST_PATH, executable(platform))
    : join(folder, 'dist', executable(platform))
  if (!env.ELECTRON_OVERRIDE_DIST_PATH && !isComplete(folder)) return unavailable('Electron’s runtime is not installed')
  if (!existsSync(path)) return unavailable(`Electron’s runtime is not where it should be (${path})`)
  const hindrance = whyNoWindow(options) ?? whyNoSandbox(path, options)
  return hindrance ? unavailable(hindrance) : { available: true, path }
}

const unavailable = (reason: string): ElectronRuntime => ({ available: false, reason })

function executable(platform: string): string {
  if (platform === 'win32') return 'electron.exe'
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

/** Electron's installer writes `path.txt` last; a runtime of another version is as good as none. */
function isComplete(folder: string): boolean {
  const wanted: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return (
    existsSync(join(folder, 'path.txt')) && textOf(join(folder, 'dist/version')).replace(/^v/, '') === wanted.version
  )
}

function whyNoWindow({ env = process.env, platform = process.platform, user = process.getuid?.() }: RuntimeOptions) {
  if (platform !== 'linux') return undefined
  if (user === 0) return 'Electron’s sandbox does not work for the root user'
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display to open a window on'
  return undefined
}

/** Some Linux systems keep programs from making a sandbox of their own; the helper that may needs root's own mark. */
function whyNoSandbox(path: string, { platform = process.platform }: RuntimeOptions): string | undefined {
  if (platform !== 'linux') return undefined
  const restricted =
    textOf('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    textOf('/proc/sys/kernel/unprivileged_userns_clone') === '0'
  if (!restricted) return undefined
  const helper = statSync(join(path, '../chrome-sandbox'), { throwIfNoEntry: false })
  if (helper?.uid === 0 && (helper.mode & 0o4111) === 0o4111) return undefined
  return 'this system does not let Electron make its sandbox (docs/operations/release.md says what to do)'
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}
