import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { checkPassword } from '../../src-core/access/index.ts'
import { isOperationError } from '../../src-core/kernel/errors.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { refuse, refuseTooMany } from './answers.ts'
import { type Host, headersOf } from './host.ts'
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
      return pass(host, request, reply)
    },
  })
}

async function refusedUntil(host: Host, request: FastifyRequest, path: string, limit?: keyof typeof limits) {
  const byAddress = limit && (await host.throttle.refusedUntil(limit, request.ip))
  if (byAddress || path !== 'sign-in/email') return byAddress
  const email = signInSchema.safeParse(request.body).data?.email.trim().toLowerCase() ?? ''
  return host.throttle.refusedUntil('signInToAccount', email)
}

/** Hands a request to better-auth and its answer back. */
async function pass(host: Host, request: FastifyRequest, reply: FastifyReply) {
  const headers = headersOf(request)
  headers.delete('content-length')
  const answer = await host.accounts.auth.handler(
    new Request(new URL(request.url, host.address), {
      method: request.method,
      headers,
      ...(request.method === 'POST' && { body: JSON.stringify(request.body ?? {}) }),
    }),
  )
  reply.code(answer.status)
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  return reply.send(await answer.text())
}
