import type { FastifyRequest } from 'fastify'
import type { Dispatcher } from '../../src-core/database/dispatcher.ts'
import type { Store } from '../../src-core/database/store.ts'
import type { Connection } from '../../src-core/kernel/context.ts'
import { tokenHash } from '../../src-core/links/index.ts'
import type { Accounts } from './accounts.ts'
import type { Metrics } from './metrics.ts'
import type { Throttle } from './throttle.ts'

/** What the portal's routes work with. */
export type Host = {
  readonly store: Store
  readonly dispatcher: Dispatcher
  readonly accounts: Accounts
  readonly throttle: Throttle
  readonly metrics: Metrics
  readonly clock: () => Date
  /** The portal's address as browsers see it. */
  readonly address: string
}

/** The request's headers as the web platform writes them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) if (one !== '') headers.append(name, one)
  }
  return headers
}

/** The token of the personal link that a page was opened by. A header of its own: no form and no other site can send it. */
export function linkTokenOf(request: FastifyRequest): string | undefined {
  const token = request.headers['x-personal-link']
  return typeof token === 'string' && token !== '' ? token : undefined
}

/** The connection of one request: whoever its link or its cookie lets in, or nobody. */
export async function connectionOf({ accounts }: Host, request: FastifyRequest): Promise<Connection> {
  const token = linkTokenOf(request)
  if (token)
    return { source: 'portal', actor: null, session: null, locked: false, link: tokenHash(token.slice(0, 200)) }
  const { cookie } = request.headers
  const session = cookie ? await accounts.sessionOf(cookie) : null
  return { source: 'portal', actor: null, session, locked: false }
}

/** Whether a request that changes something comes from the portal's own pages, or from no browser at all. */
export function isOwnPage({ address }: Host, request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (origin !== undefined && origin !== new URL(address).origin) return false
  return site === undefined || site === 'same-origin' || site === 'none'
}
