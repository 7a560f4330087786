import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify'
import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import { brokenText } from '../../src-core/kernel/plain-text.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { serveAccounts } from './account-routes.ts'
import { refuse, refuseForNow } from './answers.ts'
import { serveApiPage } from './api-page.ts'
import { serveAuth } from './auth-routes.ts'
import { serveCalendars } from './calendar-routes.ts'
import { type Host, isOwnPage } from './host.ts'
import { serveJoining } from './join-routes.ts'
import { serveOperations } from './operations.ts'
import { servePages } from './page-routes.ts'
import type { PortalSettings } from './settings.ts'
import { serveSync } from './sync-routes.ts'
import { type Standing, serveUpkeep, upkeepPaths } from './upkeep-routes.ts'

type Making = Pick<
  PortalSettings,
  'trustedProxies' | 'logLevel' | 'logTo' | 'metricsToken' | 'pagesFolder' | 'joinEvery' | 'patience'
>

/** Milliseconds: a slow phone on a slow line is waited for, somebody who sends a byte a minute is not. */
const usualPatience = { headers: 20_000, request: 120_000, silence: 60_000, check: 10_000 }

/** The web server before it has anything to serve. Its log names routes, never addresses, people or what was asked. */
export function createApp({
  trustedProxies,
  logLevel = 'info',
  logTo,
  patience = usualPatience,
}: Making): FastifyInstance {
  return Fastify({
    logger:
      logLevel === 'silent'
        ? false
        : {
            level: logLevel,
            base: null,
            timestamp: () => `,"time":"${new Date().toISOString()}"`,
            serializers: { err: withoutWords },
            ...(logTo && { stream: logTo }),
          },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    requestTimeout: patience.request,
    connectionTimeout: patience.silence,
    keepAliveTimeout: 20_000,
    http: { headersTimeout: patience.headers, connectionsCheckingInterval: patience.check },
    trustProxy: trustedProxies ?? false,
    forceCloseConnections: 'idle',
    // Said by a hook of our own, which gives the headers and the sentence as well.
    return503OnClosing: false,
    // An address that cannot even be read comes past every hook.
    frameworkErrors: (_error, { log, method }, { raw }) => {
      const policy = "default-src 'none'; frame-ancestors 'none'"
      raw.writeHead(400, {
        ...{ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
        ...{ 'x-content-type-options': 'nosniff', 'content-security-policy': policy },
      })
      raw.end('{"code":"BAD_REQUEST","data":{}}')
      log.info({ route: 'page', method, status: 400, ms: 0 })
    },
  })
}

/** What a fault was and where, without its message: that may hold what somebody typed. */
function withoutWords({ name, message, stack = '', code }: Error & { readonly code?: unknown }) {
  const frames = stack.slice(stack.indexOf(message) + message.length)
  return { type: name, message: '', stack: frames.trim(), ...(typeof code === 'string' && { code }) }
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
  await app.register(rateLimit, {
    timeWindow: '1 minute',
    // A whole house may stand behind one address; whoever is signed in is counted by herself.
    keyGenerator: async ({ headers: { cookie }, ip }) => (cookie && (await host.accounts.sessionOf(cookie))) || ip,
    max: ({ ip }, key) => (key === ip ? 3000 : 600),
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (/^\/(?:api|sync)\//.test(request.url)) reply.header('cache-control', 'no-store')
    if (standing.ending && !upkeepPaths.has(request.url)) return refuseForNow(reply, 'ending')
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwnPage(host, request))
      return reply.code(403).send({ code: 'OTHER_SITE', data: {} })
  })
  app.addHook('preValidation', async (request, reply) => {
    const broken = Buffer.isBuffer(request.body) ? undefined : brokenText(request.body)
    if (broken === undefined) return
    return refuse(reply, new OperationError('INVALID_INPUT', { issues: [{ path: broken, problem: 'not plain text' }] }))
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'page'
    const seconds = reply.elapsedTime / 1000
    host.metrics.request(route, request.method, reply.statusCode, seconds)
    request.log.info({ route, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = isOperationError(error) ? error : host.store.explain(error)
    if (refusal) return refuse(reply, refusal)
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
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  xFrameOptions: { action: 'deny' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
  hsts: secure && { maxAge: 31_536_000 },
})
