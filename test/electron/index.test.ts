import { expect, test, vi } from 'vitest'
import { createElectron } from './electron-stand-in.ts'

test('the entry opens a window with Electron’s own module, without holding up its start', async () => {
  const stand = createElectron()
  const { promise, resolve: ready } = Promise.withResolvers<undefined>()
  // Electron becomes ready only after the entry has run to its end; an entry that waits for it never ends.
  stand.app.whenReady = () => promise
  vi.doMock('electron', () => ({ default: stand.electron }))
  await import('../../src-main/index.ts')
  expect(stand.schemes.map(({ scheme }) => scheme)).toEqual(['app'])
  expect(stand.windows).toHaveLength(0)
  ready(undefined)
  await vi.waitFor(() => expect(stand.windows[0]?.loaded).toEqual(['app://akademi/']))
  expect(stand.services.every(({ file }) => file.endsWith('service.js'))).toBe(true)
})
