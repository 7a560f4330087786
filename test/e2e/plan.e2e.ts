import type { Page } from '@playwright/test'
import { planYear } from './asking.ts'
import { expectNoBarrier } from './barriers.ts'
import { expect, goTo, test } from './office.ts'

/** The last Saturday up to 26 December, as it is typed. */
const aSaturday = (year: number) => `${26 - ((new Date(Date.UTC(year, 11, 26)).getUTCDay() + 1) % 7)}.12.${year}`

const carriedWord = (window: Page) => window.locator('[role=status][data-tone]').filter({ hasText: /\d{4}-/ })

test('a session is carried by the pointer and by keys, told what clashes on the way, and taken back', async ({
  window,
  sampleOffice,
}) => {
  const year = await planYear(sampleOffice)
  await goTo(window, `/plan/board?from=${year}-10-05`)
  const block = window.locator('[id^="session-"]').first()
  const before = (await block.textContent()) ?? ''
  const id = (await block.getAttribute('id')) ?? ''
  await block.focus()
  await window.keyboard.press('Space')
  await expect(carriedWord(window)).toBeVisible()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('Escape')
  await expect(window.locator(`[id="${id}"]`)).toHaveText(before)

  // From the board into the panel, and to another day by the form.
  await block.focus()
  await window.keyboard.press('Enter')
  await window.getByRole('tab', { name: 'Kişiler' }).click()
  await expect(window.getByText('Gruplar nasıl kurulsun')).toBeVisible()
  await expectNoBarrier(window, 'the people of a group')
  await window.getByRole('tab', { name: 'Taşıma' }).click()
  await expectNoBarrier(window, 'the form that moves a session')
  await window.getByRole('textbox', { name: 'Tarih' }).fill(aSaturday(year))
  await expect(window.getByText('Hafta sonu.')).toBeVisible()
  await window.getByLabel(/Çakışmaya rağmen/).fill('Kurumun isteği üzerine')
  await window.getByRole('button', { name: 'Taşı', exact: true }).click()
  await expect(window.getByText(/taşındı\./)).toBeVisible()
  await window.getByRole('button', { name: 'Geri al' }).first().click()
  await expect(window.getByText('Geri alındı.')).toBeVisible()

  // With the pointer, down among the rooms.
  const other = window.locator('[id^="session-"]').nth(1)
  const box = await other.boundingBox()
  if (!box) throw new Error('The session is not in sight')
  await window.mouse.move(box.x + 8, box.y + 8)
  await window.mouse.down()
  await window.mouse.move(box.x + 60, box.y + 60, { steps: 5 })
  await expect(carriedWord(window)).toBeVisible()
  await expectNoBarrier(window, 'the board while a session is carried')
  await window.keyboard.press('Escape')
  await window.mouse.up()
  await expect(carriedWord(window)).toHaveCount(0)
})

test('a board is filtered, and the view is kept under a name and found again', async ({ window, sampleOffice }) => {
  const year = await planYear(sampleOffice)
  await goTo(window, `/plan/board?from=${year}-10-05`)
  await window.getByRole('button', { name: 'Süz', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Bina' }).click()
  await window.getByRole('checkbox', { name: 'Belediye Hizmet Binası' }).check()
  await window.keyboard.press('Escape')
  await expect(window.getByText(/oturum, ilki/)).toBeVisible()
  await window.getByRole('button', { name: 'Görünümler' }).click()
  await window.getByLabel('Bu görünümü şu adla sakla').fill('Hizmet binası')
  await expectNoBarrier(window, 'views of a screen')
  await window.keyboard.press('Enter')
  const layer = window.getByRole('dialog')
  await expect(layer).toHaveCount(0)
  await window.getByRole('button', { name: 'Hizmet binası', exact: true }).click()
  await layer.getByRole('button', { name: 'Standart görünüm' }).click()
  await expect(window.getByText(/oturum, ilki/)).toHaveCount(0)
  await window.getByRole('button', { name: 'Görünümler' }).click()
  await layer.getByRole('button', { name: 'Hizmet binası', exact: true }).click()
  await expect(window.getByText(/oturum, ilki/)).toBeVisible()
})

test('the year is placed again on screen, stopped with the best so far, and taken over', async ({ window }) => {
  await goTo(window, '/plan/placing')
  await window.getByText('Baştan yerleştir').click()
  await window.getByRole('button', { name: 'Yerleştir', exact: true }).click()
  await window
    .getByRole('button', { name: 'Durdur, en iyisini göster' })
    .click({ timeout: 30_000 })
    .catch(() => undefined)
  const takeOver = window.getByRole('button', { name: 'Takvime geçir' })
  await expect(takeOver).toBeVisible({ timeout: 120_000 })
  await expectNoBarrier(window, 'the result of placing')
  await takeOver.click()
  await expect(window.getByText('Yerleştirme takvime geçirildi.')).toBeVisible({ timeout: 60_000 })
})

test('a plan is made from decided demands, and a line leads to the people behind it and back', async ({ window }) => {
  await goTo(window, '/needs/priorities')
  const rows = window.locator('.ag-row')
  for (const at of [0, 1, 2]) await rows.nth(at).locator('input[type=checkbox]').first().click()
  await window
    .getByRole('button', { name: /Plana al/ })
    .first()
    .click()
  await expect(window.getByText(/3 talep/).first()).toBeVisible()
  await goTo(window, '/plan/lines')
  await window.getByRole('button', { name: /planını aç/ }).click()
  await expect(window.getByText('Planda satır yok')).toBeVisible()
  await window.getByRole('button', { name: 'Taleplerden satır oluştur' }).first().click()
  await expect(window.getByText('3 satır eklendi.')).toBeVisible()
  await window.locator('[col-id="name"]').nth(1).click()
  await window.getByRole('tab', { name: 'Dayanak' }).click()
  await expectNoBarrier(window, 'a line with what stands behind it')
  await window.getByRole('button', { name: 'Talebe git' }).click()
  await window.getByRole('button', { name: /planı: satır/ }).click()
  await expect(window.getByRole('tab', { name: 'Dayanak' })).toBeVisible()
})
