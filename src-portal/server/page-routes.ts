import { extname } from 'node:path'
import serveStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Addresses that name one person's or one certificate's business; no search engine shall keep them. */
const unlisted = /^\/(?:d|k|verify|password|needs|visit|desk|unit|account|admin|device)(?:\/|$)/

/** The built pages: one page for every address of the portal, its assets for good. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(serveStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      const kept = /[\\/]assets[\\/]/.test(path)
      response.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-store')
    },
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) => {
    const { pathname } = new URL(request.url, 'http://portal')
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && extname(pathname) === ''
    if (!isPage || pathname.startsWith('/api/')) return reply.code(404).send({ code: 'NOT_FOUND', data: {} })
    if (unlisted.test(pathname)) reply.header('x-robots-tag', 'noindex, nofollow, noarchive')
    return reply.sendFile('index.html')
  })
}
