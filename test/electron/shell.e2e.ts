import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { installedRuntime } from '../../scripts/electron-runtime.ts'
import { needsRuntime, type Opened, openAkademi } from './open-akademi.ts'

needsRuntime()

let opened: Opened

test.beforeEach(async () => {
  opened = await openAkademi()
})

test.afterEach(async () => {
  await opened.app.close()
})

test('the window shows the page of its own scheme and reaches the service', async () => {
  expect(await opened.page.evaluate('location.origin')).toBe('app://akademi')
  expect(await opened.page.title()).toContain('Akademi')
  expect(existsSync(join(opened.folder, 'store', 'akademi.db'))).toBe(true)
})

test('a second start brings up the first window and ends', async () => {
  const runtime = installedRuntime()
  if (!runtime.available) throw new Error(runtime.reason)
  const root = join(import.meta.dirname, '../..')
  const args = [root, '--store', join(opened.folder, 'store'), '--profile', join(opened.folder, 'profile')]
  const second = spawnSync(runtime.path, args, { timeout: 30_000 })
  expect(second.status).toBe(0)
  expect(opened.app.windows()).toHaveLength(1)
})

test('a crash of the service takes nothing of what the officer typed, and work goes on', async () => {
  const field = opened.page.getByRole('textbox').first()
  await field.fill('Işık Öğretmen')
  await opened.page.evaluate(() => {
    const states: string[] = []
    Object.assign(globalThis, { states })
    const { akademiHost } = globalThis as unknown as {
      akademiHost: { onServiceState: (heard: (state: { status: string }) => void) => void }
    }
    akademiHost.onServiceState(({ status }) => states.push(status))
  })
  await opened.app.evaluate(({ app }) => {
    const service = app.getAppMetrics().find(({ name }) => name === 'Akademi')
    if (!service) throw new Error('the service does not run')
    process.kill(service.pid, 'SIGKILL')
  })
  const states = () => opened.page.evaluate(() => (globalThis as unknown as { states: string[] }).states)
  await expect.poll(states).toEqual(['ready', 'restarting', 'starting', 'ready'])
  await expect(field).toHaveValue('Işık Öğretmen')
})

test('the window comes back where it was, and the service has let go of the store', async () => {
  await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1234, 765))
  await opened.app.close()
  opened = await openAkademi(opened.folder)
  const size = await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())
  expect(size).toEqual([1234, 765])
})

test('the key of the sensitive columns is on the disk only as the vault has sealed it', async () => {
  const file = join(opened.folder, 'profile', 'data.key')
  expect(existsSync(file)).toBe(true)
  const sealed = readFileSync(file)
  const key = await opened.app.evaluate(
    async ({ safeStorage }, base64) => (await safeStorage.decryptStringAsync(Buffer.from(base64, 'base64'))).result,
    sealed.toString('base64'),
  )
  expect(Buffer.from(key, 'base64')).toHaveLength(32)
  expect(sealed.includes(key)).toBe(false)
})
