import type { BrowserWindowConstructorOptions } from 'electron'
import { smallestWindow, type WindowPlace } from './window-state.ts'

type WindowOptions = {
  readonly place: WindowPlace
  readonly preload: string
  readonly icon: string | undefined
  readonly dark: boolean
  readonly developing: boolean
}

/** The one kind of window Akademi opens: its page has the rights of a web page and no more. */
export function windowOptions({
  place,
  preload,
  icon,
  dark,
  developing,
}: WindowOptions): BrowserWindowConstructorOptions {
  return {
    ...place.bounds,
    minWidth: Math.min(smallestWindow.width, place.bounds.width),
    minHeight: Math.min(smallestWindow.height, place.bounds.height),
    show: false,
    title: 'Akademi',
    // The page's own background, so that opening does not flash.
    backgroundColor: dark ? '#141618' : '#ffffff',
    icon,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      // Nothing but the viewer of PDF files is a plugin in Electron.
      plugins: true,
      devTools: developing,
    },
  }
}
