import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, test as base, type Page } from '@playwright/test'
import { type BrowserHost, startBrowserHost } from '../../src-main/browser/browser-host.ts'
import { type Service, startService } from '../../src-main/service/service.ts'
import { whenQuiet } from './quiet.ts'
import { freshFolder, sampleFolder } from './samples.ts'

const pagesFolder = join(import.meta.dirname, '..', '..', 'out', 'renderer')

/** A running academy with its window's address. */
export type Office = {
  readonly folder: string
  readonly host: BrowserHost
  readonly service: Service
  stop(): Promise<void>
}

async function openOffice(folder: string): Promise<Office> {
  const service = await startService({ storeFolder: folder })
  const host = await startBrowserHost({ service, pagesFolder })
  return {
    folder,
    host,
    service,
    stop: async () => {
      await host.stop()
      await service.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** An office in which the tests of one file work one after another, and the window that stays open between them. */
type Shift = {
  readonly name: string
  readonly office: Office
  window?: { readonly page: Page; readonly noise: string[]; readonly officer: string }
}

type Fixtures = {
  /** The sample academy that is worked in; see `sampleDays`. */
  readonly sampleDay: string
  /** Who is signed in at the window. */
  readonly officer: string
  /** An empty store, as on first start. */
  readonly emptyOffice: Office
  /** A small sample academy: 300 people, 800 needs. The tests of a file share it: what one changed, the next finds. */
  readonly sampleOffice: Office
  /** The window of the sample academy with the officer signed in, in Turkish. */
  readonly window: Page
}

type Shared = { readonly shifts: { current?: Shift } }

/** Opens the window of an office and signs an officer in. */
async function openWindow(browser: Browser, office: Office, officer: string, options: object) {
  // Fading and sliding are only waited for; an officer who wants calm has the same window without them.
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  whenQuiet(page)
  const noise: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text())
  })
  page.on('pageerror', (error) => noise.push(error.message))
  await page.goto(office.host.address)
  await page.getByRole('button', { name: officer }).click()
  return { page, noise, officer }
}

async function endShift({ current }: Shared['shifts']): Promise<void> {
  await current?.window?.page.context().close()
  await current?.office.stop()
}

export const test = base.extend<Fixtures, Shared>({
  sampleDay: ['today', { option: true }],
  officer: ['Aylin Korkmaz', { option: true }],
  shifts: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const shifts: Shared['shifts'] = {}
      await use(shifts)
      await endShift(shifts)
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  emptyOffice: async ({}, use) => {
    const office = await openOffice(await freshFolder())
    await use(office)
    await office.stop()
  },
  sampleOffice: async ({ shifts, sampleDay }, use, { file }) => {
    const name = `${file} ${sampleDay}`
    if (shifts.current?.name !== name) {
      await endShift(shifts)
      delete shifts.current
      const folder = await freshFolder()
      await cp(sampleFolder(sampleDay), folder, { recursive: true })
      shifts.current = { name, office: await openOffice(folder) }
    }
    await use(shifts.current.office)
  },
  window: async ({ sampleOffice, shifts, officer, browser, viewport, locale, timezoneId }, use) => {
    const shift = shifts.current as Shift
    if (shift.window) await shift.window.page.goto(new URL('/', shift.window.page.url()).href)
    else shift.window = await openWindow(browser, sampleOffice, officer, { viewport, locale, timezoneId })
    const { page, noise } = shift.window
    await page.getByRole('navigation').first().waitFor()
    await use(page)
    base.expect(noise.splice(0), 'the window wrote to its console').toEqual([])
  },
})

export const { expect } = test

/** Goes to a screen as a link of the window does, without loading the window again, and waits until it stands. */
export async function goTo(page: Page, path: string): Promise<void> {
  const quiet = whenQuiet(page)
  await page.evaluate((to) => {
    // Another part of the same screen keeps its heading.
    const leaves = new URL(to, location.href).pathname !== location.pathname
    if (leaves) for (const heading of document.querySelectorAll('h1')) heading.dataset.left = ''
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await page.locator('h1:not([data-left])').first().waitFor()
  await quiet()
}
