import type { AnyContractProcedure } from '@orpc/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { contract } from '../../src-core/contract.ts'
import { metaOf } from '../../src-core/database/dispatcher.ts'
import type { Connection } from '../../src-core/kernel/context.ts'
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

type Limited = readonly [limit: keyof typeof limits, by: 'address' | 'session']

/** Operations that one address, or whoever is signed in, may not try as often as they like. */
const limited: Readonly<Record<string, Limited>> = {
  'certificates.checkPublicly': ['check', 'address'],
  'sync.joinAsked': ['joinCode', 'address'],
  'sync.confirmJoin': ['joinCode', 'address'],
  'sync.refuseJoin': ['joinCode', 'address'],
  'needs.checkMyWorkbook': ['workbook', 'session'],
  'needs.correctMyWorkbook': ['workbook', 'session'],
  'needs.commitMyWorkbook': ['workbook', 'session'],
  'delegations.askForVisitByMail': ['visitByAddress', 'address'],
  'delegations.confirmVisit': ['visitLink', 'address'],
}

const throughLink: Limited = ['link', 'address']

/** Operations that take a file, and the most bytes that are listened to; the operation itself may say less. */
const takesFile: ReadonlySet<string> = new Set(['needs.uploadMyWorkbook'])
const largestUpload = 6 * 1024 * 1024

type Named = { Params: { feature: string; operation: string } }

/**
 * `POST /api/<feature>/<operation>`: the input as JSON in, the result as JSON out, or the bytes where the result is a file.
 * `POST /api/files/<feature>/<operation>` takes a file as its body, named by the header `x-file-name`.
 */
export async function serveOperations(app: FastifyInstance, host: Host): Promise<void> {
  const answer = async (
    request: FastifyRequest<Named>,
    reply: FastifyReply,
    connection: Connection,
    input: () => unknown,
  ) => {
    const { feature, operation } = request.params
    const name = `${feature}.${operation}`
    if (!Object.hasOwn(offered, feature) || !Object.hasOwn(offered[feature] ?? {}, operation))
      return refuse(reply, new OperationError('NOT_FOUND', { entity: 'operation', id: name.slice(0, 100) }))
    const [limit, by] = linkTokenOf(request) ? throughLink : (limited[name] ?? [])
    const until =
      limit && (await host.throttle.refusedUntil(limit, (by === 'session' && connection.session) || request.ip))
    if (until) return refuseTooMany(reply, until, host.clock())
    try {
      const result = await host.dispatcher.run(name, input(), connection)
      host.metrics.operation(name, 'done')
      return result instanceof File ? await sendFile(reply, result) : reply.send(result ?? {})
    } catch (error) {
      if (!isOperationError(error)) throw error
      host.metrics.operation(name, error.code)
      return refuse(reply, error)
    }
  }

  app.post<Named>('/api/:feature/:operation', async (request, reply) =>
    answer(request, reply, await connectionOf(host, request), () => request.body ?? undefined),
  )

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: largestUpload },
      (_request, body, done) => done(null, body),
    )
    // Bytes of whoever has not signed in are not even listened to.
    scope.addHook('onRequest', async (request, reply) => {
      const { feature, operation } = request.params as Named['Params']
      if (!takesFile.has(`${feature}.${operation}`))
        return refuse(reply, new OperationError('NOT_FOUND', { entity: 'operation', id: operation.slice(0, 100) }))
      const { session } = await connectionOf(host, request)
      if (session === null) return refuse(reply, new OperationError('NOT_SIGNED_IN', {}))
      const until = await host.throttle.refusedUntil('workbook', session)
      if (until) return refuseTooMany(reply, until, host.clock())
    })
    scope.post<Named>('/api/files/:feature/:operation', { bodyLimit: largestUpload }, async (request, reply) =>
      answer(request, reply, await connectionOf(host, request), () => ({
        file: new File([new Uint8Array(request.body as Buffer)], nameOf(request)),
      })),
    )
  })
}

/** The file's name as the browser wrote it, without a path and without what no name holds. */
function nameOf({ headers }: FastifyRequest): string {
  let name = String(headers['x-file-name'] ?? '')
  try {
    name = decodeURIComponent(name)
  } catch {
    // A name that was not encoded is taken as it stands.
  }
  return (
    name
      .replaceAll(/[\p{Cc}/\\]/gu, ' ')
      .trim()
      .slice(0, 200) || 'dosya.xlsx'
  )
}

async function sendFile(reply: FastifyReply, file: File) {
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  reply.type(file.type || 'application/octet-stream')
  return reply.send(Buffer.from(await file.arrayBuffer()))
}
