import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { windowScreens } from '../../../scripts/window-screens.ts'
import { guideFor } from '../../../src-renderer/app/shell/guide-for.ts'
import { guidePlace } from '../../../src-renderer/features/help/guide.ts'

test('F1 leads from a screen to the chapter that tells of it', () => {
  expect(guideFor('/plan/lines')).toBe('/help?page=plan')
  expect(guideFor('/plan/placing')).toBe('/help?page=schedule')
  expect(guideFor('/delegations/files/01900000')).toBe('/help?page=delegations')
  expect(guideFor('/')).toBe('/help')
})

test('every chapter that a screen leads to is in the guide', () => {
  const files = readdirSync(join(import.meta.dirname, '../../../docs/guide/tr')).filter((name) => name.endsWith('.md'))
  const chapters = files.map((name) => guidePlace(`guide/tr/${name}`).id)
  const led = windowScreens().flatMap((path) => guideFor(path).split('?page=')[1] ?? [])
  expect(led.length).toBeGreaterThan(30)
  expect(led.filter((id) => !chapters.includes(id))).toEqual([])
})
