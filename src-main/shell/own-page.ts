import { pageHost, pageScheme } from '../../src-preload/channels.ts'

/** Says whether an address is one of the window's own page. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${pageScheme}:` && url.host === pageHost
}

/** Says whether an address is a `blob:` that the window's own page has made. */
export function isOwnBlob(address: string): boolean {
  return address.startsWith('blob:') && isOwnAddress(address.slice('blob:'.length))
}

/** The document that shows PDF files in a frame; Electron carries it. */
const pdfViewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'

/** Says whether a frame inside the page may show an address: previews that the page made, and their viewer. */
export const mayBeFramed = (address: string): boolean => isOwnBlob(address) || address.startsWith(pdfViewer)

/** The part of Electron's WebFrameMain that tells whose frame it is. */
export type Frame = { readonly url: string; readonly parent: unknown }

/** Says whether a message came from the top frame of our own page. A frame that is gone is nobody's. */
export const isOwnFrame = (frame: Frame | null): boolean =>
  frame !== null && frame.parent === null && isOwnAddress(frame.url)
