import { isContractProcedure } from '@orpc/contract'
import { ORPCError, os } from '@orpc/server'
import { type Dispatcher, metaOf } from '../../src-core/database/dispatcher.ts'
import type { Connection } from '../../src-core/kernel/context.ts'
import { isOperationError } from '../../src-core/kernel/errors.ts'
import type { Progress } from '../../src-core/kernel/operation.ts'
import { sendable } from '../../src-core/kernel/sent-file.ts'

export type RpcContext = { readonly connection: Connection }

const base = os.$context<RpcContext>()

/**
 * All operations as an oRPC router, whatever carries it (MessagePort or WebSocket). Checking of input and caller is the
 * dispatcher's; here a refusal becomes an error that the window can read, and long work a stream of progress.
 */
export function createRpcRouter(dispatcher: Dispatcher) {
  const router: Record<string, Record<string, ReturnType<typeof procedureFor>>> = {}
  for (const [name, procedure] of dispatcher.operations) {
    const [feature = '', operation = ''] = name.split('.')
    router[feature] ??= {}
    const long = isContractProcedure(procedure) && metaOf(procedure).long === true
    router[feature][operation] = procedureFor(dispatcher, name, long)
  }
  return router
}

function procedureFor(dispatcher: Dispatcher, name: string, long: boolean) {
  return base.handler(({ input, context, signal }) => {
    if (!long) return answer(dispatcher.run(name, input, context.connection, { signal }))
    return stream(
      (report, stop) => answer(dispatcher.run(name, input, context.connection, { signal: stop, report })),
      signal,
    )
  })
}

async function answer(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work
  } catch (error) {
    if (!isOperationError(error)) throw error
    throw new ORPCError(error.code, { defined: true, status: 422, data: error.data, message: error.code })
  }
}

type Work = (report: (progress: Progress) => void, stop: AbortSignal) => Promise<unknown>

/** Progress while `work` runs (the latest when it comes faster than it is read), then its result. Leaving early stops it. */
async function* stream(work: Work, signal: AbortSignal | undefined): AsyncGenerator<Progress, unknown, void> {
  const stop = new AbortController()
  signal?.addEventListener('abort', () => stop.abort(), { once: true })
  let latest: Progress | undefined
  let wake: () => void = () => {}
  let finished = false
  const result = work((progress) => {
    latest = progress
    wake()
  }, stop.signal)
  const end = result.then(
    () => undefined,
    () => undefined,
  )
  void end.then(() => {
    finished = true
    wake()
  })
  try {
    while (!finished) {
      if (latest) {
        const progress = latest
        latest = undefined
        yield progress
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
          if (finished || latest) resolve()
        })
      }
    }
    return await sendable(await result)
  } finally {
    if (!finished) stop.abort()
    await end
  }
}
