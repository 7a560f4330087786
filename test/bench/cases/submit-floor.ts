import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { startPostgres } from '../../node/postgres.ts'
import { tellResult } from '../bench-store.ts'
import { ask, load } from '../portal/ask.ts'
import { prepareForms } from '../portal/forms.ts'
import { startServer } from '../portal/server-process.ts'

/**
 * The same rows through bare Fastify and the same driver: `<sqlite|postgres> [seconds] [connections]`. It asks nobody who they are,
 * checks nothing, keeps no log, no sums and no feed, and adds two lines in one transaction.
 */
const [, , over = 'sqlite', seconds = '3', connections = '32'] = process.argv
const folder = await mkdtemp(join(tmpdir(), 'akademi-bench-floor-'))
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
  const { cycleId, unitId, senders } = await prepareForms(place, Number(connections), 0)
  const server = await startServer('floor-server', [folder, connection, cycleId, unitId])
  const send = async (agent: Parameters<typeof ask>[0], address: string, lane: number) => {
    const body = { personId: senders[lane]?.personId, lines: ['Konu 1', 'Konu 2'] }
    const { status, text } = await ask(agent, address, { path: '/', headers: {}, body })
    if (status !== 200) throw new Error(`The floor answered ${status}: ${text}`)
  }
  await load([server.address], Number(connections), Math.min(1, Number(seconds) / 3), send)
  const cpuBefore = server.cpuMs()
  const { aSecond, p50, p99, answers } = await load([server.address], Number(connections), Number(seconds), send)
  const cpuMs = (server.cpuMs() - cpuBefore) / answers
  const memory = server.rssMb()
  await server.end()
  tellResult({ aSecond, p50, p99, answers, cpuMs, memory })
} finally {
  if (answer) await answer.postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
