import type { CallOptions } from './context.ts'
import type { SheetRow, WorkbookInfo } from './sheet.ts'
import type { SyncPort } from './sync-port.ts'
import type { WorkbookSpec } from './workbook-spec.ts'

/** A foreign workbook, opened and found harmless. Rows come in batches, in order, rows without a value left out. */
export type OpenWorkbook = {
  readonly info: WorkbookInfo
  rows(sheetIndex: number): AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>
  close(): Promise<void> | void
}

/** Files by content hash (SHA-256), kept beside the store. */
export type FileStore = {
  put(bytes: Uint8Array): Promise<string>
  /** Undefined when no such file is kept; a file whose bytes no longer match its name is refused as damaged. */
  get(hash: string): Promise<Uint8Array | undefined>
}

/** One checked copy of the store. */
export type BackupInfo = {
  readonly name: string
  /** Instant, ISO 8601 UTC. */
  readonly at: string
  readonly bytes: number
  readonly kind: BackupKind
  /** Entries of the log it holds. */
  readonly entries: number
}

/** Why a backup was made: on the first start of a day, by an officer, before the schema was changed. */
export type BackupKind = 'daily' | 'manual' | 'migration'

/** What the check of a backup found. `intact` is false when its bytes are not those that were written, or SQLite's own check fails. */
export type BackupCheck = {
  readonly intact: boolean
  readonly entries: number
  readonly rows: number
  readonly findings: number
}

export type Backups = {
  /** Newest first. */
  list(): Promise<readonly BackupInfo[]>
  /** Copies the live store, checks the copy, keeps the newest fourteen. */
  create(kind: BackupKind, now: string, options: CallOptions): Promise<BackupInfo>
  /** Reads a backup through: its bytes, SQLite's check, and the chain and sums of its log. */
  check(name: string, options: CallOptions): Promise<BackupCheck>
  /** Closes the store, puts the backup in its place, opens it again. What was there is set aside beside it. */
  restore(name: string, now: string): Promise<void>
}

/**
 * How far a search is: what it is busy with (groups for people, months for groups, a first schedule, making it better), sessions
 * with a place, and the share of the whole search, from 0 to 1. While it improves a schedule it also tells what that costs now and at its best.
 */
export type PlannerProgress = {
  readonly stage: 'seating' | 'months' | 'building' | 'improving'
  readonly placed: number
  readonly sessions: number
  readonly objective?: number
  readonly best?: number
  readonly share: number
}

/** The search for a year's schedule. Problem and answer are plain data whose shapes the feature declares. */
export type Planner = {
  /** The same problem, seed and effort give the same answer. On the signal, or a `stop` with the same run, it ends with its best so far. */
  place(
    problem: unknown,
    options: {
      readonly seed: number
      readonly effort: number
      readonly run?: string
      readonly signal?: AbortSignal
      readonly onProgress?: (progress: PlannerProgress) => void
    },
  ): Promise<unknown>
  /** Ends a search of any thread of this program early. */
  stop(run: string): void
}

/** How far one register of numbers was given out by one holder of its blocks. */
export type NumberMark = {
  readonly kind: string
  readonly year: number
  /** The store whose leased blocks are meant; empty where the register itself is kept. */
  readonly holder: string
  /** The first number of the block that `upTo` is of. */
  readonly since: number
  readonly upTo: number
}

/** Numbers given out, kept outside the database, so that going back to a backup gives none of them a second time. */
export type NumberMarks = {
  /** On the disk when it resolves. */
  note(mark: NumberMark): Promise<void>
  /** Registers that must go on behind their mark, because an older state may have taken the database's place. */
  owed(): Promise<readonly NumberMark[]>
  settle(): Promise<void>
}

/** How a document is printed. */
export type PrintOptions = {
  /** Files the template names, by a name that holds the hash of their bytes. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>
  /** PDF/A-2b (ISO 19005-2), for what is kept for decades. */
  readonly archival?: boolean
}

/** What handlers need of the machine, given by the host. */
export type Ports = {
  readonly files: FileStore
  readonly openWorkbook: (
    bytes: Uint8Array,
    options: { fileName: string; signal?: AbortSignal },
  ) => Promise<OpenWorkbook>
  /** An .xlsx with everything its specification says. */
  readonly writeWorkbook: (spec: WorkbookSpec) => Promise<Uint8Array>
  /**
   * A PDF of a template below `resources`, filled with `data`. `at` is the instant the document bears; the same three give
   * the same bytes.
   */
  readonly printDocument: (template: string, data: unknown, at: string, options?: PrintOptions) => Promise<Uint8Array>
  /**
   * One PDF of a document that is handed over in parts, each of which says the same title and begins a page: memory does not grow with
   * their number. The next part is asked for when the one before is set and its bytes are taken. The bytes come in pieces that follow
   * each other; those of a single part are `printDocument`'s. Throws for parts that have an outline.
   */
  readonly printParts: (
    template: string,
    parts: Iterable<unknown>,
    at: string,
    options?: PrintOptions,
  ) => AsyncIterable<Uint8Array<ArrayBuffer>>
  /** The pages of the same as one SVG, below each other. */
  readonly drawDocument: (
    template: string,
    data: unknown,
    pictures?: Readonly<Record<string, Uint8Array>>,
  ) => Promise<string>
  /** Letters of a text that the fonts of certificates cannot draw, and the family they were looked for in first. */
  readonly missingLetters: (
    text: string,
    font: 'serif' | 'sans',
  ) => { readonly letters: readonly string[]; readonly font: string }
  /** A ZIP of whole files. */
  readonly zipFiles: (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => Promise<Uint8Array>
  readonly planner: Planner
  readonly backups: Backups
  readonly numberMarks: NumberMarks
  readonly sync: SyncPort
  /** Whether mails leave from this host: the portal's outbox is sent, a desktop has none. */
  readonly sendsMail: boolean
  readonly passwords: {
    /** `salt` makes the hash repeatable. */
    hash(password: string, salt: string): Promise<string>
    verify(password: string, hash: string): Promise<boolean>
    /** Whether the password stands in lists of common ones. */
    isCommon(password: string): boolean
  }
  /** A text that ships with the program, by its path below `resources`. */
  readonly readResource: (name: string) => Promise<string>
  /** 256 random bits as hexadecimal, for what must not follow from anything recorded (session tokens). */
  readonly randomToken: () => string
  /** AES-256-GCM with the key the host keeps; `iv` is derived by the caller from a fresh id so that a command repeats exactly. */
  readonly seal: { seal(plain: string, freshId: string): string; open(sealed: string): string }
}
