import type { StoreProblem } from '../src-core/kernel/errors.ts'

/** The languages Akademi speaks. */
export type HostLanguage = 'tr' | 'en'

/** Why the service does not serve this store. The two `key` problems concern the key of the sensitive columns. */
export type ServiceProblem = StoreProblem | 'keyUnavailable' | 'keyUnreadable'

/** How the service behind the window is doing. */
export type ServiceState =
  | { readonly status: 'starting' }
  | { readonly status: 'ready' }
  /** It ended by itself and is started again after `waitMs` milliseconds. */
  | { readonly status: 'restarting'; readonly waitMs: number }
  /** It looked at the store and will not open it. It is not tried again until the officer asks. */
  | { readonly status: 'refused'; readonly problem: ServiceProblem; readonly folder: string }
  /** It ended `crashes` times within a minute. It is not tried again until the officer asks. */
  | { readonly status: 'stopped'; readonly crashes: number }

/** What the menu can open inside the window. */
export type HostPlace = 'guide' | 'settings'

/** What the host knows when the page loads. */
export type HostFacts = { readonly version: string; readonly language: HostLanguage }

type Stop = () => void

/** Everything of the host that the page can reach: `window.akademiHost`. It is undefined in the browser host. */
export type AkademiHost = {
  readonly kind: 'electron'
  readonly version: string
  readonly platform: string
  /** The language at the moment the page loaded: the officer's choice, else the computer's. */
  readonly language: HostLanguage
  /** Every message that carries a port carries this too; see {@link isPortMessage}. */
  readonly portNonce: string
  /**
   * Tells the state of the service at once and at every change. The first call also asks for the port, which arrives as a
   * `message` event on `window` whenever the service is ready, and again with a new port after each restart of the
   * service: listen for `message` first.
   */
  readonly onServiceState: (callback: (state: ServiceState) => void) => Stop
  /** Tells the version of an update that is downloaded and waits for a restart. */
  readonly onUpdateReady: (callback: (version: string) => void) => Stop
  /** Tells what the officer chose in the menu. */
  readonly onOpen: (callback: (place: HostPlace) => void) => Stop
  /** Starts the service again after `refused` or `stopped`; otherwise does nothing. */
  readonly retryService: () => void
  /** Stops the service, installs the downloaded update and opens Akademi again. Save the officer's text first. */
  readonly restartToUpdate: () => void
  /** Changes the language of the menu and of the host's own questions, and remembers it. */
  readonly setLanguage: (language: HostLanguage) => void
}

/** The data of the `message` event whose first port leads to the service. */
export type PortMessage = { readonly type: 'akademi:port'; readonly nonce: string }

/**
 * Says whether a `message` event hands over the service's port. The page also checks that `event.source` is its own
 * window and `event.origin` its own origin.
 */
export function isPortMessage(data: unknown, nonce: string): data is PortMessage {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'akademi:port' &&
    'nonce' in data &&
    data.nonce === nonce
  )
}
