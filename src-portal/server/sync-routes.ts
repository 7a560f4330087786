import { RPCHandler } from '@orpc/server/fetch'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Device } from '../../src-core/sync/device.ts'
import { admitted } from '../../src-core/sync/officers.ts'
import { syncPath } from '../../src-core/sync/protocol.ts'
import type { openSyncServer } from '../../src-core/sync/server.ts'
import { type Host, headersOf } from './host.ts'

type Router = Awaited<ReturnType<typeof openSyncServer>>

/** Largest message: a batch of commands or a page of rows, with room to spare. */
const largestMessage = 16 * 1024 * 1024

/** The token that a desktop shows. */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]

/** The messages of the synchronisation (docs/sync-protocol.md), for desktops that are let in. */
export async function serveSync(app: FastifyInstance, host: Host, router: Router): Promise<void> {
  const handler = new RPCHandler(router)
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestMessage }, (_request, body, done) =>
      done(null, body),
    )
    const devices = new WeakMap<FastifyRequest, Device>()
    // Before the body is read: nobody shall make the portal hold 16 MB who shows no token.
    scope.addHook('onRequest', async (request, reply) => {
      const token = bearerOf(request)
      const device = token === undefined ? 'unknown' : await host.store.snapshot((db) => admitted(db, token))
      if (device === 'unknown') return reply.code(401).send(refusal('UNAUTHORIZED', 401))
      if (device === 'notAllowed') return reply.code(403).send(refusal('FORBIDDEN', 403))
      devices.set(request, device)
      return undefined
    })
    scope.post(
      `${syncPath}/*`,
      // Several desktops stand behind one address, and a first synchronisation has many pages.
      { bodyLimit: largestMessage, config: { rateLimit: { max: 6000, timeWindow: '1 minute' } } },
      async (request, reply) => {
        const device = devices.get(request)
        if (!device) return reply.code(401).send(refusal('UNAUTHORIZED', 401))
        const asked = new Request(new URL(request.url, host.address), {
          method: 'POST',
          headers: headersOf(request),
          body: new Uint8Array((request.body as Buffer | undefined) ?? []),
        })
        const { matched, response } = await handler.handle(asked, { prefix: syncPath, context: { device } })
        if (!matched) return reply.code(404).send(refusal('NOT_FOUND', 404))
        reply.code(response.status)
        if (response.status === 503) reply.header('retry-after', '10')
        for (const [name, value] of response.headers) reply.header(name, value)
        return reply.header('cache-control', 'no-store').send(Buffer.from(await response.arrayBuffer()))
      },
    )
  })
}

/** As the protocol writes an error. */
const refusal = (code: string, status: number) => ({ json: { defined: false, code, status, message: '' } })
