import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { menuTemplate } from '../../src-main/shell/menu.ts'
import { languageOf } from '../../src-main/shell/words.ts'
import type { HostPlace } from '../../src-preload/bridge.ts'

const menu = (language: 'tr' | 'en', developing = false, open: (place: HostPlace) => void = () => {}) =>
  menuTemplate({ language, developing, open })

const itemsOf = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])

test('the menu is Turkish or English, to the last word', () => {
  expect(menu('tr').map(({ label }) => label)).toEqual(['Dosya', 'Düzen', 'Görünüm', 'Yardım'])
  expect(menu('en').map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help'])
  for (const language of ['tr', 'en'] as const) {
    const unnamed = itemsOf(menu(language, true)).filter(({ type, label }) => type !== 'separator' && !label)
    expect(unnamed).toEqual([])
  }
})

test('the keys of the page stay with the page', () => {
  const pageKeys = ['k', 'enter', '/', '?', 'f', 'n', 's', 'escape', 'up', 'down', 'f2']
  const claimed = itemsOf(menu('tr', true)).flatMap(({ accelerator }) => (accelerator ? [String(accelerator)] : []))
  expect(claimed).toEqual(['CmdOrCtrl+,', 'F1'])
  for (const accelerator of claimed) expect(pageKeys).not.toContain(accelerator.toLowerCase().split('+').at(-1))
})

test('the usual items keep the meaning that the system gives them', () => {
  const roles = itemsOf(menu('tr')).flatMap(({ role }) => (role ? [role] : []))
  expect(roles).toEqual(
    expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom']),
  )
})

test('reloading, which loses what was typed, and the developer tools are for developers', () => {
  const roles = (developing: boolean) => itemsOf(menu('tr', developing)).map(({ role }) => role)
  expect(roles(false)).not.toContain('reload')
  expect(roles(false)).not.toContain('toggleDevTools')
  expect(roles(true)).toContain('reload')
})

test('Help opens the guide inside the window', () => {
  const opened: HostPlace[] = []
  const guide = itemsOf(menu('tr', false, (place) => opened.push(place))).find(
    ({ accelerator }) => accelerator === 'F1',
  )
  const click = guide?.click as (() => void) | undefined
  click?.()
  expect(opened).toEqual(['guide'])
})

describe('the language of the computer', () => {
  test.each([
    ['tr', 'tr'],
    ['tr-TR', 'tr'],
    ['', 'tr'],
    ['en-US', 'en'],
    ['de', 'en'],
    ['tru', 'en'],
  ] as const)('%j speaks %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language)
  })
})
