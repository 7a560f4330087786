import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { windowScreens } from '../../scripts/window-screens.ts'
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

/** Text on screen that is a key or a code instead of a word: `needs:title`, `list.state`, `MANAGER_APPROVED`. */
const rawText = /\b[a-z]+:[a-z]+(?:\.[a-zA-Z]+)+\b|\b[A-Z]{3,}_[A-Z_]{2,}\b/

for (const [language, scheme] of [
  ['tr', 'light'],
  ['en', 'dark'],
] as const) {
  test(`no screen has a barrier, a raw key or noise, in ${language} and ${scheme}`, async ({ window }) => {
    test.setTimeout(420_000)
    await choose(window, language, scheme)
    for (const path of screens) {
      await window.goto(new URL(path, window.url()).href)
      await window.locator('h1').first().waitFor()
      await window.waitForLoadState('networkidle')
      await expect(window.locator('html')).toHaveAttribute('lang', language)
      const text = (await window.locator('body').textContent()) ?? ''
      expect.soft(rawText.exec(text)?.[0], `${path} shows a raw text`).toBeUndefined()
      expect.soft(text, `${path} is not a screen`).not.toMatch(/Bu adreste|nothing at this address/i)
      const { violations } = await new AxeBuilder({ page: window })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200)}`,
      )
      expect.soft(found, path).toEqual([])
      const wide = await window.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      expect.soft(wide, `${path} is wider than the window`).toBe(false)
    }
  })
}
