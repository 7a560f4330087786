import type { MenuItemConstructorOptions } from 'electron'
import type { HostLanguage, HostPlace } from '../../src-preload/bridge.ts'
import { words } from './words.ts'

type MenuOptions = {
  readonly language: HostLanguage
  /** True while developing: adds reload and the developer tools. Reload loses what is not saved, so officers do not get it. */
  readonly developing: boolean
  readonly open: (place: HostPlace) => void
}

/** The window's menu. It claims no key that the page uses (Ctrl+K, Ctrl+Enter, `/`, `?`). */
export function menuTemplate({ language, developing, open }: MenuOptions): MenuItemConstructorOptions[] {
  const word = words(language)
  const separator = { type: 'separator' } as const
  const forDevelopers: MenuItemConstructorOptions[] = [
    separator,
    { role: 'reload', label: word.reload },
    { role: 'toggleDevTools', label: word.developerTools },
  ]

  return [
    {
      label: word.file,
      submenu: [
        { label: word.settings, accelerator: 'CmdOrCtrl+,', click: () => open('settings') },
        separator,
        { role: 'quit', label: word.quit },
      ],
    },
    {
      label: word.edit,
      submenu: [
        { role: 'undo', label: word.undo },
        { role: 'redo', label: word.redo },
        separator,
        { role: 'cut', label: word.cut },
        { role: 'copy', label: word.copy },
        { role: 'paste', label: word.paste },
        { role: 'selectAll', label: word.selectAll },
      ],
    },
    {
      label: word.view,
      submenu: [
        { role: 'resetZoom', label: word.zoomReset },
        { role: 'zoomIn', label: word.zoomIn },
        { role: 'zoomOut', label: word.zoomOut },
        separator,
        { role: 'togglefullscreen', label: word.fullScreen },
        ...(developing ? forDevelopers : []),
      ],
    },
    {
      role: 'help',
      label: word.help,
      submenu: [
        { label: word.guide, accelerator: 'F1', click: () => open('guide') },
        separator,
        { role: 'about', label: word.about },
      ],
    },
  ]
}
