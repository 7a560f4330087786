import { OperationError, type StoreProblem } from '../../src-core/kernel/errors.ts'

/** By SQLSTATE, the longest prefix first (PostgreSQL documentation, appendix A); then by the socket's own codes. */
const problems: readonly (readonly [prefix: string, problem: StoreProblem])[] = [
  ['53100', 'full'],
  ['25006', 'readOnly'],
  ['55P03', 'locked'],
  ['40001', 'locked'],
  ['40P01', 'locked'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['58', 'other'],
  ['57P', 'noAccess'],
  ['53', 'noAccess'],
  ['28', 'noAccess'],
  ['08', 'noAccess'],
  ['3D', 'noAccess'],
  ['ECONN', 'noAccess'],
  ['ENOTFOUND', 'noAccess'],
  ['ETIMEDOUT', 'noAccess'],
  ['EPIPE', 'noAccess'],
]

/** What the driver says of a broken way without a code. */
const wordsOfPg: ReadonlySet<string> = new Set([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
])

/** The refusal behind an error of PostgreSQL or of the way to it; nothing for errors that are our own fault. */
export function explainPostgresError(error: unknown): OperationError | undefined {
  if (error instanceof Error && wordsOfPg.has(error.message))
    return new OperationError('STORE_FAILED', { problem: 'noAccess' })
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return undefined
  // Nothing is deleted for good, so what a row refers to in vain was never there.
  if (code === '23503') return new OperationError('NOT_FOUND', { entity: 'record' })
  const problem = problems.find(([prefix]) => code.startsWith(prefix))?.[1]
  return problem && new OperationError('STORE_FAILED', { problem })
}
