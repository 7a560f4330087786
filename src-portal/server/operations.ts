import type { AnyContractProcedure } from '@orpc/contract'
import type { FastifyInstance } from 'fastify'
import { contract } from '../../src-core/contract.ts'
import { metaOf } from '../../src-core/database/dispatcher.ts'
import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import { refuse, refuseTooMany } from './answers.ts'
import { connectionOf, type Host, linkTokenOf } from './host.ts'
import type { limits } from './throttle.ts'

type Features = Readonly<Record<string, Readonly<Record<string, AnyContractProcedure>>>>

/** The part of the contract that the portal offers. */
export const offered: Features = Object.fromEntries(
  Object.entries(contract as Features).flatMap(([feature, operations]) => {
    const own = Object.entries(operations).filter(([, procedure]) => metaOf(procedure).portal === true)
    return own.length > 0 ? [[feature, Object.fromEntries(own)]] : []
  }),
)

/** Operations that one address may not try as often as it likes. */
const limited: Readonly<Record<string, keyof typeof limits>> = {
  'certificates.checkPublicly': 'check',
  'sync.joinAsked': 'joinCode',
  'sync.confirmJoin': 'joinCode',
  'sync.refuseJoin': 'joinCode',
}

type Named = { Params: { feature: string; operation: string } }

/** `POST /api/<feature>/<operation>`: the input as JSON in, the result as JSON out. */
export function serveOperations(app: FastifyInstance, host: Host): void {
  app.post<Named>('/api/:feature/:operation', async (request, reply) => {
    const { feature, operation } = request.params
    const name = `${feature}.${operation}`
    if (!Object.hasOwn(offered, feature) || !Object.hasOwn(offered[feature] ?? {}, operation))
      return refuse(reply, new OperationError('NOT_FOUND', { entity: 'operation', id: name.slice(0, 100) }))
    const limit = linkTokenOf(request) ? 'link' : limited[name]
    const until = limit && (await host.throttle.refusedUntil(limit, request.ip))
    if (until) return refuseTooMany(reply, until, host.clock())
    try {
      const connection = await connectionOf(host, request)
      const result = await host.dispatcher.run(name, request.body ?? undefined, connection)
      host.metrics.operation(name, 'done')
      return reply.send(result ?? {})
    } catch (error) {
      if (!isOperationError(error)) throw error
      host.metrics.operation(name, error.code)
      return refuse(reply, error)
    }
  })
}
