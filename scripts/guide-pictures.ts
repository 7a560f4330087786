import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { startBrowserHost } from '../src-main/browser/browser-host.ts'
import { createSampleStore } from '../src-main/service/sample.ts'
import { startService } from '../src-main/service/service.ts'
import { texts } from '../src-renderer/locales/index.ts'
import { findChromium } from './chromium.ts'
import { portalPictures } from './guide-portal.ts'
import { writeUnitWorkbook } from './guide-workbook.ts'

type Language = keyof typeof texts

/** Takes a picture of the window as it is, for the guide or for another folder. */
type Take = (name: string, folder?: string) => Promise<void>

const root = join(import.meta.dirname, '..')
const pagesFolder = join(root, 'out', 'renderer')

/** Small enough to be kept with the source. */
const limit = 60 * 1024

/** Runs in a page: draws a picture with `levels` shades a colour and gives it back as WebP. Quality 1 is lossless there. */
const encode = `async (data, levels) => {
  const image = new Image()
  image.src = 'data:image/png;base64,' + data
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const pixels = context.getImageData(0, 0, image.width, image.height)
  const step = 255 / (levels - 1)
  for (let at = 0; at < pixels.data.length; at++) pixels.data[at] = Math.round(Math.round(pixels.data[at] / step) * step)
  context.putImageData(pixels, 0, 0)
  return canvas.toDataURL('image/webp', 1)
}`

/**
 * A picture as lossless WebP with as many shades as fit the limit: letters stay sharp, which lossy compression blurs first.
 * Chromium itself is the encoder, so that nothing else has to be installed.
 */
async function compressed(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage()
  try {
    for (const shades of [32, 16, 12, 8, 6]) {
      const address = await page.evaluate<string>(`(${encode})('${png.toString('base64')}', ${shades})`)
      const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
      if (bytes.length <= limit) return bytes
    }
    throw new Error('The picture stays too large')
  } finally {
    await page.close()
  }
}

/** Opens a store's window in one language and lets `walk` take pictures of it. */
async function withWindow(
  browser: Browser,
  folder: string,
  language: Language,
  walk: (page: Page, take: Take) => Promise<void>,
): Promise<void> {
  const service = await startService({ storeFolder: folder })
  const host = await startBrowserHost({ service, pagesFolder })
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, colorScheme: 'light' })
  await context.addInitScript((chosen) => localStorage.setItem('akademi.language', JSON.stringify(chosen)), language)
  const page = await context.newPage()
  const pictures = join(root, 'docs', 'guide', language, 'pictures')
  const take: Take = async (name, into = pictures) => {
    await page.mouse.move(760, 44)
    await page.waitForTimeout(400)
    const file = join(into, `${name}.webp`)
    const bytes = await compressed(browser, await page.screenshot())
    writeFileSync(file, bytes)
    console.log(`${file} ${bytes.length}`)
  }
  try {
    await page.goto(host.address)
    await walk(page, take)
  } finally {
    await context.close()
    await host.stop()
    await service.stop()
  }
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(`history.pushState({}, '', '${path}'); dispatchEvent(new PopStateEvent('popstate'))`)
  await page.locator('main h1').first().waitFor()
  await page.waitForTimeout(1500)
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()

async function firstStart(browser: Browser, language: Language): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-guide-'))
  const words = texts[language].access.setUp
  await withWindow(browser, folder, language, async (page, take) => {
    await page.getByLabel(words.institution).fill('Örnek Büyükşehir Belediyesi')
    await page.getByLabel(words.displayName).fill('Ayşe Yılmaz')
    await take('first-start')
  })
  await rm(folder, { recursive: true, force: true })
}

/** A group that was issued, and the sample's own design with a text chosen. */
async function certificates(page: Page, take: Take): Promise<void> {
  await go(page, '/certificates/groups')
  await page.getByText('Çevre Yönetimi Eğitimi').first().click()
  await page.waitForTimeout(1000)
  await take('certificates')
  await go(page, '/certificates/templates')
  await page.getByRole('button', { name: 'Boğaz zeminli heyet sertifikası' }).click()
  await page.waitForTimeout(3000)
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /^‹(Adı soyadı|Name)›/ })
    .first()
    .click()
  await page.waitForTimeout(1500)
  await take('certificate-design')
}

