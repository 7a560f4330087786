import { pressByKeys, tabTo } from './keyboard.ts'
import { expect, goTo, test } from './office.ts'

test('wordings are merged to a topic and split back by keyboard alone', async ({ window }) => {
  await goTo(window, '/needs/merge')
  const progress = window.getByText(/satır konu bekliyor/).first()
  await expect(progress).toBeVisible()
  const before = await progress.textContent()
  await tabTo(window, window.getByRole('treegrid').or(window.getByRole('tree')).or(window.getByRole('listbox')).first())
  await window.keyboard.press('Space')
  await expect(window.getByText(/yazılış seçili/)).toBeVisible()
  await window.keyboard.press('1')
  await expect(progress).not.toHaveText(before ?? '')
  await pressByKeys(window, window.getByRole('button', { name: /^Ayır:/ }).first())
  await expect(window.getByText(/eski haline döndü/)).toBeVisible()
  await expect(progress).toHaveText(before ?? '')
})

test('a demand is decided by keyboard alone, and the decision can be taken back', async ({ window }) => {
  await goTo(window, '/needs/priorities')
  await expect(window.getByRole('grid').or(window.getByRole('treegrid'))).toBeVisible()
  await window.getByText('Karar bekliyor').first().waitFor()
  await tabTo(window, window.locator('.ag-root'))
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Space')
  await window.keyboard.press('p')
  await expect(window.getByText('Plana alındı').first()).toBeVisible()
  await pressByKeys(window, window.getByRole('button', { name: 'Geri al' }))
  await expect(window.getByText('Plana alındı')).toHaveCount(0)
})

test('results leave for Excel by keyboard alone', async ({ window }) => {
  await goTo(window, '/needs/results')
  const download = window.waitForEvent('download')
  await pressByKeys(window, window.getByRole('button', { name: /Sonuçları Excel/ }))
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
})
