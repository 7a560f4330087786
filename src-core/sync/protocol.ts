import { z } from 'zod'
import { contractVersion } from '../database/command-log.ts'
import { schemaVersion } from '../database/migrations/index.ts'
import { sha256 } from '../kernel/hash.ts'
import type { Ports } from '../kernel/ports.ts'

/** The version of these messages. */
const protocolVersion = 1

/** What both sides must have alike before a single row travels. */
export const versionsSchema = z.object({
  protocol: z.number().int(),
  schema: z.number().int(),
  contract: z.number().int(),
})

export type Versions = z.infer<typeof versionsSchema>

export const ownVersions: Versions = { protocol: protocolVersion, schema: schemaVersion, contract: contractVersion }

/** Tells whether two stores seal with the same key without telling the key. */
export const keyMarkOf = ({ seal }: Pick<Ports, 'seal'>): string =>
  sha256(seal.seal('a portal and its desktops seal alike', 'key mark'))

/** Where a portal's log stood: its last entry and that entry's link. A portal that went back has another link there, or none. */
export const headSchema = z.object({ entry: z.number().int(), hash: z.string().max(64) })

export type Head = z.infer<typeof headSchema>

/**
 * How far the changes of a portal's log were read: all up to `change`, and of a run of rows made together that comes next, those
 * up to `row`.
 */
export const cursorSchema = z.object({ change: z.number().int(), row: z.string().max(40) })

export type Cursor = z.infer<typeof cursorSchema>

export const cursorStart: Cursor = { change: 0, row: '' }

const valueSchema = z.union([z.string(), z.number(), z.null()])

export type Value = z.infer<typeof valueSchema>

/** Rows of one table; values in the order of its column names. Both sides have the same schema, so that no name travels. */
export const tableRowsSchema = z.object({ table: z.string(), rows: z.custom<Value[][]>(areRows) })

/** By hand: a page has fifty thousand values, and zod looks at each as if it could be anything. */
function areRows(given: unknown): boolean {
  return Array.isArray(given) && given.every((row) => Array.isArray(row) && row.every(isValue))
}

const isValue = (value: unknown): boolean =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))

export type TableRows = z.infer<typeof tableRowsSchema>

/** Count and sum of each table's rows (row-sum.ts). */
export const sumsSchema = z.record(z.string(), z.object({ count: z.number().int(), sum: z.string() }))

export type Sums = z.infer<typeof sumsSchema>

const touchedSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({ before: z.record(z.string(), valueSchema), after: z.record(z.string(), valueSchema) }),
  ),
)

/** One command on its way up. */
export const pushedSchema = z.object({
  commandId: z.string().min(36).max(36),
  operation: z.string().max(120),
  /** Absent for an operation without input. */
  input: z.unknown().optional(),
  actor: z.object({ id: z.string().max(200), name: z.string().max(300) }),
  /** By the desktop's clock: recorded, and used for nothing but what the command itself computes. */
  at: z.iso.datetime(),
  source: z.enum(['window', 'cli', 'service']),
  touched: touchedSchema,
})

export type Pushed = z.infer<typeof pushedSchema>

const refusalSchema = z.object({ code: z.string(), data: z.unknown() })

export const resultSchema = z.discriminatedUnion('outcome', [
  z.object({ commandId: z.string(), outcome: z.literal('done'), entry: z.number().int() }),
  z.object({ commandId: z.string(), outcome: z.literal('rejected'), refusal: refusalSchema }),
])

export type Result = z.infer<typeof resultSchema>

/** Commands in one message, and bytes beyond which a message takes no further command. */
export const pushLimits = { commands: 200, bytes: 4_000_000 } as const

/** Rows in one page, whichever way they come. */
export const rowsInPage = 2000

/** Bytes of a file in one message. */
export const bytesInChunk = 256 * 1024

/** Largest file that is carried. */
export const largestCarried = 100 * 1024 * 1024

/** Where a portal answers these messages, below its address. */
export const syncPath = '/sync'

/** Where it begins and ends the joining of a desktop (RFC 8628). */
export const deviceCodePath = '/api/auth/device/code'
export const deviceTokenPath = '/api/auth/device/token'

/** The page on which somebody signed in types a code. */
export const devicePage = '/device'
