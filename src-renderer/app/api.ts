import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { MutationCache, QueryClient } from '@tanstack/react-query'
import type { Contract } from '../../src-core/contract.ts'
import type { OperationMeta } from '../../src-core/kernel/operation.ts'
import type { AkademiHost } from '../../src-preload/bridge.ts'
import { academyLink } from './academy-link.ts'
import { ConnectionLost, connect } from './connection.ts'
import { tellError } from './errors/tell-error.tsx'
import { language } from './i18n.ts'
import { atWork, currentSession, expireSession, greet, onSession } from './session.ts'
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
export const connection = connect(transport, () => greet(client))

type Client = ContractRouterClient<Contract>

type Declared = { readonly '~orpc': { readonly meta: OperationMeta } }

// What the operations declare of themselves is not needed to show the sign-in, so it comes in its own time.
const declared: Promise<Readonly<Record<string, Readonly<Record<string, Declared>>>>> = import(
  '../../src-core/contract.ts'
).then((module) => module.contract)

const metaOf = async ([feature = '', operation = '']: readonly string[]) =>
  (await declared)[feature]?.[operation]?.['~orpc'].meta

let saving = 0
const savingListeners = new Set<() => void>()
const changedListeners = new Set<() => void>()

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Whether a change is being written just now. */
export const isSaving = (): boolean => saving > 0

export const onSaving = (listener: () => void) => listen(savingListeners, listener)

/** Calls back after every change that this window has made and after every reconnection. */
export const onDataChanged = (listener: () => void) => listen(changedListeners, listener)

/** Marks everything read as old; what is on screen is read again. */
export function refreshData(): void {
  void queryClient.invalidateQueries()
  for (const listener of changedListeners) listener()
}

/**
 * Every operation of the academy as a function: `await client.needs.submit({ id })`. Calls wait while there is no connection or the
 * screen is locked. A command that succeeds refreshes whatever is on screen by itself.
 */
export const client: Client = createORPCClient(
  academyLink({
    rawLink: { call: (...call) => connection.rawLink.call(...call) },
    link: { call: (...call) => connection.link.call(...call) },
    metaOf,
    atWork,
    onSaving: (by) => {
      saving += by
      for (const listener of savingListeners) listener()
    },
    onChanged: refreshData,
    onExpired: expireSession,
  }),
)

/** The same for TanStack Query: `useQuery(orpc.access.state.queryOptions())`, `useMutation(orpc.access.lock.mutationOptions())`. */
export const orpc = createTanstackQueryUtils(client)

const isLost = (error: unknown) =>
  error instanceof ConnectionLost || (error instanceof Error && error.name === 'AbortError')

/**
 * The service is a process beside the window, not a server far away: nothing waits for "online", and a query that a broken
 * connection interrupted is simply asked again. A mutation that fails says so in the corner, unless its `meta.quiet` is set.
 */
export const queryClient = new QueryClient({
  mutationCache: new MutationCache({
    onError: (error, _input, _result, mutation) => {
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

// The host's menu and questions speak the language of the window.
let spoken = language.get()
language.subscribe(() => {
  if (language.get() === spoken) return
  spoken = language.get()
  host?.setLanguage(spoken)
})

// What one officer has read is not the next one's to see.
let reader: string | undefined
onSession(() => {
  const session = currentSession()
  const now = session.phase === 'signedIn' ? session.officer.id : undefined
  if (reader !== undefined && now !== reader) queryClient.clear()
  reader = now
})
