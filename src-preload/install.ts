import type { AkademiHost, HostFacts, PortMessage, ServiceState } from './bridge.ts'
import { pageOrigin, toHost, toPage } from './channels.ts'

type Ipc = {
  readonly send: (channel: string, ...args: unknown[]) => void
  readonly sendSync: (channel: string) => unknown
  readonly on: (
    channel: string,
    listener: (event: { readonly ports: readonly object[] }, value: unknown) => void,
  ) => unknown
}

type Page = {
  readonly location: { readonly origin: string }
  readonly postMessage: (message: PortMessage, targetOrigin: string, transfer: object[]) => void
}

/** The pieces of the preload's world that the bridge is made of. */
export type PreloadParts = {
  readonly ipcRenderer: Ipc
  readonly contextBridge: { readonly exposeInMainWorld: (name: string, api: AkademiHost) => void }
  readonly window: Page
  readonly platform: string
  readonly nonce: string
}

/** Puts `akademiHost` on the page and hands it the service's port. Does nothing on a page that is not Akademi's. */
export function installBridge({ ipcRenderer, contextBridge, window, platform, nonce }: PreloadParts): void {
  if (window.location.origin !== pageOrigin) return
  const facts = ipcRenderer.sendSync(toHost.facts) as HostFacts | null
  if (!facts) return

  ipcRenderer.on(toPage.port, (event) => {
    const port = event.ports[0]
    if (port) window.postMessage({ type: 'akademi:port', nonce }, pageOrigin, [port])
  })

  const subscribers = <T>(channel: string) => {
    const callbacks = new Set<(value: T) => void>()
    let last: { readonly value: T } | undefined
    ipcRenderer.on(channel, (_event, value) => {
      last = { value: value as T }
      for (const callback of callbacks) callback(last.value)
    })
    return {
      last: () => last,
      add: (callback: (value: T) => void) => {
        callbacks.add(callback)
        return () => void callbacks.delete(callback)
      },
    }
  }

  const states = subscribers<ServiceState>(toPage.serviceState)
  const updates = subscribers<string>(toPage.updateReady)
  const places = subscribers<'guide' | 'settings'>(toPage.open)
  let asked = false

  const withLast =
    <T>(source: ReturnType<typeof subscribers<T>>) =>
    (callback: (value: T) => void) => {
      const stop = source.add(callback)
      const last = source.last()
      if (last) callback(last.value)
      return stop
    }

  contextBridge.exposeInMainWorld('akademiHost', {
    kind: 'electron',
    version: facts.version,
    platform,
    language: facts.language,
    portNonce: nonce,
    onServiceState: (callback) => {
      const stop = withLast(states)(callback)
      if (!asked) ipcRenderer.send(toHost.listening)
      asked = true
      return stop
    },
    onUpdateReady: withLast(updates),
    // A choice in the menu is an event, not a state: a page that starts listening later must not jump to it.
    onOpen: places.add,
    retryService: () => ipcRenderer.send(toHost.retryService),
    restartToUpdate: () => ipcRenderer.send(toHost.restartToUpdate),
    setLanguage: (language) => ipcRenderer.send(toHost.setLanguage, language),
  })
}
