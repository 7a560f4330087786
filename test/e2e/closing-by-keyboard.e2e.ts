import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { read, utils } from 'xlsx'
import { expectNoBarrier } from './barriers.ts'
import { chooserByKeys, pressByKeys, tabTo } from './keyboard.ts'
import { expect, goTo, test } from './office.ts'

// The sample academy of more than a year ago: its cycle closed long since.
test.use({ sampleDay: 'longAgo' })

/** Agrees to the question that the window asks. */
async function agree(window: Page, answer: string): Promise<void> {
  const question = window.getByRole('alertdialog').or(window.getByRole('dialog'))
  await question.waitFor()
  await pressByKeys(window, question.getByRole('button', { name: answer }))
}

async function chooseTab(window: Page, name: string): Promise<void> {
  const tab = window.getByRole('tab', { name })
  await tabTo(window, window.getByRole('tablist'))
  await expect(async () => {
    await window.keyboard.press('ArrowRight')
    await expect(tab).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(tab).toHaveAttribute('aria-selected', 'true')
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path())

test('the report is made for one unit, shown and taken away', async ({ window }) => {
  await goTo(window, '/needs/results')
  await chooseTab(window, 'Rapor')
  const unit = window
    .getByRole('combobox', { name: 'Birim' })
    .or(window.getByRole('textbox', { name: 'Birim' }))
    .first()
  await tabTo(window, unit)
  await window.keyboard.type('bilgi işlem')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await pressByKeys(window, window.getByRole('button', { name: 'Raporu hazırla' }))
  const take = window.getByRole('button', { name: 'PDF olarak indir' }).first()
  await take.waitFor()
  await expectNoBarrier(window, 'a report that is made')
  const download = window.waitForEvent('download')
  await pressByKeys(window, take)
  expect((await bytesOf(await download)).subarray(0, 5).toString()).toBe('%PDF-')
})

test('decisions come back from the workbook they left in', async ({ window }) => {
  await goTo(window, '/needs/results')
  const left = window.waitForEvent('download')
  await pressByKeys(window, window.getByRole('button', { name: /Sonuçları Excel/ }))
  const book = read(await bytesOf(await left))
  const [, name = ''] = book.SheetNames
  const sheet = book.Sheets[name]
  if (!sheet) throw new Error('the workbook has no lines')
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1 })
  const column = rows[0]?.indexOf('Karar') ?? -1
  utils.sheet_add_aoa(sheet, [['Planla']], { origin: { r: 1, c: column } })
  expect(column).toBeGreaterThan(0)
  expect(rows[1]?.[column]).not.toBe('Planla')
  const { write } = await import('xlsx')
  const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' })

  await chooseTab(window, 'Kararları içeri al')
  const chooser = await chooserByKeys(window, window.locator('input[type=file]'))
  await chooser.setFiles({ name: 'sonuclar.xlsx', mimeType: 'application/octet-stream', buffer: bytes })
  await expect(window.getByText(/kararı değişecek/)).toBeVisible()
  await expectNoBarrier(window, 'decisions that wait to be taken')
  await pressByKeys(window, window.getByRole('button', { name: 'Kararları al' }))
  await expect(window.getByText(/kararı değişti/).first()).toBeVisible()
})

test('blank forms of one unit are made for its clerk', async ({ window }) => {
  await goTo(window, '/needs/results')
  await chooseTab(window, 'Boş formlar')
  const units = window
    .getByRole('combobox', { name: /Birimler/ })
    .or(window.getByLabel('Birimler'))
    .first()
  await tabTo(window, units)
  await window.keyboard.type('bilgi işlem dai')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Escape')
  const download = window.waitForEvent('download')
  await pressByKeys(window, window.getByRole('button', { name: 'Formları indir' }))
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
})

test('a closed cycle is frozen, decided, made final and followed by the next one', async ({ window }) => {
  test.setTimeout(180_000)
  await goTo(window, '/needs/cycle')
  await pressByKeys(window, window.getByRole('button', { name: 'Dondur', exact: true }))
  await agree(window, 'Dondur')
  await expect(window.getByText('Dönem donduruldu.')).toBeVisible()
  await pressByKeys(window, window.getByRole('button', { name: 'Şimdi denetle' }))
  await expect(window.getByText('Dondurma geçerli')).toBeVisible()
  await expectNoBarrier(window, 'a frozen cycle')

  await goTo(window, '/needs/priorities')
  await window.getByText('Karar bekliyor').first().waitFor()
  await tabTo(window, window.locator('.ag-root'))
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Control+a')
  await window.keyboard.press('p')
  await expect(window.getByText(/talebin hepsi karara bağlandı/)).toBeVisible()
  await pressByKeys(window, window.getByRole('button', { name: 'Sonuçları kesinleştir' }))
  await agree(window, 'Sonuçları kesinleştir')
  await expect(window.getByText(/satıra sonucu yazıldı/)).toBeVisible()
  await pressByKeys(window, window.getByRole('button', { name: 'Sonraki dönemi aç' }))
  await agree(window, 'Sonraki dönemi aç')
  await expect(window.getByText(/dönemi kuruldu/)).toBeVisible()
})
