import type { Ports } from '../../src-core/kernel/ports.ts'
import type { DirectorySettings } from './directory.ts'

/** Where the portal keeps its academy: a folder with an SQLite store, or a PostgreSQL database and a folder for files and keys. */
export type PortalPlace =
  | { readonly kind: 'sqlite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly connection: string; readonly filesFolder: string }

export type PortalSettings = {
  readonly place: PortalPlace
  /** 0 takes a free port. */
  readonly port: number
  readonly host: string
  /** What browsers call the portal; without it the address it listens on. */
  readonly address?: string
  /** Proxies whose word about the caller's address counts: addresses or networks with commas between. */
  readonly trustedProxies?: string
  readonly smtp?: { readonly url: string; readonly from: string }
  /** Who bears this token may read `/metrics`; without it nobody may. */
  readonly metricsToken?: string
  /** Staff may come in by the institution's directory as well. */
  readonly directory?: DirectorySettings
  /** The built pages. */
  readonly pagesFolder: string
  /** For tests. */
  readonly clock?: () => Date
  readonly ports?: Partial<Ports>
  readonly mailEveryMs?: number
  /** Seconds between two questions of a desktop that waits for its code to be confirmed. */
  readonly joinEvery?: number
  readonly logLevel?: 'info' | 'warn' | 'silent'
  /** Takes the log's lines instead of standard output. */
  readonly logTo?: { write(line: string): void }
  /** Milliseconds after which a client is given up: its headers, its whole request, its silence; looked at every `check`. */
  readonly patience?: {
    readonly headers: number
    readonly request: number
    readonly silence: number
    readonly check: number
  }
}
