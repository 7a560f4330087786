import { sql } from 'kysely'
import type { CallSource, RecordedContext } from '../kernel/context.ts'
import { sha256 } from '../kernel/hash.ts'
import type { Database } from './schema.ts'
import { statement } from './statement.ts'
import type { Reader } from './store.ts'
import type { WriteSummary } from './writer.ts'

/** The version of the operations' inputs; a later one knows how to read what earlier ones wrote. */
export const contractVersion = 1

export type LogEntry = Omit<Database['commandLog'], 'seq'>

/** An entry as it stands in the log. */
export type KeptEntry = LogEntry & { readonly seq: number }

type Outcome =
  | { readonly outcome: 'done'; readonly summary?: WriteSummary }
  | { readonly outcome: 'refused'; readonly refusal: unknown }

const noChanges: WriteSummary = { changesHash: sha256(''), sums: {}, baseVersions: {}, touched: {} }

/** The chain's first link. */
export const chainStart = '0'.repeat(64)

const lastLink = statement((db) => db.selectFrom('commandLog').select('hash').orderBy('seq', 'desc').limit(sql.lit(1)))

const entryColumns = [
  ...(['commandId', 'operation', 'contractVersion', 'input', 'actorId', 'actorName', 'source', 'at'] as const),
  ...(['outcome', 'refusal', 'sums', 'changesHash', 'previousHash', 'hash'] as const),
] as const satisfies readonly (keyof LogEntry)[]

const addEntry = statement((db) =>
  db
    .insertInto('commandLog')
    .values(Object.fromEntries(entryColumns.map((name) => [name, ''])) as never)
    .returning('seq'),
)

/** Adds one entry to the log, chained to the one before. Must run in the transaction that made the changes. */
export async function appendToLog(
  db: Reader,
  operation: string,
  input: unknown,
  context: RecordedContext,
  outcome: Outcome,
): Promise<KeptEntry> {
  const [last] = await lastLink(db)
  const summary = (outcome.outcome === 'done' && outcome.summary) || noChanges
  const unsigned = {
    commandId: context.commandId,
    operation,
    contractVersion,
    input: JSON.stringify(input ?? null),
    actorId: context.actor.id,
    actorName: context.actor.name,
    source: context.source,
    at: context.now,
    outcome: outcome.outcome,
    refusal: outcome.outcome === 'refused' ? JSON.stringify(outcome.refusal) : null,
    sums: JSON.stringify(summary.sums),
    changesHash: summary.changesHash,
    previousHash: last?.hash ?? chainStart,
  }
  const entry = { ...unsigned, hash: hashEntry(unsigned) }
  const [added] = await addEntry(db, ...entryColumns.map((name) => entry[name]))
  return { ...entry, seq: Number(added?.seq) }
}

/** Whether a command took effect. */
export const hasEntry = async (db: Reader, commandId: string): Promise<boolean> =>
  (await db
    .selectFrom('commandLog')
    .select('seq')
    .where('commandId', '=', commandId)
    .where('outcome', '=', 'done')
    .executeTakeFirst()) !== undefined

/** The link of one entry: SHA-256 over its fields in a fixed order, the previous link among them. */
export function hashEntry(entry: Omit<LogEntry, 'hash'>): string {
  return sha256(
    JSON.stringify([
      entry.previousHash,
      entry.commandId,
      entry.operation,
      entry.contractVersion,
      entry.input,
      entry.actorId,
      entry.actorName,
      entry.source,
      entry.at,
      entry.outcome,
      entry.refusal,
      entry.sums,
      entry.changesHash,
    ]),
  )
}

/** A recorded command, ready to be run again. */
export type RecordedCommand = {
  readonly operation: string
  readonly input: unknown
  readonly context: Omit<RecordedContext, 'actor'> & { readonly actor: { readonly id: string; readonly name: string } }
}

/** All commands that took effect, in order. */
export async function recordedCommands(db: Reader): Promise<readonly RecordedCommand[]> {
  const entries = await db.selectFrom('commandLog').selectAll().where('outcome', '=', 'done').orderBy('seq').execute()
  return entries.map((entry) => ({
    operation: entry.operation,
    input: JSON.parse(entry.input) ?? undefined,
    context: {
      commandId: entry.commandId,
      now: entry.at,
      source: entry.source as CallSource,
      actor: { id: entry.actorId, name: entry.actorName },
    },
  }))
}
