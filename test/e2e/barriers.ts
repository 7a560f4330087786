import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './office.ts'
import { whenStill } from './quiet.ts'

/** Text on screen that is a key or a code instead of a word: `needs:title`, `list.state`, `MANAGER_APPROVED`. */
const rawText = /\b[a-z]+:[a-z]+(?:\.[a-zA-Z]+)+\b|\b[A-Z]{3,}_[A-Z_]{2,}\b/

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Rows of a list are drawn by the same columns: what stands in the way in the eleventh stood there in the first ten. */
const furtherRows = `.ag-row:not(${Array.from({ length: 10 }, (_, at) => `[row-index="${at}"]`).join()})`

export type Looking = {
  /** `colours` looks at nothing but contrast: for a page that was looked at whole in other colours. */
  readonly what?: 'all' | 'colours'
  /** A part of the page, where the rest was looked at before. */
  readonly within?: string
}

/** Tells of what stands in anybody's way on the page as it is now, and of raw keys and a page wider than its window. */
export async function expectNoBarrier(page: Page, name: string, looking: Looking = {}): Promise<void> {
  const { what = 'all', within } = looking
  await whenStill(page)
  // biome-ignore lint/performance/useDomNodeTextContent: words of neighbouring cells must not run together
  const text = await page.locator('body').innerText()
  expect.soft(rawText.exec(text)?.[0], `${name} shows a raw text`).toBeUndefined()
  const loaded = await page.evaluate(() => 'axe' in window)
  // The window has no frames, so one pass over the document is the whole of it, and several times as fast.
  const axe = new AxeBuilder({ page, ...(loaded ? { axeSource: '0' } : {}) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .exclude(furtherRows)
  if (within !== undefined) axe.include(within)
  const chosen = what === 'all' ? axe.withTags(standards) : axe.withRules('color-contrast')
  const { violations } = await chosen.analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200)}`,
  )
  expect.soft(found, name).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  expect.soft(wide, `${name} is wider than the window`).toBe(false)
}
