import { join } from 'node:path'
import { expect as promptly, test } from '@playwright/test'
import { startShell } from '../../src-main/shell/shell.ts'
import { type ChromiumWindow, openChromium } from './chromium-window.ts'
import { createElectron } from './electron-stand-in.ts'
import { forkService, type RealService } from './service-process.ts'

// The real shell, the real service in its own process and the real page. Only Electron is played: Chromium is its window.

/** Six starts of the real service beside all other tests: how long they take says nothing. */
const patient = 60_000
const expect = promptly.configure({ timeout: patient })
test.use({ actionTimeout: patient })

const pages = join(import.meta.dirname, '../../out/renderer')

let window: ChromiumWindow
let services: RealService[]
let quit: () => Promise<void>
let store: string

test.beforeEach(async () => {
  const stand = createElectron()
  services = []
  store = join(stand.appData, 'store')
  window = await openChromium(pages, (channel, value) =>
    stand.electron.ipcMain.emit(channel, { senderFrame: { url: 'app://akademi/', parent: null } }, value),
  )
  const fork = (_file: string, args: string[]) => {
    const service = forkService(args)
    services.push(service)
    return service
  }
  await startShell(
    { ...stand.electron, utilityProcess: { fork } },
    {
      argv: ['--store', store],
      cwd: '/',
      platform: 'win32',
      programFiles: stand.appData,
      mainFolder: '/main',
      onFault: () => {},
    },
    () => Promise.reject(new Error('no updates here')),
  )
  const contents = stand.windows[0]?.webContents
  if (!contents) throw new Error('no window')
  contents.send = window.send
  contents.postMessage = (_channel, _message, [port]) => {
    if (port) window.handPort(port)
  }
  quit = async () => {
    stand.app.emit('before-quit', { preventDefault: () => {} })
    await services.at(-1)?.ended
  }
  await window.load()
})

test.afterEach(async () => {
  await quit()
  await window.close()
})

const running = async (count: number): Promise<RealService> => {
  await expect.poll(() => services.length, { timeout: patient }).toBe(count)
  const service = services[count - 1]
  if (!service) throw new Error('no service')
  return service
}

test('a crash of the service takes nothing of what the officer typed, and her next step succeeds', async () => {
  const { page } = window
  await page.getByLabel('Kurumun adı').fill('Örnek Büyükşehir Belediyesi')
  await page.getByLabel('Adınız soyadınız').fill('Işık Öğretmen')
  const first = await running(1)
  first.crash()
  await running(2)
  await expect(page.getByLabel('Kurumun adı')).toHaveValue('Örnek Büyükşehir Belediyesi')
  await page.getByLabel('Kullanıcı adı').fill('isik')
  await page.getByLabel('Parola', { exact: true }).fill('uzun bir parola cümlesi')
  await page.getByLabel('Parola, bir daha').fill('uzun bir parola cümlesi')
  await page.getByRole('button', { name: 'Akademiyi kur' }).click()
  await expect(page.getByRole('heading', { name: 'İlk kurulum' })).toBeHidden()
  await expect(page.getByText('Işık Öğretmen').first()).toBeVisible()
})

test('a service that keeps crashing is not started for ever, and the officer can start it again herself', async () => {
  // The waits between its starts add up to twelve seconds.
  test.setTimeout(90_000)
  const { page } = window
  for (let count = 1; count <= 5; count++) (await running(count)).crash()
  await expect(page.getByText('art arda 5 kez durdu')).toBeVisible()
  await page.getByRole('button', { name: 'Yeniden başlat' }).click()
  await running(6)
  await expect(page.getByLabel('Kurumun adı')).toBeVisible()
})

test('quitting lets go of the store, so that another program can open it at once', async () => {
  await expect(window.page.getByLabel('Kurumun adı')).toBeVisible()
  await quit()
  const again = forkService(['--store', store])
  const said = new Promise((hear) => again.on('message', hear))
  again.postMessage({ type: 'start', dataKey: new Uint8Array(32) })
  expect(await said).toEqual({ type: 'ready' })
  again.postMessage({ type: 'stop' })
  await again.ended
})
