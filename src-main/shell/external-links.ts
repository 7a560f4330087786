/** Sites that Akademi links to: the laws it quotes. A link elsewhere is not opened. */
const linkedSites: readonly string[] = ['https://www.mevzuat.gov.tr', 'https://www.resmigazete.gov.tr']

/** A link opens only this soon after the officer clicked or pressed a key, in milliseconds: a script alone opens nothing. */
const clickHolds = 2_000

export type LinkOpener = {
  /** Notes what the officer did, by the `type` of Electron's input event. */
  readonly input: (type: string) => void
  /** Opens an address in the officer's browser, if it is one of ours and the officer has just asked for it. */
  readonly open: (address: string) => void
}

/** `openExternal` is Electron's; it must see nothing that did not come through here. */
export function linkOpener(
  openExternal: (address: string) => Promise<void>,
  now: () => number,
  log: (line: string) => void,
): LinkOpener {
  let clickedAt = Number.NEGATIVE_INFINITY
  return {
    input: (type) => {
      if (['mouseUp', 'mouseDown', 'rawKeyDown', 'keyDown', 'touchEnd', 'gestureTap'].includes(type)) clickedAt = now()
    },
    open: (address) => {
      const url = URL.parse(address)
      if (!url || !linkedSites.includes(url.origin)) return log(`link not opened: ${url?.origin ?? 'unreadable'}`)
      if (now() - clickedAt > clickHolds) return log('link not opened: nobody clicked')
      clickedAt = Number.NEGATIVE_INFINITY
      openExternal(url.href).catch((error) => log(`link not opened: ${String(error)}`))
    },
  }
}
