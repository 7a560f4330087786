import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { startPostgres } from '../../node/postgres.ts'
import { tellResult } from '../bench-store.ts'
import { ask, load } from '../portal/ask.ts'
import { prepareForms } from '../portal/forms.ts'
import { type Server, startServer } from '../portal/server-process.ts'
import { walSyncs } from '../portal/wal-syncs.ts'

/**
 * Forms of needs sent to the portal, two lines each: `<sqlite|postgres> [seconds] [connections] [processes] [need lines there already]
 * [count]`. `count` counts what is forced to the disk, which on SQLite slows the portal, so its other figures do not count then.
 */
const [, , over = 'sqlite', seconds = '3', connections = '32', processes = '1', needLines = '0', count] = process.argv
const folder = await mkdtemp(join(tmpdir(), 'akademi-bench-submit-'))
process.env.AKADEMI_KEYS = join(folder, 'keys')
const answer = over === 'postgres' ? await startPostgres({ durable: true }) : undefined
if (answer && 'skipped' in answer) {
  tellResult({ missing: 1 })
  process.exit(0)
}
try {
  const connection = answer ? await answer.postgres.createDatabase() : ''
  const place = connection
    ? ({ kind: 'postgres', connection, filesFolder: folder } as const)
    : ({ kind: 'sqlite', folder } as const)
  const { cycleId, senders } = await prepareForms(place, Number(connections) * 4, Number(needLines))
  const counted = join(folder, 'syncs')
  const strace = ['strace', '-f', '-c', '-e', 'trace=fsync,fdatasync', '-o', counted]
  const under = count && !connection ? strace : []
  const servers: Server[] = []
  for (let at = 0; at < Number(processes); at++)
    servers.push(await startServer('portal-server', [folder, connection], under))
  const versions = new Map<string, number | null>()
  let asked = 0
  const send = async (agent: Parameters<typeof ask>[0], address: string, lane: number) => {
    const sender = senders[lane + Number(connections) * (asked % 4)]
    asked++
    if (!sender) throw new Error('Nobody sends')
    const formVersion = versions.get(sender.personId) ?? null
    const lines = [1, 2].map((line) => ({
      id: null,
      fields: { freeText: `Konu ${line} ${asked}`, urgency: 3, reason: 'legal' },
    }))
    const headers = { cookie: sender.cookie, 'x-forwarded-for': `10.0.${(asked >> 8) & 255}.${asked & 255}` }
    const { status, text } = await ask(agent, address, {
      path: '/api/needs/submitMyForm',
      headers,
      body: { cycleId, formVersion, lines },
    })
    if (status !== 200) throw new Error(`The portal answered ${status}: ${text}`)
    versions.set(sender.personId, (formVersion ?? 0) + 1)
  }
  const addresses = servers.map(({ address }) => address)
  await load(addresses, Number(connections), Math.min(1, Number(seconds) / 3), send)
  const memoryBefore = servers.map((server) => server.rssMb())
  const cpu = () => servers.reduce((sum, server) => sum + server.cpuMs(), 0)
  const cpuBefore = cpu()
  const before = connection ? await walSyncs(connection) : 0
  const { aSecond, p50, p99, answers } = await load(addresses, Number(connections), Number(seconds), send)
  const cpuMs = (cpu() - cpuBefore) / answers
  const syncsOfPostgres = connection ? (await walSyncs(connection)) - before : 0
  const memory = servers.map((server) => server.rssMb())
  for (const server of servers) await server.end()
  const syncs = under.length > 0 ? syncsIn(await readFile(counted, 'utf8')) / asked : syncsOfPostgres / answers
  tellResult({
    ...{ aSecond, p50, p99, answers, cpuMs, syncs: Math.round(syncs * 1000) / 1000 },
    ...{ memoryBefore: memoryBefore.reduce((a, b) => a + b, 0), memory: memory.reduce((a, b) => a + b, 0) },
  })
} finally {
  if (answer) await answer.postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

/** Calls in strace's table; what the portal forced while it started and ended is among them and does not weigh. */
function syncsIn(table: string): number {
  return [...table.matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+).*\b(?:fsync|fdatasync)\s*$/gm)].reduce(
    (sum, [, calls]) => sum + Number(calls),
    0,
  )
}
