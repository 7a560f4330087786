import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import type { Contract } from '../../src-core/contract.ts'
import type { AkademiHost } from '../../src-preload/bridge.ts'
import { ConnectionLost, connect } from './connection.ts'
import { isCode } from './errors/operation-error.ts'
import { tellError } from './errors/tell-error.tsx'
import { expireSession, greet } from './session.ts'
import { overPort, overWebSocket } from './transport.ts'

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: the global object can only be extended by merging
  interface Window {
    readonly akademiHost?: AkademiHost
  }
}

/** The desktop's host, or undefined in a browser. */
export const host = window.akademiHost

const transport = host
  ? overPort(host)
  : overWebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`)

/** The way to the service; the only one who asks for its state is the shell. */
export const connection = connect(transport, () => greet(rawClient))

type Client = ContractRouterClient<Contract>

/** Only for taking up the session: its calls go out before it is known who is calling. */
const rawClient: Client = createORPCClient(connection.rawLink)

/** Every operation of the academy as a function: `client.needs.submit({ id })`. Calls wait while there is no connection. */
export const client: Client = createORPCClient(connection.link)

/** The same for TanStack Query: `useQuery(orpc.access.state.queryOptions())`, `useMutation(orpc.access.lock.mutationOptions())`. */
export const orpc = createTanstackQueryUtils(client)

const isLost = (error: unknown) =>
  error instanceof ConnectionLost || (error instanceof Error && error.name === 'AbortError')

function watchSession(error: unknown): void {
  if (isCode(error, 'NOT_SIGNED_IN')) expireSession()
}

const changed = new Set<() => void>()

/** Calls back after every change that this window has made and after every reconnection. */
export function onDataChanged(listener: () => void): () => void {
  changed.add(listener)
  return () => {
    changed.delete(listener)
  }
}

/** Marks everything read as old; what is on screen is read again. */
export function refreshData(): void {
  void queryClient.invalidateQueries()
  for (const listener of changed) listener()
}

/**
 * The service is a process beside the window, not a server far away: nothing waits for "online", a change refreshes whatever is on screen,
 * and a query that a broken connection interrupted is simply asked again.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watchSession }),
  mutationCache: new MutationCache({
    onSuccess: refreshData,
    onError: (error, _input, _result, mutation) => {
      watchSession(error)
      if (!mutation.meta?.quiet) tellError(error)
    },
  }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (count, error) => isLost(error) && count < 5,
      retryDelay: 0,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

let wasOpen = false
connection.subscribe(() => {
  const open = connection.state().status === 'open'
  if (open && wasOpen) refreshData()
  wasOpen ||= open
})
