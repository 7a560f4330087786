import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accountOfSession, checkPassword, owesSecondFactor, settleSecondFactor } from '../../src-core/access/index.ts'
import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { invalid, refuse, refuseTooMany } from './answers.ts'
import { directoryId } from './directory.ts'
import { connectionOf, type Host, headersOf } from './host.ts'
import type { Limit } from './throttle.ts'

const text = z.string().max(200)

type AuthPath = {
  readonly method: 'GET' | 'POST'
  /** Counted with each call: by the session, or the sign-in that waits for its second factor; else by address. */
  readonly each?: Limit
  /** Counted with a call that was refused, by address. */
  readonly misses?: Limit
  /** All that the library is handed; it knows further fields that no page of ours sends. */
  readonly fields?: Readonly<Record<string, z.ZodType>>
}

/** What of better-auth a browser may call; everything else of it does not exist here. */
const paths: Readonly<Record<string, AuthPath>> = {
  'sign-in/email': { method: 'POST', misses: 'signInMiss', fields: { email: text, password: text } },
  'sign-out': { method: 'POST' },
  'change-password': {
    method: 'POST',
    each: 'passwordOfAccount',
    fields: { currentPassword: text, newPassword: text, revokeOtherSessions: z.boolean() },
  },
  'list-sessions': { method: 'GET' },
  'revoke-session': { method: 'POST', fields: { token: text } },
  'revoke-other-sessions': { method: 'POST' },
  'two-factor/enable': { method: 'POST', each: 'secondFactor', misses: 'secondFactorMiss', fields: { password: text } },
  'two-factor/disable': {
    method: 'POST',
    each: 'secondFactor',
    misses: 'secondFactorMiss',
    fields: { password: text },
  },
  'two-factor/verify-totp': {
    method: 'POST',
    each: 'secondFactor',
    misses: 'secondFactorMiss',
    fields: { code: text },
  },
  'two-factor/verify-backup-code': {
    method: 'POST',
    each: 'secondFactor',
    misses: 'secondFactorMiss',
    fields: { code: text },
  },
  'callback/directory': { method: 'GET', each: 'directory' },
}

/** Signing in and out, sessions and second factors under `/api/auth/`. */
export function serveAuth(app: FastifyInstance, host: Host, ports: Pick<Ports, 'passwords'>): void {
  for (const [path, { method, each, misses, fields = {} }] of Object.entries(paths)) {
    const schema = z.strictObject(fields)
    // A route for each, so that the log tells signing in from signing out.
    app.route({
      method,
      url: `/api/auth/${path}`,
      handler: async (request, reply) => {
        const parsed = schema.safeParse(request.body ?? {})
        if (!parsed.success) return refuse(reply, invalid(parsed.error))
        const body: Readonly<Record<string, unknown>> = parsed.data
        const { session } = await connectionOf(host, request)
        const until = await refusedUntil(host, request, session, { each, misses, email: body.email })
        if (until) return refuseTooMany(reply, until, host.clock())
        if (path === 'change-password') {
          try {
            checkPassword(ports, String(body.newPassword), [])
          } catch (error) {
            if (!isOperationError(error)) throw error
            return refuse(reply, error)
          }
        }
        const owes = session !== null && (await host.store.read((db) => owesSecondFactor(db, session)))
        // Otherwise the directory alone would open duties: by putting a new second factor in the place of the one that is owed.
        if (owes && changesSecondFactor.has(path) && (await hasSecondFactor(host, request)))
          return refuse(reply, new OperationError('NOT_ALLOWED', { operation: path, roles: [] }))
        const answer = await pass(host, request, reply, { path: request.url, body })
        if (misses && reply.statusCode >= 400) await host.throttle.refusedUntil(misses, request.ip)
        if (owes && showsSecondFactor.has(path) && reply.statusCode === 200)
          await host.store.write(({ db }) => settleSecondFactor(db, session))
        return reply.send(answer)
      },
    })
  }

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

type Counting = Pick<AuthPath, 'each' | 'misses'> & { readonly email: unknown }

async function refusedUntil(
  { throttle, store }: Host,
  request: FastifyRequest,
  session: string | null,
  { each, misses, email }: Counting,
): Promise<string | undefined> {
  const held = misses && (await throttle.heldUntil(misses, request.ip))
  if (held) return held
  if (email !== undefined) return throttle.refusedUntil('signInToAccount', String(email).trim().toLowerCase())
  if (!each) return undefined
  const account = session === null ? undefined : await store.read((db) => accountOfSession(db, session))
  return throttle.refusedUntil(each, account ?? waitingSignIn(request) ?? request.ip)
}

/** The cookie of a sign-in that waits for its second factor. A forged one opens nothing: the library checks its signature. */
const waitingSignIn = ({ headers }: FastifyRequest): string | undefined =>
  /(?:^|;\s*)[^=;]*two_factor=([^;]+)/.exec(headers.cookie ?? '')?.[1]

type Asked = { readonly path: string; readonly body: Readonly<Record<string, unknown>> }

/** Asks better-auth with the head of a request; puts the head of its answer into the reply and gives its body. */
async function pass(host: Host, request: FastifyRequest, reply: FastifyReply, { path, body }: Asked): Promise<string> {
  const headers = headersOf(request)
  headers.delete('content-length')
  if (request.method === 'POST') headers.set('content-type', 'application/json')
  const asked = new Request(new URL(path, host.address), {
    method: request.method,
    headers,
    ...(request.method === 'POST' && { body: JSON.stringify(body) }),
  })
  const answer = await host.accounts.unit.watched(() => host.accounts.auth.handler(asked))
  reply.code(answer.status)
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  return answer.text()
}
