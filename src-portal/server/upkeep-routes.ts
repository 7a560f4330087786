import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sha256 } from '../../src-core/kernel/hash.ts'
import type { Host } from './host.ts'

export type Standing = {
  /** The process is ending: a balancer shall send nobody here any more. */
  ending: boolean
}

/** Asked by balancers, of a process that ends as well. */
export const upkeepPaths: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics'])

/** `/health` says that the process lives, `/ready` that it can answer people, `/metrics` how it does. */
export function serveUpkeep(app: FastifyInstance, host: Host, standing: Standing, metricsToken?: string): void {
  app.get('/health', { config: { rateLimit: false } }, async () => ({ alive: true }))

  app.get('/ready', { config: { rateLimit: false } }, async (_request, reply) => {
    if (standing.ending) return reply.code(503).send({ ready: false, reason: 'ending' })
    try {
      await host.store.read((db) => db.selectFrom('storeInfo').select('key').limit(1).execute())
      return { ready: true }
    } catch (error) {
      const problem = host.store.explain(error)?.data
      return reply.code(503).send({ ready: false, reason: problem ?? 'store' })
    }
  })

  app.get('/metrics', { config: { rateLimit: false } }, async (request, reply) => {
    const given = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (!metricsToken || !same(given, metricsToken)) return reply.code(404).send({ code: 'NOT_FOUND', data: {} })
    return reply.type(host.metrics.type).send(await host.metrics.text())
  })
}

const same = (given: string, expected: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(expected)))
