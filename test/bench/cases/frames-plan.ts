import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import SQLite from 'better-sqlite3'
import { findChromium } from '../../../scripts/chromium.ts'
import { startBrowserHost } from '../../../src-main/browser/browser-host.ts'
import { startService } from '../../../src-main/service/service.ts'
import { databaseFile } from '../../../src-node/store/open-store.ts'
import { tellResult } from '../bench-store.ts'

/** Whether the window goes on drawing while a year is placed, and while boards of 4,000 sessions are scrolled: the gaps between its frames. */
const [folder = ''] = process.argv.slice(2)
const times = 8

/** Puts the year's sessions there eight times over, in other rooms on the same days, without a trainer. */
function crowdTheYear(): number {
  const database = new SQLite(join(folder, databaseFile))
  try {
    const rows = database.prepare('select * from session where "date" is not null').all() as Record<string, unknown>[]
    const rooms = database.prepare('select id from room where active = 1 order by id').all() as { id: string }[]
    const names = Object.keys(rows[0] ?? {})
    const places = names.map(() => '?').join()
    const add = database.prepare(`insert into session (${names.map((name) => `"${name}"`).join()}) values (${places})`)
    database.transaction(() => {
      for (let copy = 1; copy < times; copy++) {
        for (const [at, row] of rows.entries()) {
          const roomId = rooms[(at + copy * 5) % rooms.length]?.id
          const own = { id: randomUUID(), ordinal: Number(row.ordinal) + copy * 1000, trainerId: null, roomId }
          add.run(names.map((name) => (name in own ? own[name as keyof typeof own] : row[name])))
        }
      }
    })()
    return rows.length * times
  } finally {
    database.close()
  }
}

/** Notes the gaps between frames, in milliseconds, until they are taken. */
const watch = (page: Page) =>
  page.evaluate(`
    globalThis.gaps = []
    globalThis.watching = true
    let last = performance.now()
    const frame = (now) => {
      gaps.push(now - last)
      last = now
      if (watching) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  `)

async function taken(
  page: Page,
): Promise<{ readonly longest: number; readonly over100: number; readonly mean: number }> {
  const gaps = await page.evaluate<number[]>('globalThis.watching = false, gaps')
  const longest = Math.max(0, ...gaps)
  return {
    longest,
    over100: gaps.filter((gap) => gap > 100).length,
    mean: gaps.reduce((a, b) => a + b, 0) / gaps.length,
  }
}

async function withWindow<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const { executablePath, args } = await findChromium()
  const service = await startService({ storeFolder: folder })
  const pagesFolder = join(import.meta.dirname, '..', '..', '..', 'out', 'renderer')
  const host = await startBrowserHost({ service, pagesFolder })
  const browser = await chromium.launch({ executablePath, args: [...args] })
  try {
    const page = await (
      await browser.newContext({ locale: 'tr-TR', viewport: { width: 1920, height: 1080 } })
    ).newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(host.address)
    await page.getByRole('button', { name: /Aylin Korkmaz/ }).click()
    await page.getByRole('navigation').first().waitFor()
    return await work(page)
  } finally {
    await browser.close()
    await host.stop()
    await service.stop()
  }
}

/** Steps of a wheel across the board and down it. */
async function scrollBoard(page: Page, path: string) {
  const begin = performance.now()
  await page.goto(new URL(path, page.url()).href)
  await page.locator('[id^="session-"]').first().waitFor()
  const opened = performance.now() - begin
  await page.waitForTimeout(1000)
  await page.mouse.move(1000, 600)
  await watch(page)
  for (let step = 0; step < 90; step++) {
    await page.mouse.wheel(step % 3 === 2 ? 0 : 240, step % 3 === 2 ? 160 : 0)
    await page.waitForTimeout(16)
  }
  return { opened, ...(await taken(page)) }
}

const placing = await withWindow(async (page) => {
  await page.goto(new URL('/plan/placing', page.url()).href)
  await page.getByText('Baştan yerleştir').click()
  const begin = page.getByRole('button', { name: 'Yerleştir', exact: true })
  await begin.waitFor()
  await page.waitForTimeout(1000)
  await watch(page)
  await begin.click()
  await page.getByRole('button', { name: 'Takvime geçir' }).waitFor()
  return taken(page)
})
const sessions = crowdTheYear()
const [rooms, trainers] = await withWindow(async (page) => [
  await scrollBoard(page, '/plan/board'),
  await scrollBoard(page, '/plan/board?by=trainers'),
])
tellResult({
  ...{ sessions, placingLongest: placing.longest, placingOver100: placing.over100 },
  ...{ roomsOpened: rooms?.opened ?? 0, roomsLongest: rooms?.longest ?? 0, roomsOver100: rooms?.over100 ?? 0 },
  ...{ roomsMean: rooms?.mean ?? 0, trainersOpened: trainers?.opened ?? 0, trainersLongest: trainers?.longest ?? 0 },
  ...{ trainersOver100: trainers?.over100 ?? 0, trainersMean: trainers?.mean ?? 0 },
})
process.exit(0)
