import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { startBrowserHost } from '../src-main/browser/browser-host.ts'
import { createSampleStore } from '../src-main/service/sample.ts'
import { startService } from '../src-main/service/service.ts'
import { findChromium } from './chromium.ts'
import { windowScreens } from './window-screens.ts'

const root = join(import.meta.dirname, '..')
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const
const languages = ['tr', 'en'] as const
const schemes = ['light', 'dark'] as const
const only = process.argv.slice(2)

/** Every screen in both languages, sizes and colours, into the ignored folder `screenshots`; names of screens choose some. */
async function main(): Promise<void> {
  const store = await mkdtemp(join(tmpdir(), 'akademi-screenshots-'))
  await createSampleStore(store)
  const service = await startService({ storeFolder: store })
  const host = await startBrowserHost({ service, pagesFolder: join(root, 'out', 'renderer') })
  const { executablePath, args } = await findChromium()
  const browser = await chromium.launch({ executablePath, args: [...args] })
  try {
    await takeAll(browser, host.address)
  } finally {
    await browser.close()
    await host.stop()
    await service.stop()
    await rm(store, { recursive: true, force: true })
  }
}

async function takeAll(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ timezoneId: 'Europe/Istanbul' })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: /Aylin Korkmaz/ }).click()
  await page.getByRole('navigation').first().waitFor()
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const language of languages) {
      for (const scheme of schemes) {
        await choose(page, language, scheme)
        const folder = join(root, 'screenshots', `${size.width}x${size.height}-${language}-${scheme}`)
        await mkdir(folder, { recursive: true })
        for (const path of windowScreens().filter((screen) => only.length === 0 || only.includes(screen))) {
          await page.goto(new URL(path, address).href)
          await page.waitForLoadState('networkidle')
          await page.waitForTimeout(1500)
          await page.screenshot({
            path: join(folder, `${path === '/' ? 'today' : path.slice(1).replaceAll('/', '-')}.png`),
          })
        }
        process.stdout.write(`${folder}\n`)
      }
    }
  }
}

/** What an officer chooses in her menu, for her and for everybody after her on this computer. */
async function choose(page: Page, language: string, scheme: string): Promise<void> {
  await page.evaluate(
    ([languageNow, schemeNow]) => {
      for (const key of Object.keys(localStorage)) {
        if (/^akademi\.(language|scheme)(@|$)/.test(key)) localStorage.removeItem(key)
      }
      localStorage.setItem('akademi.language', JSON.stringify(languageNow))
      localStorage.setItem('akademi.scheme', JSON.stringify(schemeNow))
    },
    [language, scheme] as const,
  )
}

await main()
