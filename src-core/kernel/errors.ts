/**
 * Everything an operation may answer instead of its result. The window turns a code and its data into a sentence in the
 * officer's language; a code never reaches the screen by itself.
 */
export type OperationErrorData = {
  /** The input is not of the operation's shape. `path` is a dotted field name, `problem` a zod issue code. */
  readonly INVALID_INPUT: { readonly issues: readonly { readonly path: string; readonly problem: string }[] }
  readonly NOT_FOUND: { readonly entity: string; readonly id?: string }
  /** Somebody changed the record since it was read. */
  readonly CONFLICT: {
    readonly entity: string
    readonly id: string
    readonly expected?: number
    readonly actual?: number
    /** The fields that both sides changed, when it was found while stores agreed with each other. */
    readonly fields?: readonly FieldClash[]
  }
  /** A rule of the academy forbids it; `rule` names the rule, `details` fills the sentence. */
  readonly RULE_BROKEN: { readonly rule: string; readonly details?: Readonly<Record<string, string | number>> }
  readonly NOT_SIGNED_IN: Record<never, never>
  readonly NOT_ALLOWED: { readonly operation: string; readonly roles: readonly string[] }
  /** A file cannot be read at all, or not as what it claims to be. */
  readonly INVALID_FILE: {
    readonly problem: string
    readonly file?: string
    readonly sheet?: string
    readonly cell?: string
    readonly details?: Readonly<Record<string, string | number>>
  }
  readonly CANCELLED: Record<never, never>
  /** The disk or the store refused: full, read-only, locked by another program, damaged. */
  readonly STORE_FAILED: { readonly problem: StoreProblem; readonly folder?: string }
  /** A fault of ours. The log has the details under `reference`. */
  readonly UNEXPECTED: { readonly reference: string }
}

/** One field that two sides set to different values. */
export type FieldClash = {
  readonly table: string
  readonly id: string
  readonly field: string
  readonly mine: FieldValue
  readonly theirs: FieldValue
  /** What it was when it was changed here. */
  readonly base: FieldValue
}

export type FieldValue = string | number | null

export type StoreProblem =
  | 'full'
  | 'readOnly'
  | 'locked'
  | 'inUse'
  | 'damaged'
  /** Written by a later version of the program. */
  | 'newer'
  /** Of a database that many processes share: its schema waits for the migrations of this program. */
  | 'older'
  /** Sound in itself, but not the file that was last used here: an older copy, another store's, or without its `-wal`. */
  | 'replaced'
  /** The folder has been used, and its database is gone. */
  | 'missing'
  /** The disk failed at the very end; whether the change is kept will be seen once it works again. */
  | 'uncertain'
  | 'noAccess'
  | 'other'

export type OperationErrorCode = keyof OperationErrorData

/** The one exception that operations throw on purpose. */
export class OperationError<C extends OperationErrorCode = OperationErrorCode> extends Error {
  readonly code: C
  readonly data: OperationErrorData[C]
  /** The command is refused, yet what it wrote to this store's housekeeping stays (a wrong password is counted). */
  readonly keepsWrites: boolean

  constructor(code: C, data: OperationErrorData[C], keepsWrites = false) {
    super(`${code} ${JSON.stringify(data)}`)
    this.name = 'OperationError'
    this.code = code
    this.data = data
    this.keepsWrites = keepsWrites
  }
}

export const isOperationError = (error: unknown): error is OperationError => error instanceof OperationError

/** Refuses with RULE_BROKEN. */
export function breaksRule(rule: string, details?: Readonly<Record<string, string | number>>): never {
  throw new OperationError('RULE_BROKEN', details ? { rule, details } : { rule })
}

/** Gives back `value`, or refuses with NOT_FOUND. */
export function found<T>(value: T | undefined | null, entity: string, id?: string): T {
  if (value === undefined || value === null) throw new OperationError('NOT_FOUND', id ? { entity, id } : { entity })
  return value
}
