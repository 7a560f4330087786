import type { HostFacts, HostLanguage } from '../../src-preload/bridge.ts'
import { toHost } from '../../src-preload/channels.ts'
import { type Frame, isOwnFrame } from './own-page.ts'

type PageMessage = { readonly senderFrame: Frame | null; returnValue: unknown }

/** The part of Electron's ipcMain that is used. */
export type Ipc = {
  readonly on: (channel: string, listener: (message: PageMessage, value: unknown) => void) => unknown
}

/** What the page may ask of the main process. */
type PageRequests = {
  readonly facts: () => HostFacts
  readonly listening: () => void
  readonly retryService: () => void
  readonly restartToUpdate: () => void
  readonly setLanguage: (language: HostLanguage) => void
}

/** Listens to the page, and to nothing but the top frame of our own page. This is the only place that uses ipcMain. */
export function listenToPage(ipc: Ipc, requests: PageRequests, log: (line: string) => void): void {
  const listen = (channel: string, act: (value: unknown) => unknown) =>
    ipc.on(channel, (message, value) => {
      const own = isOwnFrame(message.senderFrame)
      if (!own) log(`refused ${channel} from ${message.senderFrame?.url ?? 'a frame that is gone'}`)
      const result = own ? act(value) : null
      if (channel === toHost.facts) message.returnValue = result
    })

  listen(toHost.facts, requests.facts)
  listen(toHost.listening, requests.listening)
  listen(toHost.retryService, requests.retryService)
  listen(toHost.restartToUpdate, requests.restartToUpdate)
  listen(toHost.setLanguage, (value) => {
    if (value === 'tr' || value === 'en') requests.setLanguage(value)
  })
}
