import type { Page } from '@playwright/test'
import { windowScreens } from '../../scripts/window-screens.ts'
import { thorough } from '../thorough.ts'
import { expectNoBarrier } from './barriers.ts'
import { expect, goTo, test } from './office.ts'
import { whenQuiet } from './quiet.ts'

/** Parts of screens that have an address of their own. */
const parts = [
  '/plan/lines?by=quarter',
  '/plan/budget?tab=types',
  '/plan/budget?tab=scenarios',
  '/plan/budget?tab=rates',
  '/plan/review?tab=comments',
  '/plan/review?tab=changes',
  '/plan/review?tab=notices',
  '/plan/calendar?view=week',
  '/plan/calendar?view=year',
  '/plan/board?by=trainers',
  '/plan/clashes?tab=holiday',
  '/plan/clashes?tab=duty',
  '/plan/clashes?tab=levels',
]
const screens = [...windowScreens(), ...parts]

/** A record opened beside its list, which was looked at before. */
const panel = '[data-side-panel]'

/** Chooses as another tab of the same browser would: the screen that is open changes where it stands. */
async function choose(page: Page, language: 'tr' | 'en', scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    ([languageNow, schemeNow]) => {
      for (const key of Object.keys(localStorage)) {
        if (/^akademi\.(language|scheme)(@|$)/.test(key)) localStorage.removeItem(key)
      }
      localStorage.setItem('akademi.language', JSON.stringify(languageNow))
      localStorage.setItem('akademi.scheme', JSON.stringify(schemeNow))
      dispatchEvent(new StorageEvent('storage'))
    },
    [language, scheme] as const,
  )
  const html = page.locator('html')
  await expect(html).toHaveAttribute('lang', language)
  await expect(html).toHaveAttribute('data-mantine-color-scheme', scheme)
  await whenQuiet(page)()
}

/** Opens the first record of a list beside it; answers whether there was one. */
async function openFirst(page: Page): Promise<boolean> {
  const cell = page.getByRole('gridcell').filter({ hasNotText: /^$/ }).nth(1)
  if (!(await cell.isVisible())) return false
  const before = page.url()
  await cell.click()
  await page.waitForTimeout(150)
  if (page.url() === before) return false
  // Away from the cell, whose whole text would show under the pointer and fade while it is looked at.
  await page.mouse.move(0, 0)
  await expect(page.locator('.ag-tooltip')).toHaveCount(0)
  await whenQuiet(page)()
  return true
}

test.describe.configure({ mode: 'parallel' })

for (const half of [0, 1]) {
  test(`no screen has a barrier, a raw key or noise, in either language and scheme, part ${half + 1}`, async ({
    window,
  }) => {
    test.setTimeout(420_000)
    await choose(window, 'tr', 'light')
    for (const [at, path] of screens.filter((_, place) => place % 2 === half).entries()) {
      await goTo(window, path)
      await expect.soft(window.getByText(/Bu adreste|nothing at this address/i), path).toHaveCount(0)
      await expectNoBarrier(window, path)
      if (await openFirst(window)) {
        const within = (await window.locator(panel).isVisible()) ? panel : undefined
        await expectNoBarrier(window, `${path} with a record open`, within ? { within } : {})
      }
      // What a screen has that others have not is seldom its colours: every third of them, and all each night.
      if (!thorough && at % 3 > 0) continue
      await choose(window, 'en', 'dark')
      await expectNoBarrier(window, `${path} in English and dark`, { what: 'colours' })
      await choose(window, 'tr', 'light')
    }
  })
}
