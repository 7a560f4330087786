import type { Page } from '@playwright/test'
import { windowScreens } from '../../scripts/window-screens.ts'
import { expectNoBarrier } from './barriers.ts'
import { expect, test } from './office.ts'

const screens = windowScreens()

async function choose(page: Page, language: 'tr' | 'en', scheme: 'light' | 'dark'): Promise<void> {
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

/** Opens the first record of a list beside it; answers whether there was one. */
async function openFirst(page: Page): Promise<boolean> {
  const cell = page.getByRole('gridcell').filter({ hasNotText: /^$/ }).nth(1)
  if (!(await cell.isVisible())) return false
  const before = page.url()
  await cell.click()
  await page.waitForTimeout(150)
  if (page.url() === before) return false
  await page.waitForLoadState('networkidle')
  return true
}

test.describe.configure({ mode: 'parallel' })

for (const [language, scheme] of [
  ['tr', 'light'],
  ['en', 'dark'],
] as const) {
  for (const half of [0, 1]) {
    test(`no screen has a barrier, a raw key or noise, in ${language} and ${scheme}, part ${half + 1}`, async ({
      window,
    }) => {
      test.setTimeout(420_000)
      await choose(window, language, scheme)
      for (const path of screens.filter((_, at) => at % 2 === half)) {
        await window.goto(new URL(path, window.url()).href)
        await window.locator('h1').first().waitFor()
        await window.waitForLoadState('networkidle')
        await expect(window.locator('html')).toHaveAttribute('lang', language)
        await expect.soft(window.getByText(/Bu adreste|nothing at this address/i), path).toHaveCount(0)
        await expectNoBarrier(window, path)
        if (await openFirst(window)) await expectNoBarrier(window, `${path} with a record open`)
      }
    })
  }
}
