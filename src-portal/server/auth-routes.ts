import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { checkPassword, owesSecondFactor, settleSecondFactor } from '../../src-core/access/index.ts'
import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { refuse, refuseTooMany } from './answers.ts'
import { directoryId } from './directory.ts'
import { connectionOf, type Host, headersOf } from './host.ts'
import type { limits } from './throttle.ts'

/** What of better-auth a browser may call; everything else of it does not exist here. */
const paths: Readonly<Record<string, { readonly method: 'GET' | 'POST'; readonly limit?: keyof typeof limits }>> = {
  'sign-in/email': { method: 'POST', limit: 'signInByAddress' },
  'sign-out': { method: 'POST' },
  'change-password': { method: 'POST', limit: 'passwordByAddress' },
  'list-sessions': { method: 'GET' },
  'revoke-session': { method: 'POST' },
  'revoke-other-sessions': { method: 'POST' },
  'two-factor/enable': { method: 'POST', limit: 'secondFactor' },
  'two-factor/disable': { method: 'POST', limit: 'secondFactor' },
  'two-factor/verify-totp': { method: 'POST', limit: 'secondFactor' },
  'two-factor/verify-backup-code': { method: 'POST', limit: 'secondFactor' },
  'callback/directory': { method: 'GET', limit: 'directory' },
}

const signInSchema = z.object({ email: z.string().max(200) })
const changeSchema = z.object({ newPassword: z.string().max(200) })

type Named = { Params: { '*': string } }

/** Signing in and out, sessions and second factors under `/api/auth/`. */
export function serveAuth(app: FastifyInstance, host: Host, ports: Pick<Ports, 'passwords'>): void {
  app.route<Named>({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      const path = request.params['*']
      const known = Object.hasOwn(paths, path) ? paths[path] : undefined
      if (known?.method !== request.method) return reply.code(404).send({ code: 'NOT_FOUND', data: {} })
      const until = await refusedUntil(host, request, path, known.limit)
      if (until) return refuseTooMany(reply, until, host.clock())
      if (path === 'change-password') {
        try {
          checkPassword(ports, changeSchema.safeParse(request.body).data?.newPassword ?? '', [])
        } catch (error) {
          if (!isOperationError(error)) throw error
          return refuse(reply, error)
        }
      }
      const { session } = await connectionOf(host, request)
      const owes = session !== null && (await host.store.read((db) => owesSecondFactor(db, session)))
      // Otherwise the directory alone would open duties: by putting a new second factor in the place of the one that is owed.
      if (owes && changesSecondFactor.has(path) && (await hasSecondFactor(host, request)))
        return refuse(reply, new OperationError('NOT_ALLOWED', { operation: path, roles: [] }))
      const answer = await pass(host, request, reply)
      if (owes && showsSecondFactor.has(path) && reply.statusCode === 200)
        await host.store.write(({ db }) => settleSecondFactor(db, session))
      return reply.send(answer)
    },
  })

  app.get('/api/accounts/doors', async () => ({ directory: host.accounts.byDirectory }))

  app.post('/api/accounts/directory', async (request, reply) => {
    if (!host.accounts.byDirectory) return reply.code(404).send({ code: 'NOT_FOUND', data: {} })
    const until = await host.throttle.refusedUntil('directory', request.ip)
    if (until) return refuseTooMany(reply, until, host.clock())
    const asked = { provider: directoryId, callbackURL: '/', errorCallbackURL: '/sign-in', disableRedirect: true }
    return reply.send(await pass(host, request, reply, { path: '/api/auth/sign-in/social', body: asked }))
  })
}

const changesSecondFactor: ReadonlySet<string> = new Set(['two-factor/enable', 'two-factor/disable'])
const showsSecondFactor: ReadonlySet<string> = new Set(['two-factor/verify-totp', 'two-factor/verify-backup-code'])

async function hasSecondFactor({ accounts }: Host, request: FastifyRequest): Promise<boolean> {
  const found = await accounts.auth.api.getSession({ headers: headersOf(request) })
  return found?.user.twoFactorEnabled === true
}

async function refusedUntil(host: Host, request: FastifyRequest, path: string, limit?: keyof typeof limits) {
  const byAddress = limit && (await host.throttle.refusedUntil(limit, request.ip))
  if (byAddress || path !== 'sign-in/email') return byAddress
  const email = signInSchema.safeParse(request.body).data?.email.trim().toLowerCase() ?? ''
  return host.throttle.refusedUntil('signInToAccount', email)
}

type Instead = { readonly path: string; readonly body: unknown }

/** Hands a request, or another in its place, to better-auth; puts the answer's head into the reply and gives its body. */
async function pass(host: Host, request: FastifyRequest, reply: FastifyReply, instead?: Instead): Promise<string> {
  const headers = headersOf(request)
  headers.delete('content-length')
  if (instead) headers.set('content-type', 'application/json')
  const answer = await host.accounts.auth.handler(
    new Request(new URL(instead?.path ?? request.url, host.address), {
      method: request.method,
      headers,
      ...(request.method === 'POST' && { body: JSON.stringify(instead?.body ?? request.body ?? {}) }),
    }),
  )
  reply.code(answer.status)
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  return answer.text()
}
