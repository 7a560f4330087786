import { expectNoBarrier } from './barriers.ts'
import { expect, test } from './office.ts'

test('F1 opens the guide, the keyboard reads and searches it, and nothing stands in a screen reader’s way', async ({
  window,
}) => {
  await window.keyboard.press('F1')
  const contents = window.getByRole('navigation', { name: 'İçindekiler' })
  await expect(contents.getByRole('link', { name: 'İlk açılış' })).toHaveAttribute('aria-current', 'page')
  await expect(window.getByRole('img', { name: /İlk kurulum ekranı/ })).toBeVisible()
  await expectNoBarrier(window, 'a page of the guide')

  await contents.getByRole('link', { name: 'İçe aktarmak' }).focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: 'İçe aktarmak', level: 2 })).toBeVisible()

  await window.keyboard.press('/')
  await window.keyboard.type('GERI ALMAK')
  const found = window.getByRole('region', { name: 'Arama sonuçları' })
  await expect(found.getByRole('link').first()).toHaveText(/Almak ve geri almak/)
  await expectNoBarrier(window, 'what the search of the guide found')
  await found.getByRole('link').first().press('Enter')
  await expect(window.getByRole('heading', { name: 'Almak ve geri almak' })).toBeFocused()
})

test('the guide shows its pictures and speaks the officer’s language', async ({ window }) => {
  await window.keyboard.press('F1')
  await window.getByRole('link', { name: 'Dönem', exact: true }).last().click()
  await window.getByRole('button', { name: /Aylin Korkmaz/ }).click()
  await window.getByText('English', { exact: true }).click()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('heading', { name: 'The cycle', level: 2 })).toBeVisible()
  await expect(window.locator('article img')).toHaveJSProperty('naturalWidth', 1366)
})