const foreignPlan = [
  ['Fen İşleri Dairesi Başkanlığı'],
  ['Sıra No', 'Eğitimin Adı', 'Tarih', 'Süre', 'Kişi Sayısı', 'Öncelik', 'Ücret'],
  ['1', '1.1 Etkili İletişim', '10-15 Mart', '2 gün', '20-24', 'Yüksek', '1.500 USD'],
  ['2', '1.2 Saha Güvenliği', 'Nisan-Mayıs', '6 saat', '40', 'Çok acil', '12.000 TL'],
  ['3', '1.3 Köprü Bakımı', 'belli değil', '5 gün', '15', 'Orta', '900 EUR'],
]

/** The plan with a workbook from elsewhere, and the boards with a group. */
async function planning(page: Page, folder: string, language: Language, take: Take): Promise<void> {
  const { plan, courses, delivery } = texts[language]
  const choose = async (place: number) => {
    await page.getByLabel(plan.switcher).first().click()
    await page.getByRole('option').nth(place).click()
    await page.waitForTimeout(1500)
  }
  const create = page.getByRole('button', { name: new RegExp(plan.create.replace('{{year}}', '\\d{4}')) })
  await go(page, '/plan/lines')
  // The newest plan is the draft that the walk in the other language has opened.
  const hasDraft = !(await create.first().isVisible())
  if (hasDraft) await choose(1)
  await take('plan')
  await go(page, '/plan/board')
  await take('plan-board')
  await page.locator('[id^="session-"]').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: delivery.session.people }).click()
  await page.getByText(delivery.groups.mix).first().waitFor()
  await page.waitForTimeout(800)
  await take('plan-group')
  await go(page, '/plan/lines')
  if (hasDraft) await choose(0)
  else await create.first().click()
  await page.waitForTimeout(1500)
  const file = join(folder, 'fen isleri plan.csv')
  writeFileSync(file, foreignPlan.map((row) => row.join(';')).join('\r\n'))
  await go(page, '/plan/import')
  await page.locator('input[type=file]').setInputFiles(file)
  await button(page, courses.import.check).click({ timeout: 60_000 })
  await page.getByText(plan.import.rates).first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1000)
  await take('plan-import')
}

/** The coordinator's window: a programme with its templates, and what was attached. */
async function delegations(browser: Browser, folder: string, language: Language): Promise<void> {
  const { attached, attachments, template, programme, tab } = texts[language].delegations
  await withWindow(browser, folder, language, async (page, take) => {
    await page.getByRole('button', { name: /Sevgi Işıkhan/ }).click()
    await page.getByRole('navigation').first().waitFor()
    await page.getByRole('button', { name: /Sevgi Işıkhan/ }).click()
    await page.getByText(language === 'tr' ? 'Türkçe' : 'English', { exact: true }).click()
    await page.keyboard.press('Escape')
    await go(page, '/delegations/files')
    await page
      .getByText(language === 'tr' ? 'Çevre Yönetimi Eğitimi' : 'Environmental Management Training')
      .first()
      .click()
    await page.getByRole('tab', { name: tab.files }).click()
    await page.getByLabel(attachments.paper, { exact: true }).first().click()
    await page.getByRole('option', { name: attached.REQUEST }).first().click()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'HYT.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
    await page.waitForTimeout(1500)
    await take('delegation-files')
    await page.getByRole('tab', { name: tab.programme }).click()
    await button(page, template.keep).click()
    await page.getByRole('button', { name: template.keep, exact: true }).last().click()
    await page.waitForTimeout(1500)
    await button(page, programme.copy).click()
    await take('delegation-programme')
  })
}

