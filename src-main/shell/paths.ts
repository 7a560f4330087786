import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { standardStoreFolder } from '../service/store-folder.ts'

/** Where this start of Akademi keeps its things. All folders may still be missing. */
export type HostPaths = {
  /** The academy's data. */
  readonly store: string
  /** The browser engine's own files. One Akademi runs per session folder, and so per store. */
  readonly session: string
  readonly logs: string
  readonly settings: string
  /** The encrypted key of the sensitive columns. One for all stores, so that a store can be moved to another folder. */
  readonly dataKey: string
  readonly userUpdateFeed: string
}

/**
 * `appData` is where the officer's programs keep their settings. `argv` may name another store with `--store <folder>`, and
 * with `--profile <folder>` another place for everything else.
 */
export function hostPaths(appData: string, argv: readonly string[], cwd: string): HostPaths {
  const profile = argumentAfter('--profile', argv)
  const base = profile === undefined ? join(appData, 'Akademi') : resolve(cwd, profile)
  const usual = standardStoreFolder(false)
  const named = storeArgument(argv)
  const store = named === undefined ? usual : resolve(cwd, named)
  const session =
    store === usual ? base : join(base, 'sessions', createHash('sha256').update(store).digest('hex').slice(0, 16))
  return {
    store,
    session,
    logs: join(base, 'logs'),
    settings: join(base, 'shell.json'),
    dataKey: join(base, 'data.key'),
    userUpdateFeed: join(base, 'update.json'),
  }
}

/** The folder that `--store <folder>` or `--store=<folder>` names. */
export const storeArgument = (argv: readonly string[]): string | undefined => argumentAfter('--store', argv)

function argumentAfter(name: string, argv: readonly string[]): string | undefined {
  const at = argv.indexOf(name)
  if (at >= 0) return argv[at + 1]
  return argv.find((argument) => argument.startsWith(`${name}=`))?.slice(name.length + 1)
}
