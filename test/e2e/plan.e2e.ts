import { expectNoBarrier } from './barriers.ts'
import { expect, goTo, test } from './office.ts'

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
