import { join } from 'node:path'
import process from 'node:process'
import SQLite from 'better-sqlite3'
import Fastify from 'fastify'
import pg from 'pg'
import { databaseFile } from '../../../src-node/store/open-store.ts'
import { lineOf } from '../portal/forms.ts'

/** Bare Fastify over the driver alone: `<folder> <PostgreSQL address or nothing> <cycle> <unit>`. */
const [folder = '', connection = '', cycleId = '', unitId = ''] = process.argv.slice(2)
const now = '2026-12-15T07:00:00.000Z'
let count = 0

function rowOf(personId: string, text: string): Record<string, unknown> {
  count++
  return {
    ...{ ...lineOf(cycleId, unitId, count), personId, freeText: text, freeTextKey: text.toLowerCase() },
    ...{ id: `01a00000-0000-7000-8000-${String(count).padStart(12, '0')}`, createdAt: now, createdBy: personId },
    ...{ updatedAt: now, updatedBy: personId, rowVersion: 1, deletedAt: null, origin: 'portal' },
  }
}

const names = Object.keys(rowOf('', ''))
const quoted = names.map((name) => `"${name}"`).join()
const places = (mark: (at: number) => string) => names.map((_, at) => mark(at)).join()

type Insert = (rows: readonly Record<string, unknown>[]) => Promise<void>

function overSqlite(): Insert {
  const database = new SQLite(join(folder, databaseFile))
  database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  const statement = database.prepare(`insert into "needLine" (${quoted}) values (${places(() => '?')})`)
  return async (rows) =>
    database.transaction(() => {
      for (const row of rows) statement.run(...names.map((name) => row[name]))
    })()
}

function overPostgres(): Insert {
  const pool = new pg.Pool({ connectionString: connection, max: 10 })
  const text = `insert into "needLine" (${quoted}) values (${places((at) => `$${at + 1}`)})`
  return async (rows) => {
    const client = await pool.connect()
    await client.query('begin')
    for (const row of rows) await client.query({ name: 'insert', text, values: names.map((name) => row[name]) })
    await client.query('commit')
    client.release()
  }
}

const insert = connection ? overPostgres() : overSqlite()
const app = Fastify()
app.post<{ Body: { personId: string; lines: string[] } }>('/', async ({ body: { personId, lines } }) => {
  await insert(lines.map((line) => rowOf(personId, line)))
  return { lines: lines.length }
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.once('SIGTERM', () => process.exit(0))
process.stdout.write(`${JSON.stringify({ address })}\n`)
