import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { OperationError, type OperationErrorCode, type OperationErrorData } from '../../src-core/kernel/errors.ts'

const statusOf: Readonly<Record<OperationErrorCode, number>> = {
  INVALID_INPUT: 400,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RULE_BROKEN: 422,
  INVALID_FILE: 422,
  CANCELLED: 499,
  UNEXPECTED: 500,
  STORE_FAILED: 503,
}

/** The refusal of an input that is not of the shape a route asks for. */
export const invalid = (error: z.ZodError): OperationError =>
  new OperationError('INVALID_INPUT', {
    issues: error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message })),
  })

/** A refusal as the pages read it: the code with its data, never a stack. */
export function refuse(reply: FastifyReply, { code, data }: OperationError) {
  if (code === 'STORE_FAILED') return refuseForNow(reply, (data as OperationErrorData['STORE_FAILED']).problem)
  return reply.code(statusOf[code]).send({ code, data })
}

const forNow = {
  tr: 'Portal şu anda kayıt yapamıyor. Birkaç dakika sonra yeniden deneyin; alındığı bildirilen hiçbir şey kaybolmadı.',
  en: 'The portal cannot save anything at the moment. Try again in a few minutes; nothing it confirmed is lost.',
} as const

/** Seconds after which it is worth asking again. */
const pause = 10

/** The portal lives but cannot answer now; `problem` is the store's, or `ending` for a process that stops. */
export function refuseForNow(reply: FastifyReply, problem: string) {
  const language = /^\s*en\b/i.test(reply.request.headers['accept-language'] ?? '') ? 'en' : 'tr'
  reply.header('retry-after', String(pause))
  return reply.code(503).send({ code: 'STORE_FAILED', data: { problem }, sentence: forNow[language] })
}

/** One try too many; says when the next one is looked at. */
export function refuseTooMany(reply: FastifyReply, until: string, now: Date) {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1000))
  reply.header('retry-after', String(seconds))
  return reply.code(429).send({ code: 'TOO_MANY', data: { until } })
}
