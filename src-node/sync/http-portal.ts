import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Portal } from '../../src-core/sync/client.ts'
import type { SyncHost } from '../../src-core/sync/engine.ts'
import { syncPath } from '../../src-core/sync/protocol.ts'

/** A portal that says nothing for so long counts as out of reach; a slow line that keeps sending does not. */
const answerWithin = 120_000

/**
 * The portal at an address, over HTTP. Proxies and certificates are those of Node (`NODE_USE_ENV_PROXY`, `NODE_EXTRA_CA_CERTS`,
 * `--use-system-ca`): an IT department sets them once for the program.
 */
export function httpPortal(address: string, token: string): Portal {
  const link = new RPCLink({
    url: `${address}${syncPath}`,
    headers: { authorization: `Bearer ${token}` },
    fetch: (request, init) => {
      const limits = [AbortSignal.timeout(answerWithin), request.signal]
      return fetch(request, { ...init, redirect: 'error', signal: AbortSignal.any(limits) })
    },
  })
  return createORPCClient(link)
}

/** What a failed call means for the officer. */
export const explainPortalError: SyncHost['explain'] = (error) => {
  if (error instanceof ORPCError) {
    if (error.status === 401) return 'signedOut'
    if (error.status === 403) return 'notAllowed'
    return error.status === 502 || error.status === 503 || error.status === 504 || error.status === 429
      ? 'unreachable'
      : 'failed'
  }
  // `fetch` says TypeError for whatever happened on the way, and the time limit an error of its own name.
  const name = error instanceof Error ? error.name : ''
  return name === 'TypeError' || name === 'TimeoutError' || name === 'AbortError' ? 'unreachable' : 'failed'
}
