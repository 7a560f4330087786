import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './office.ts'

/** Text on screen that is a key or a code instead of a word: `needs:title`, `list.state`, `MANAGER_APPROVED`. */
const rawText = /\b[a-z]+:[a-z]+(?:\.[a-zA-Z]+)+\b|\b[A-Z]{3,}_[A-Z_]{2,}\b/

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Tells of what stands in anybody's way on the page as it is now, and of raw keys and a page wider than its window.
 * `colours` looks at nothing but contrast: for a page that was looked at whole in other colours.
 */
export async function expectNoBarrier(page: Page, name: string, what: 'all' | 'colours' = 'all'): Promise<void> {
  // biome-ignore lint/performance/useDomNodeTextContent: words of neighbouring cells must not run together
  const text = await page.locator('body').innerText()
  expect.soft(rawText.exec(text)?.[0], `${name} shows a raw text`).toBeUndefined()
  // The window has no frames, so one pass over the document is the whole of it, and several times as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const chosen = what === 'all' ? axe.withTags(standards) : axe.withRules('color-contrast')
  const { violations } = await chosen.analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200)}`,
  )
  expect.soft(found, name).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  expect.soft(wide, `${name} is wider than the window`).toBe(false)
}
