import type { FastifyReply } from 'fastify'
import type { OperationError, OperationErrorCode } from '../../src-core/kernel/errors.ts'

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

/** A refusal as the pages read it: the code with its data, never a stack. */
export const refuse = (reply: FastifyReply, { code, data }: OperationError) =>
  reply.code(statusOf[code]).send({ code, data })

/** One try too many; says when the next one is looked at. */
export function refuseTooMany(reply: FastifyReply, until: string, now: Date) {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1000))
  reply.header('retry-after', String(seconds))
  return reply.code(429).send({ code: 'TOO_MANY', data: { until } })
}
