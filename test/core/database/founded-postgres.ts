import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { type OpenedPostgres, openPostgresStore } from '../../../src-node/store/open-postgres.ts'

/** Why there is no PostgreSQL on this machine; nothing where there is one. */
export function postgresSkipped(): string | undefined {
  const answer = inject('postgres')
  return 'skipped' in answer ? answer.skipped : undefined
}

/** A founded database of this test file. */
type Founded = { readonly name: string; readonly connection: string; readonly asFounded: string }

/** Those that no test uses now: making one takes PostgreSQL longer than most tests take. */
const free: Founded[] = []

function serverOfThisRun() {
  const answer = inject('postgres')
  if ('skipped' in answer) throw new Error(answer.skipped)
  return answer
}

const besides = (server: string, name: string): string => server.replace(/[^/]*$/, name)

async function copyOf(server: string, template: string): Promise<string> {
  const name = `academy_${randomUUID().replaceAll('-', '')}`
  await ask(server, `create database "${name}" template "${template}"`)
  return name
}

/** A founded store that the caller fills and closes; copies of it are opened by its name until PostgreSQL ends with the run. */
export async function openPostgresTemplate(): Promise<OpenedPostgres & { readonly name: string }> {
  const { server, template, founded } = serverOfThisRun()
  const name = await copyOf(server, template)
  return { ...(await openPostgresStore(besides(server, name), founded)), name }
}

/** A copy of a filled store, gone when the test is over. */
export async function openPostgresCopy(template: string): Promise<OpenedPostgres> {
  const { server, founded } = serverOfThisRun()
  const name = await copyOf(server, template)
  const opened = await openPostgresStore(besides(server, name), founded)
  onTestFinished(async () => {
    await opened.store.close()
    await ask(server, `drop database "${name}" with (force)`)
  })
  return opened
}

/** A founded store of its own in the PostgreSQL of this run; when the test is over it is closed and its database is as founded. */
export async function openFoundedPostgres(): Promise<OpenedPostgres & { readonly connection: string }> {
  const answer = serverOfThisRun()
  const database = free.pop() ?? (await found(answer.server, answer.template))
  const opened = await openPostgresStore(database.connection, answer.founded)
  onTestFinished(async () => {
    await opened.store.close()
    await ask(database.connection, database.asFounded)
    free.push(database)
  })
  return { ...opened, connection: database.connection }
}

async function found(server: string, template: string): Promise<Founded> {
  const name = await copyOf(server, template)
  const connection = besides(server, name)
  const tables = await ask(
    connection,
    `select relname as name, query_to_xml(format('select 1 from %I limit 1', relname), true, true, '')::text <> '' as filled
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const kept: string[] = []
  for (const { name: table, filled } of tables) {
    kept.push(`delete from "${table}"`)
    if (!filled) continue
    const [row] = await ask(connection, `select json_agg(t)::text as rows from "${table}" t`)
    kept.push(
      `insert into "${table}" select * from json_populate_recordset(null::"${table}", ${pg.escapeLiteral(String(row?.rows))})`,
    )
  }
  const counters = await ask(
    connection,
    `select format('select setval(%L, %s, %L)', c.oid::regclass::text, coalesce(s.last_value, s.start_value), s.last_value is not null) as "setBack"
     from pg_sequences s join pg_class c on c.relname = s.sequencename and c.relkind = 'S'`,
  )
  kept.push(...counters.map(({ setBack }) => String(setBack)))
  // Foreign keys rest while the tables are put back, so that their order does not matter.
  const database = { name, connection, asFounded: ['set session_replication_role = replica', ...kept].join(';') }
  return database
}

async function ask(connection: string, statements: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: connection })
  await client.connect()
  try {
    return (await client.query(statements)).rows
  } finally {
    await client.end()
  }
}
