import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { read, utils } from 'xlsx'
import { writeWorkbook } from '../../src-node/spreadsheets/write-workbook.ts'
import { callOf, cycleId, linesOf, run, silent, somebody } from './asking.ts'
import { chooserByKeys, pressByKeys, tabTo } from './keyboard.ts'
import { expect, goTo, test } from './office.ts'

/** What has the focus, by its label. */
const focused = (page: Page, label: string | RegExp) =>
  expect(page.getByLabel(label).and(page.locator(':focus'))).toBeVisible()

test('two lines of a paper form are typed in one go, and the next form begins', async ({ window, sampleOffice }) => {
  const person = await somebody(sampleOffice)
  await goTo(window, '/needs/entry')
  const keys = window.keyboard
  const who = window.getByLabel('Kişi', { exact: true })
  await expect(who).toBeFocused()
  await tabTo(
    window,
    window
      .getByRole('radio', { name: 'Kâğıt form' })
      .or(window.getByRole('radio', { name: 'Elden' }))
      .first(),
  )
  await keys.press('ArrowRight')
  await keys.press('F2')
  await keys.type(callOf(person))
  await keys.press('Enter')
  await focused(window, 'İstenen eğitim')
  await keys.type('bil-004')
  await keys.press('Enter')
  await focused(window, 'Gerekçe')
  await keys.press('2')
  await focused(window, /^Aciliyet/)
  for (const [digit, next] of [
    ['4', /^Bugünkü düzey/],
    ['2', /^Hedef düzey/],
    ['4', /^Çeyrek/],
    ['1', 'Not'],
  ] as const) {
    await keys.press(digit)
    await focused(window, next)
    // Enter after the digit, as after any other field, leaves nothing out.
    await keys.press('Enter')
    await focused(window, next)
  }
  await keys.type('görüşüldü')
  await keys.press('Enter')
  await focused(window, 'İstenen eğitim')
  await keys.type('Drone ile hasar tespiti')
  await keys.press('Control+Enter')
  await expect(who).toBeFocused()
  await expect(who).toHaveValue('')
  const lines = await linesOf(sampleOffice, person.personId)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({
    topic: { code: 'BIL-004' },
    reason: 'newDuty',
    urgency: 4,
    selfLevel: 2,
    targetLevel: 4,
    preferredQuarter: 1,
    note: 'görüşüldü',
    sources: [{ kind: 'paper' }],
  })
  expect(lines[1]).toMatchObject({ topic: null, freeText: 'Drone ile hasar tespiti' })
})

test('a form that was not saved is there again after the window crashed', async ({ window, sampleOffice }) => {
  const person = await somebody(sampleOffice)
  await goTo(window, '/needs/entry')
  await expect(window.getByLabel('Kişi', { exact: true })).toBeFocused()
  await window.keyboard.type(callOf(person))
  await window.keyboard.press('Enter')
  await focused(window, 'İstenen eğitim')
  await window.keyboard.type('bil-004')
  await window.keyboard.press('Enter')
  await focused(window, 'Gerekçe')
  await window.reload()
  await expect(window.getByText('Yarım kalan form geri getirildi.')).toBeVisible()
  await expect(window.getByLabel('Kişi', { exact: true })).toHaveValue(person.name)
  await expect(window.getByLabel('İstenen eğitim')).toHaveValue(/^BIL-004/)
  await window.keyboard.press('Control+Enter')
  await expect(window.getByLabel('Kişi', { exact: true })).toHaveValue('')
  expect(await linesOf(sampleOffice, person.personId)).toMatchObject([{ topic: { code: 'BIL-004' } }])
})

test('a unit’s head-count is typed in a row, and a need is taken out again', async ({ window, sampleOffice }) => {
  await goTo(window, '/needs/units')
  await window.getByRole('row').nth(1).waitFor()
  const keys = window.keyboard
  await keys.press('n')
  await focused(window, 'Birim')
  await keys.type('bid')
  await keys.press('Enter')
  await focused(window, 'İstenen eğitim')
  await keys.type('Sahada ilk müdahale')
  await keys.press('Enter')
  await focused(window, 'Kişi sayısı')
  await keys.type('12')
  await keys.press('Control+Enter')
  await focused(window, 'İstenen eğitim')
  const asked = async () => {
    const page = { search: 'sahada ilk mudahale' }
    return (await run(sampleOffice, 'needs.listUnitNeeds', { cycleId: await cycleId(sampleOffice), page })) as {
      rows: readonly { headcount: number }[]
    }
  }
  expect((await asked()).rows).toMatchObject([{ headcount: 12 }])
  await keys.press('Escape')
  await tabTo(window, window.getByRole('treegrid').or(window.getByRole('grid')))
  for (const key of ['ArrowDown', 'Space']) await keys.press(key)
  await pressByKeys(window, window.getByRole('button', { name: 'Kaldır', exact: true }))
  await expect(window.getByText('1 ihtiyaç kaldırıldı.')).toBeVisible()
})