/** The steps of the guide, done on the sample academy as they are written there. */
async function cycle(browser: Browser, folder: string, registryNo: string, language: Language): Promise<void> {
  const { imports, needsDecide, needs } = texts[language]
  await withWindow(browser, folder, language, async (page, take) => {
    await page.getByRole('button', { name: /Aylin Korkmaz/ }).click()
    await page.getByRole('navigation').first().waitFor()
    // Who signs in is spoken to in the language of her account.
    await page.getByRole('button', { name: /Aylin Korkmaz/ }).click()
    await page.getByText(language === 'tr' ? 'Türkçe' : 'English', { exact: true }).click()
    await page.keyboard.press('Escape')
    await go(page, '/')
    await take('today')
    await go(page, '/people/staff?q=isik')
    await take('people')
    await go(page, '/catalogue/topics')
    await page.getByText('BIL-004').first().click()
    await page.waitForTimeout(800)
    await take('catalogue')
    await go(page, '/needs/cycle')
    await take('cycle')
    await go(page, '/needs/results')
    await page.getByText(needsDecide.results.tab.forms, { exact: true }).click()
    await take('forms')

    await go(page, '/needs/import')
    await page.getByLabel(imports.file.sender).fill('Zabıta Dairesi Başkanlığı')
    await page.locator('input[type=file]').setInputFiles(join(folder, 'zabita.xlsx'))
    await button(page, imports.map.next).waitFor({ timeout: 60_000 })
    await take('import-map')
    await button(page, imports.map.next).click()
    await page.getByText(imports.check.issues).first().waitFor({ timeout: 60_000 })
    await page.waitForTimeout(800)
    await take('import-check')
    await page.locator('input[aria-label="Excell ileri"]').click()
    await page.getByRole('option').first().click()
    await page.getByLabel(imports.check.leaveOut).check()
    await button(page, imports.check.recheck).click()
    const commit = page.getByRole('button', {
      name: new RegExp(imports.check.commitCount_other.replace('{{count, number}}', '\\d+')),
    })
    await commit.click({ timeout: 60_000 })
    await button(page, imports.done.undo).waitFor({ timeout: 60_000 })
    await take('import-done')
    await button(page, imports.done.undo).click()
    await page.waitForTimeout(2000)
    await go(page, '/imports')
    await take('imports')

    await go(page, '/needs/entry')
    await page.keyboard.type(registryNo)
    await page.waitForTimeout(1500)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(1000)
    await page.keyboard.type('excel')
    await page.waitForTimeout(1500)
    await take('entry')
    await go(page, '/needs/board')
    await take('board')
    await go(page, '/needs/merge')
    await page.getByText('ileri excel').first().click()
    await page.waitForTimeout(1200)
    await take('merge')
    await go(page, '/needs/priorities')
    await take('priorities')
    if (language === 'en') await take('priorities', join(root, 'docs', 'pictures'))
    await page.getByText('ISG-001').first().click()
    await page.waitForTimeout(1500)
    await take('priority')
    await go(page, '/needs/results')
    await page.waitForTimeout(1500)
    await take('results')
    await page.getByText(needsDecide.results.tab.report, { exact: true }).click()
    await button(page, needsDecide.results.report.make).click()
    await page.getByRole('button', { name: needsDecide.results.report.download }).first().waitFor({ timeout: 90_000 })
    await go(page, '/settings/backups')
    await take('backups')
    await go(page, '/settings/log')
    await take('log')
    await certificates(page, take)
    await planning(page, folder, language, take)
    await go(page, '/needs/list')
    await page.getByText(needs.list.title).first().waitFor()
  })
}

const { executablePath, args } = await findChromium()
const browser = await chromium.launch({ executablePath, args: [...args] })
const sample = await mkdtemp(join(tmpdir(), 'akademi-guide-'))
try {
  await createSampleStore(sample)
  const registryNo = await writeUnitWorkbook(sample, join(sample, 'zabita.xlsx'))
  for (const language of ['tr', 'en'] as const) {
    const pictures = join(root, 'docs', 'guide', language, 'pictures')
    // Pictures of what the guide no longer shows would stay behind.
    rmSync(pictures, { recursive: true, force: true })
    mkdirSync(pictures, { recursive: true })
    await firstStart(browser, language)
    await cycle(browser, sample, registryNo, language)
    await delegations(browser, sample, language)
    await portalPictures(browser, sample, join(root, 'out', 'portal'), language, async (page, name) => {
      await page.waitForTimeout(600)
      writeFileSync(join(pictures, `${name}.webp`), await compressed(browser, await page.screenshot()))
    })
  }
} finally {
  await browser.close()
  await rm(sample, { recursive: true, force: true })
}
