import pg from 'pg'

/** How often PostgreSQL has forced its log to the disk since it started. */
export async function walSyncs(connection: string): Promise<number> {
  const client = new pg.Client({ connectionString: connection })
  await client.connect()
  // Backends tell their counts about once a second.
  await client.query('select pg_sleep(1.2)')
  const { rows } = await client.query<{ syncs: string }>(
    `select coalesce(sum(fsyncs), 0) as syncs from pg_stat_io where object = 'wal'`,
  )
  await client.end()
  return Number(rows[0]?.syncs ?? 0)
}
