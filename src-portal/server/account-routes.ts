import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { emailSchema, registrationSchema } from '../../src-core/access/index.ts'
import { isOperationError } from '../../src-core/kernel/errors.ts'
import { invalid, refuse, refuseTooMany } from './answers.ts'
import type { Host } from './host.ts'
import type { Limit } from './throttle.ts'

const activationSchema = z.object({ email: emailSchema, language: z.enum(['tr', 'en']) })
const linkSchema = z.object({ email: emailSchema })
const passwordSchema = z.object({ token: z.string().min(10).max(100), password: z.string().max(200) })

/** As long as every answer about an address takes, so that its time tells nothing about the address. */
const evenMs = 400

/** The three doors: registering, activating a staff account, a new password. All answer alike, whoever asks. */
export function serveAccounts(app: FastifyInstance, host: Host): void {
  const door = <S extends z.ZodType<{ email: string }>>(
    path: string,
    limit: Limit,
    schema: S,
    work: (input: z.infer<S>) => Promise<void>,
  ): void => {
    app.post(path, async (request, reply) => {
      const parsed = schema.safeParse(request.body)
      if (!parsed.success) return refuse(reply, invalid(parsed.error))
      const until = await refusedUntil(host, request, limit, parsed.data.email)
      if (until) return refuseTooMany(reply, until, host.clock())
      await Promise.all([work(parsed.data), wait(evenMs)])
      return {}
    })
  }
  door('/api/accounts/register', 'registerByAddress', registrationSchema, host.accounts.register)
  door('/api/accounts/activate', 'linkByAddress', activationSchema, ({ email, language }) =>
    host.accounts.activate(email, language),
  )
  door('/api/accounts/link', 'linkByAddress', linkSchema, ({ email }) => host.accounts.sendLink(email))

  app.post('/api/accounts/password', async (request, reply) => {
    const parsed = passwordSchema.safeParse(request.body)
    if (!parsed.success) return refuse(reply, invalid(parsed.error))
    const until = await host.throttle.refusedUntil('passwordByAddress', request.ip)
    if (until) return refuseTooMany(reply, until, host.clock())
    try {
      await host.accounts.setPassword(parsed.data.token, parsed.data.password)
      return {}
    } catch (error) {
      if (!isOperationError(error)) throw error
      return refuse(reply, error)
    }
  })
}

async function refusedUntil({ throttle }: Host, request: FastifyRequest, limit: Limit, email: string) {
  return (await throttle.refusedUntil(limit, request.ip)) ?? (await throttle.refusedUntil('linkToAddress', email))
}
