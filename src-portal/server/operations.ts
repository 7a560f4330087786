import type { AnyContractProcedure } from '@orpc/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { accountOfSession } from '../../src-core/access/index.ts'
import { contract } from '../../src-core/contract.ts'
import { metaOf } from '../../src-core/database/dispatcher.ts'
import type { Connection } from '../../src-core/kernel/context.ts'
import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import { linkByHash } from '../../src-core/links/index.ts'
import { refuse, refuseTooMany } from './answers.ts'
import { connectionOf, type Host } from './host.ts'
import type { Limit } from './throttle.ts'

type Features = Readonly<Record<string, Readonly<Record<string, AnyContractProcedure>>>>

/** The part of the contract that the portal offers. */
export const offered: Features = Object.fromEntries(
  Object.entries(contract as Features).flatMap(([feature, operations]) => {
    const own = Object.entries(operations).filter(([, procedure]) => metaOf(procedure).portal === true)
    return own.length > 0 ? [[feature, Object.fromEntries(own)]] : []
  }),
)

type Limited = {
  /** Counted with each call: by the account that is signed in, else by address. */
  readonly each?: Limit
  /** Counted with a call that was a guess, likewise. */
  readonly misses?: Limit
  /** By address whoever is signed in: what is not done under an account. */
  readonly byAddress?: true
}

/** Operations that one address, or whoever is signed in, may not try as often as they like. */
const limited: Readonly<Record<string, Limited>> = {
  'certificates.checkPublicly': { each: 'check', misses: 'checkMiss' },
  'sync.joinAsked': { each: 'joinCode' },
  'sync.confirmJoin': { each: 'joinCode' },
  'sync.refuseJoin': { each: 'joinCode' },
  'needs.checkMyWorkbook': { each: 'workbook' },
  'needs.correctMyWorkbook': { each: 'workbook' },
  'needs.commitMyWorkbook': { each: 'workbook' },
  'delegations.askForVisitByMail': { each: 'visitByAddress', byAddress: true },
  'delegations.confirmVisit': { each: 'visitLink', byAddress: true },
}

/** Whether a look at a certificate found nothing, or had a surname with it that is not the holder's. */
function isMiss(result: unknown, input: unknown): boolean {
  const { verdict, certificate } = result as { verdict?: string; certificate?: { readonly full: boolean } | null }
  const { surname } = (input ?? {}) as { readonly surname?: unknown }
  return verdict === 'unknown' || (certificate?.full === false && typeof surname === 'string' && surname.trim() !== '')
}

/** What a call fills, and the instant until which it has to wait where that is full. */
async function countedBy({ throttle, store }: Host, request: FastifyRequest, connection: Connection, name: string) {
  const { link, session } = connection
  if (link !== undefined) {
    // Whoever guesses links must not shut out those who have one behind the same address.
    const opens = await store.read((db) => linkByHash(db, link))
    const until = await (opens ? throttle.refusedUntil('link', link) : throttle.refusedUntil('linkMiss', request.ip))
    return { until, miss: undefined }
  }
  const { each, misses, byAddress } = limited[name] ?? {}
  if (!each) return { until: undefined, miss: undefined }
  const account = session === null || byAddress ? undefined : await store.read((db) => accountOfSession(db, session))
  const who = account ?? request.ip
  const held = misses && (await throttle.heldUntil(misses, who))
  const until = held ?? (await throttle.refusedUntil(each, who))
  return { until, miss: misses && (() => throttle.refusedUntil(misses, who)) }
}

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
    const { until, miss } = await countedBy(host, request, connection, name)
    if (until) return refuseTooMany(reply, until, host.clock())
    try {
      const given = input()
      const result = await host.dispatcher.run(name, given, connection)
      if (miss && isMiss(result, given)) await miss()
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
      const account = await host.store.read((db) => accountOfSession(db, session))
      const until = await host.throttle.refusedUntil('workbook', account ?? request.ip)
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
