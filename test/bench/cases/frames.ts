import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../../../scripts/chromium.ts'
import { startBrowserHost } from '../../../src-main/browser/browser-host.ts'
import { startService } from '../../../src-main/service/service.ts'
import { tellResult } from '../bench-store.ts'

/** Whether the window goes on drawing while a workbook of 100,000 rows is checked and committed: the gaps between its frames. */
const [folder = '', file = ''] = process.argv.slice(2)
const { executablePath, args } = await findChromium()
const service = await startService({ storeFolder: folder })
const host = await startBrowserHost({
  service,
  pagesFolder: join(import.meta.dirname, '..', '..', '..', 'out', 'renderer'),
})
const browser = await chromium.launch({ executablePath, args: [...args] })
const page = await (await browser.newContext({ locale: 'tr-TR', viewport: { width: 1366, height: 768 } })).newPage()
page.setDefaultTimeout(60_000)
await page.goto(host.address)
await page.getByRole('button', { name: /Aylin Korkmaz/ }).click()
await page.getByRole('navigation').first().waitFor()
await page.goto(new URL('/needs/import', page.url()).href)
await page
  .locator('header')
  .getByRole('button', { name: /20\d\d/ })
  .click()
await page.getByRole('menuitem', { name: /2030/ }).click()
await page.waitForTimeout(1000)

/** Frames from now on, as gaps in milliseconds. */
await page.evaluate(`
  globalThis.gaps = []
  let last = performance.now()
  const frame = (now) => {
    gaps.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
`)
const begin = performance.now()
await page.locator('input[type=file]').setInputFiles(file)
await page.getByRole('button', { name: /^Denetle/ }).click()
const commit = page.getByRole('button', { name: /ihtiyacı içe aktar/ })
await commit.waitFor()
const checked = performance.now() - begin
const leaveOut = page.getByRole('checkbox', { name: /Hatalı satırları/ })
if (await leaveOut.isVisible()) await leaveOut.check()
await commit.click()
await page
  .getByText(/ihtiyaç içe aktarıldı/)
  .first()
  .waitFor()
const committed = performance.now() - begin
const gaps = (await page.evaluate<number[]>('gaps')).sort((a, b) => b - a)
await browser.close()
await host.stop()
await service.stop()
tellResult({
  longest: gaps[0] ?? 0,
  second: gaps[1] ?? 0,
  over100: gaps.filter((gap) => gap > 100).length,
  frames: gaps.length,
  checked,
  committed,
})
process.exit(0)
