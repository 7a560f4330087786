import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { type BrowserHost, startBrowserHost } from '../../src-main/browser/browser-host.ts'
import { createSampleStore } from '../../src-main/service/sample.ts'
import { type Service, startService } from '../../src-main/service/service.ts'

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

type Fixtures = {
  /** An empty store, as on first start. */
  readonly emptyOffice: Office
  /** A small sample academy: 300 people, 800 needs. */
  readonly sampleOffice: Office
  /** The window of the sample academy with the manager signed in, in Turkish. */
  readonly window: Page
}

type Shared = {
  /** The day on which the sample academy was made; its cycle collects around that day. */
  readonly sampleDay: string
  readonly sampleFolder: string
}

/** A day as `YYYY-MM-DD`. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

const freshFolder = () => mkdtemp(join(tmpdir(), 'akademi-e2e-'))

export const test = base.extend<Fixtures, Shared>({
  sampleDay: [daysAgo(0), { scope: 'worker', option: true }],
  sampleFolder: [
    async ({ sampleDay }, use) => {
      const folder = await freshFolder()
      await createSampleStore(folder, { today: sampleDay, staff: 300, needLines: 800 })
      await use(folder)
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  emptyOffice: async ({}, use) => {
    const office = await openOffice(await freshFolder())
    await use(office)
    await office.stop()
  },
  sampleOffice: async ({ sampleFolder }, use) => {
    const folder = await freshFolder()
    await cp(sampleFolder, folder, { recursive: true })
    const office = await openOffice(folder)
    await use(office)
    await office.stop()
  },
  window: async ({ sampleOffice, page }, use) => {
    const noise: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text())
    })
    page.on('pageerror', (error) => noise.push(error.message))
    await page.goto(sampleOffice.host.address)
    await page.getByRole('button', { name: /Aylin Korkmaz/ }).click()
    await page.getByRole('navigation').first().waitFor()
    await use(page)
    base.expect(noise, 'the window wrote to its console').toEqual([])
  },
})

export const { expect } = test

/** Goes to a screen of the window by its path; the session goes on. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
}
