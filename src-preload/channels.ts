/** Messages from the page's preload to the main process. */
export const toHost = {
  /** Synchronous; answers with HostFacts, or null for a page that is not ours. */
  facts: 'akademi:facts',
  /** The page is listening: it wants the state of the service and a port. */
  listening: 'akademi:listening',
  retryService: 'akademi:retry-service',
  restartToUpdate: 'akademi:restart-to-update',
  setLanguage: 'akademi:set-language',
} as const

/** Messages from the main process to the page's preload. */
export const toPage = {
  /** Carries one port. */
  port: 'akademi:port',
  serviceState: 'akademi:service-state',
  updateReady: 'akademi:update-ready',
  open: 'akademi:open',
} as const

/** The one address the window shows: standard and secure, so that it has an origin of its own. */
export const pageScheme = 'app'
export const pageHost = 'akademi'
export const pageOrigin = `${pageScheme}://${pageHost}`
