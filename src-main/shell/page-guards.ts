import type { LinkOpener } from './external-links.ts'
import { isOwnAddress, mayBeFramed } from './own-page.ts'

type Preventable = { readonly preventDefault: () => void }
type Navigation = Preventable & { readonly url: string; readonly isMainFrame: boolean }

/** The part of Electron's WebContents that is guarded. */
export type GuardedContents = {
  readonly setWindowOpenHandler: (handler: (details: { url: string }) => { action: 'deny' }) => void
  readonly on: {
    (event: 'will-frame-navigate', listener: (event: Navigation) => void): unknown
    (event: 'will-redirect', listener: (event: Navigation) => void): unknown
    (event: 'will-attach-webview', listener: (event: Preventable) => void): unknown
    (event: 'input-event', listener: (event: unknown, input: { readonly type: string }) => void): unknown
    (
      event: 'select-bluetooth-device',
      listener: (event: Preventable, devices: unknown, choose: (deviceId: string) => void) => void,
    ): unknown
  }
}

/** Keeps every page, of whatever window, on our own address: no navigation, no new window, no webview, no device. */
export function guardPage(contents: GuardedContents, links: LinkOpener): void {
  contents.on('input-event', (_event, { type }) => links.input(type))

  contents.setWindowOpenHandler(({ url }) => {
    links.open(url)
    return { action: 'deny' }
  })

  const stay = (event: Navigation) => {
    if (isOwnAddress(event.url)) return
    if (!event.isMainFrame && mayBeFramed(event.url)) return
    event.preventDefault()
    if (event.isMainFrame) links.open(event.url)
  }
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)

  contents.on('will-attach-webview', (event) => event.preventDefault())
  // Left alone, Electron chooses the first device it finds.
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}