test('a need is found, corrected and its history read', async ({ window, sampleOffice }) => {
  const page = { end: 1, filter: { urgency: { kind: 'between', to: 3 } }, sort: [{ column: 'person' }] }
  const { rows } = (await run(sampleOffice, 'needs.listNeeds', { cycleId: await cycleId(sampleOffice), page })) as {
    rows: readonly { id: string; registryNo: string }[]
  }
  await goTo(window, `/needs/list?open=${rows[0]?.id}`)
  const urgency = window.getByRole('complementary').getByLabel('Aciliyet')
  await tabTo(window, urgency)
  await window.keyboard.press('Control+A')
  await window.keyboard.type('5')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('İhtiyaç kaydedildi.')).toBeVisible()
  await tabTo(window, window.getByRole('tab', { name: 'Ayrıntılar' }))
  await window.keyboard.press('ArrowRight')
  await expect(window.getByText('İhtiyaç satırını değiştirme')).toBeVisible()
})

test('the board opens who is silent, prints and leaves for Excel', async ({ window, sampleOffice }) => {
  await goTo(window, '/needs/board')
  await window.getByRole('gridcell').first().waitFor()
  await tabTo(window, window.getByRole('treegrid').or(window.getByRole('grid')))
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  const panel = window.getByRole('complementary')
  await expect(panel.getByText(/kişi yanıtlamadı/)).toBeVisible()
  const person = await somebody(sampleOffice)
  await expect(panel.getByText(person.name)).toBeVisible()
  await window.keyboard.press('Escape')
  await window.evaluate(() => {
    globalThis.print = () =>
      document.body.setAttribute('data-printed', document.querySelector('.ak-print')?.textContent ?? '')
  })
  await pressByKeys(window, window.getByRole('button', { name: 'Yazdır' }))
  expect(await window.locator('body').getAttribute('data-printed')).toContain('yanıt durumu')
  const download = window.waitForEvent('download')
  await pressByKeys(window, window.getByRole('button', { name: 'Excel’e aktar' }))
  const book = read(await readFile(await (await download).path()))
  const listed = utils.sheet_to_json<Record<string, string>>(book.Sheets.Yanıtlamayanlar ?? {})
  expect(listed.map((row) => row['Sicil No'])).toContain(person.registryNo)
})

test('a workbook is imported and taken back by keyboard alone', async ({ window, sampleOffice }) => {
  const officers = (await silent(sampleOffice)).filter(({ employmentType }) => employmentType === 'OFFICER')
  const people = officers.slice(0, 3)
  expect(people).toHaveLength(3)
  const bytes = await writeWorkbook({
    sheets: [
      {
        name: 'Talepler',
        columns: ['Sicil No', 'İstihdam Türü', 'Adı Soyadı', 'Eğitim Konusu', 'Aciliyet'].map((header) => ({
          header,
          type: 'text' as const,
          width: 20,
        })),
        rows: people.map((person) => [person.registryNo, 'Memur', person.name, 'Microsoft Excel İleri', '4']),
      },
    ],
  })
  await goTo(window, '/needs/import')
  const input = window.locator('input[type=file]')
  await input.waitFor({ state: 'attached' })
  const chooser = await chooserByKeys(window, input)
  await chooser.setFiles({
    name: 'Fen İşleri.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  })
  await expect(window.getByText('Her satır bir ihtiyaç')).toBeVisible()
  await pressByKeys(window, window.getByRole('button', { name: /^Denetle/ }))
  const commit = window.getByRole('button', { name: /^3 ihtiyacı içe aktar/ })
  await expect(commit).toBeEnabled()
  await pressByKeys(window, commit)
  await expect(window.getByText('3 ihtiyaç içe aktarıldı')).toBeVisible()
  await pressByKeys(window, window.getByRole('button', { name: 'İçe aktarmayı geri al' }))
  await expect(window.getByText(/satır silindi/)).toBeVisible()
})

test('a cycle is set up, approved and extended', async ({ window, sampleOffice }) => {
  await goTo(window, '/needs/cycle?open=new')
  const year = window.getByLabel('Yıl', { exact: true })
  await tabTo(window, year)
  await expect(year).toHaveValue(/^\d{4}$/)
  const made = await year.inputValue()
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText(`${made} dönemi kuruldu.`)).toBeVisible()
  await expect(window.getByRole('complementary')).toBeHidden()
  await pressByKeys(window, window.getByRole('button', { name: 'Onayla' }))
  await expect(window.getByText(/Dönem onaylandı/)).toBeVisible()
  const { cycles } = (await run(sampleOffice, 'needs.listCycles')) as {
    cycles: readonly { year: number; state: string; closesOn: string }[]
  }
  expect(cycles.find((cycle) => String(cycle.year) === made)).toMatchObject({ state: 'READY' })
  await pressByKeys(window, window.getByRole('button', { name: 'Çalışılan dönem' }))
  const open = cycles.find((cycle) => cycle.state === 'OPEN')
  const item = window.getByRole('menuitem', { name: String(open?.year) })
  await expect(async () => {
    await window.keyboard.press('ArrowDown')
    await expect(item).toBeFocused({ timeout: 500 })
  }).toPass()
  await window.keyboard.press('Enter')
  await pressByKeys(window, window.getByRole('button', { name: 'Süreyi uzat' }))
  const lastDay = window.getByLabel('Yeni son gün')
  await tabTo(window, lastDay)
  const later = `15.02.${Number(open?.closesOn.slice(0, 4)) + 1}`
  await window.keyboard.type(later)
  await tabTo(window, window.getByLabel('Gerekçe'))
  await window.keyboard.type('Birimler bayramda yetişemedi')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText(`Dönem ${later} gününe uzatıldı.`)).toBeVisible()
})
