import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify'
import { isOperationError } from '../../src-core/kernel/errors.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { serveAccounts } from './account-routes.ts'
import { refuse } from './answers.ts'
import { serveApiPage } from './api-page.ts'
import { serveAuth } from './auth-routes.ts'
import { serveCalendars } from './calendar-routes.ts'
import { type Host, isOwnPage } from './host.ts'
import { serveJoining } from './join-routes.ts'
import { serveOperations } from './operations.ts'
import { servePages } from './page-routes.ts'
import type { PortalSettings } from './settings.ts'
import { serveSync } from './sync-routes.ts'
import { type Standing, serveUpkeep } from './upkeep-routes.ts'

type Making = Pick<PortalSettings, 'trustedProxies' | 'logLevel' | 'metricsToken' | 'pagesFolder' | 'joinEvery'>

/** The web server before it has anything to serve. Its log names routes, never addresses, people or what was asked. */
export function createApp({ trustedProxies, logLevel = 'info' }: Making): FastifyInstance {
  return Fastify({
    logger:
      logLevel === 'silent'
        ? false
        : {
            level: logLevel,
            base: null,
            timestamp: () => `,"time":"${new Date().toISOString()}"`,
            serializers: { err: ({ name, stack }: Error) => ({ type: name, message: '', stack: stack ?? '' }) },
          },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    // A desktop's push may take its time on a slow line.
    requestTimeout: 120_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 20_000,
    trustProxy: trustedProxies ?? false,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  })
}

type Furnishing = {
  readonly standing: Standing
  readonly ports: Pick<Ports, 'passwords'>
  /** Handed to desktops that join. */
  readonly dataKey: Uint8Array
  readonly router: Parameters<typeof serveSync>[2]
}

/** Gives the server its headers, limits and routes. */
export async function furnish(
  app: FastifyInstance,
  host: Host,
  { standing, ports, dataKey, router }: Furnishing,
  { metricsToken, pagesFolder, joinEvery = 5 }: Making,
): Promise<void> {
  app.removeContentTypeParser('text/plain')
  await app.register(helmet, headers(host.address.startsWith('https:')))
  await app.register(rateLimit, { max: 600, timeWindow: '1 minute' })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwnPage(host, request))
      return reply.code(403).send({ code: 'OTHER_SITE', data: {} })
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'page'
    const seconds = reply.elapsedTime / 1000
    host.metrics.request(route, request.method, reply.statusCode, seconds)
    request.log.info({ route, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (isOperationError(error)) return refuse(reply, error)
    const status = error.statusCode ?? 500
    if (status < 500) return reply.code(status).send({ code: status === 429 ? 'TOO_MANY' : 'BAD_REQUEST', data: {} })
    request.log.error({ err: error, route: request.routeOptions.url })
    return reply.code(500).send({ code: 'UNEXPECTED', data: { reference: request.id } })
  })
  serveUpkeep(app, host, standing, metricsToken)
  serveAccounts(app, host)
  serveJoining(app, host, { dataKey, every: joinEvery })
  serveAuth(app, host, ports)
  await serveSync(app, host, router)
  await serveApiPage(app, host.address)
  await serveOperations(app, host)
  serveCalendars(app, host)
  await servePages(app, pagesFolder)
}

const own = ["'self'"]

/** Nothing comes from anywhere but the portal itself, and nothing may put it in a frame. */
const headers = (secure: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: own,
      styleSrc: own,
      imgSrc: [...own, 'data:'],
      fontSrc: own,
      connectSrc: own,
      formAction: own,
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  xFrameOptions: { action: 'deny' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
  hsts: secure && { maxAge: 31_536_000 },
})
