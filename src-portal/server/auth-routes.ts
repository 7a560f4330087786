import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { checkPassword } from '../../src-core/access/index.ts'
import { isOperationError } from '../../src-core/kernel/errors.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { invalid, refuse, refuseTooMany } from './answers.ts'
import { type Host, headersOf } from './host.ts'
import type { limits } from './throttle.ts'

const text = z.string().max(200)

type AuthPath = {
  readonly method: 'GET' | 'POST'
  readonly limit?: keyof typeof limits
  /** All that the library is handed; it knows further fields that no page of ours sends. */
  readonly fields?: Readonly<Record<string, z.ZodType>>
}

/** What of better-auth a browser may call; everything else of it does not exist here. */
const paths: Readonly<Record<string, AuthPath>> = {
  'sign-in/email': { method: 'POST', limit: 'signInByAddress', fields: { email: text, password: text } },
  'sign-out': { method: 'POST' },
  'change-password': {
    method: 'POST',
    limit: 'passwordByAddress',
    fields: { currentPassword: text, newPassword: text, revokeOtherSessions: z.boolean() },
  },
  'list-sessions': { method: 'GET' },
  'revoke-session': { method: 'POST', fields: { token: text } },
  'revoke-other-sessions': { method: 'POST' },
  'two-factor/enable': { method: 'POST', limit: 'secondFactor', fields: { password: text } },
  'two-factor/disable': { method: 'POST', limit: 'secondFactor', fields: { password: text } },
  'two-factor/verify-totp': { method: 'POST', limit: 'secondFactor', fields: { code: text } },
  'two-factor/verify-backup-code': { method: 'POST', limit: 'secondFactor', fields: { code: text } },
}

/** Signing in and out, sessions and second factors under `/api/auth/`. */
export function serveAuth(app: FastifyInstance, host: Host, ports: Pick<Ports, 'passwords'>): void {
  for (const [path, { method, limit, fields = {} }] of Object.entries(paths)) {
    const schema = z.strictObject(fields)
    // A route for each, so that the log tells signing in from signing out.
    app.route({
      method,
      url: `/api/auth/${path}`,
      handler: async (request, reply) => {
        const parsed = schema.safeParse(request.body ?? {})
        if (!parsed.success) return refuse(reply, invalid(parsed.error))
        const body: Readonly<Record<string, unknown>> = parsed.data
        const until = await refusedUntil(host, request, path, body, limit)
        if (until) return refuseTooMany(reply, until, host.clock())
        if (path === 'change-password') {
          try {
            checkPassword(ports, String(body.newPassword), [])
          } catch (error) {
            if (!isOperationError(error)) throw error
            return refuse(reply, error)
          }
        }
        return pass(host, request, body, reply)
      },
    })
  }
}

async function refusedUntil(
  host: Host,
  request: FastifyRequest,
  path: string,
  body: Readonly<Record<string, unknown>>,
  limit?: keyof typeof limits,
) {
  const byAddress = limit && (await host.throttle.refusedUntil(limit, request.ip))
  if (byAddress || path !== 'sign-in/email') return byAddress
  return host.throttle.refusedUntil('signInToAccount', String(body.email).trim().toLowerCase())
}

/** Hands a request to better-auth and its answer back. */
async function pass(host: Host, request: FastifyRequest, body: Readonly<Record<string, unknown>>, reply: FastifyReply) {
  const headers = headersOf(request)
  headers.delete('content-length')
  const asked = new Request(new URL(request.url, host.address), {
    method: request.method,
    headers,
    ...(request.method === 'POST' && { body: JSON.stringify(body) }),
  })
  const answer = await host.accounts.unit.watched(() => host.accounts.auth.handler(asked))
  reply.code(answer.status)
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  return reply.send(await answer.text())
}
