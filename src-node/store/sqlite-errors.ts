import { OperationError, type StoreProblem } from '../../src-core/kernel/errors.ts'

const problems: readonly (readonly [prefix: string, problem: StoreProblem])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_CANTOPEN', 'noAccess'],
  ['SQLITE_PERM', 'noAccess'],
  // The index of the -wal could not grow: in practice a full disk (SQLite, "Result and Error Codes").
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_IOERR', 'other'],
  ['ENOSPC', 'full'],
  ['EROFS', 'readOnly'],
  ['EACCES', 'noAccess'],
  ['EPERM', 'noAccess'],
]

/** The refusal behind an error of SQLite or the file system, or behind a reference to nothing; nothing for errors that are our own fault. */
export function explainSqliteError(error: unknown, folder?: string): OperationError | undefined {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return undefined
  // Nothing is deleted for good, so what a row refers to in vain was never there.
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new OperationError('NOT_FOUND', { entity: 'record' })
  const problem = problems.find(([prefix]) => code.startsWith(prefix))?.[1]
  return problem && new OperationError('STORE_FAILED', folder ? { problem, folder } : { problem })
}
