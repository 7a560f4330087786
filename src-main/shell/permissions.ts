import type { Session } from 'electron'
import { isOwnAddress, isOwnBlob, mayBeFramed } from './own-page.ts'

/** Copying cells to Excel writes to the clipboard; the page needs nothing else of the computer. */
const granted: readonly string[] = ['clipboard-sanitized-write']

/** The part of Electron's Session that is used. */
export type GuardedSession = Pick<
  Session,
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }

/** Denies the pages of a session every permission, device and address that Akademi does not use. */
export function guardSession(session: GuardedSession): void {
  const may = (permission: string, url: string | undefined, isMainFrame: boolean) =>
    granted.includes(permission) && isMainFrame && url !== undefined && isOwnAddress(url)

  session.setPermissionCheckHandler((_contents, permission, _origin, details) =>
    may(permission, details.requestingUrl, details.isMainFrame),
  )
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(may(permission, details.requestingUrl, details.isMainFrame)),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  // Its dictionaries would be fetched from the network.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayBeRequested(url) }))
}

/** Text in the address itself, the developer tools, and what Electron's viewer of PDF files is made of. */
const builtIn = /^(data:|devtools:|chrome(-untrusted)?:\/\/resources\/)/

/** What the page may request: itself, what it made, and what is built into Electron. Nothing of the network. */
function mayBeRequested(address: string): boolean {
  return isOwnAddress(address) || isOwnBlob(address) || mayBeFramed(address) || builtIn.test(address)
}
