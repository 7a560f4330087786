import { readFile } from 'node:fs/promises'
import { expectNoBarrier } from './barriers.ts'
import { pressByKeys, tabTo } from './keyboard.ts'
import { expect, goTo, test } from './office.ts'

test('a design is changed by keys alone, saved, and activated after its proof', async ({ window }) => {
  await goTo(window, '/certificates/templates')
  const button = (name: string | RegExp) =>
    window.getByRole('button', { name, exact: typeof name === 'string' }).first()
  await pressByKeys(window, button('Boğaz zeminli heyet sertifikası'))
  await window.getByAltText('Sayfanın basılacak hâli').waitFor()
  await pressByKeys(window, button('‹Adı soyadı›'))
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await expect(window.getByLabel('Üstten')).toHaveValue('67,1 mm')
  await window.keyboard.press('Control+z')
  await expect(window.getByLabel('Üstten')).toHaveValue('66 mm')
  await window.keyboard.press('Control+y')
  await expect(window.getByLabel('Üstten')).toHaveValue('67,1 mm')
  await expectNoBarrier(window, 'a design with an element chosen')
  await window.keyboard.press('Control+s')
  await expect(window.getByText('Tasarımın 2. sürümü kaydedildi.')).toBeVisible()
  await pressByKeys(window, button('Etkinleştir'))
  await expect(window.getByText('Şablonun 2. sürümü etkin.')).toBeVisible()
})

test('a certificate goes from the list of participants to paper, is verified and voided, without a mouse', async ({
  window,
}) => {
  test.setTimeout(240_000)
  const button = (name: string | RegExp) =>
    window.getByRole('button', { name, exact: typeof name === 'string' }).first()
  const submit = (name: string) => window.locator('button[type=submit]').filter({ hasText: name })
  const type = async (label: string | RegExp, text: string) => {
    const field = window.getByLabel(label).first()
    await tabTo(window, field)
    await window.keyboard.press('ControlOrMeta+a')
    await window.keyboard.type(text)
  }
  // A course whose participants wait: attendance is recorded for somebody who was added late.
  await goTo(window, '/certificates/groups?q=iletisim')
  await window.getByText('Vatandaşla Etkili İletişim').first().waitFor()
  await tabTo(window, window.locator('.ag-root'))
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await pressByKeys(window, button(/^Katılımcılar \(/))
  await pressByKeys(window, button('Kişi ekle'))
  await type(/^Adı soyadı/, 'Ğülşah Iğdırlı')
  await type(/^Katıldığı saat/, '12')
  await pressByKeys(window, button('Ekle'))
  await expect(window.getByText('Ğülşah Iğdırlı').first()).toBeVisible()
  await window.keyboard.press('Escape')

  // Proposed and approved; the officer who recorded attendance has to give a reason.
  await pressByKeys(window, button('Öner'))
  await expect(window.getByText(/kişi önerildi/).first()).toBeVisible()
  await pressByKeys(window, button('Onayla'))
  await type(/^Gerekçe/, 'Tek görevli var')
  await pressByKeys(window, submit('Onayla'))
  await expect(window.getByText('Onaylandı').first()).toBeVisible()

  // Issuing is the registrar's.
  await pressByKeys(window, button(/Aylin Korkmaz/))
  await pressByKeys(window, button('Oturumu kapat'))
  await pressByKeys(window, button(/Sevgi Işıkhan/))
  await pressByKeys(window, button('Sertifikaları ver'))
  await pressByKeys(window, submit('Sertifikaları ver'))
  await expect(window.getByText(/sertifika verildi/).first()).toBeVisible({ timeout: 60_000 })
  await expectNoBarrier(window, 'an issued group')

  await tabTo(window, window.getByRole('tab', { selected: true }))
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('ArrowRight')
  const printing = window.waitForEvent('download')
  await pressByKeys(window, button(/sertifikayı bas$/))
  const pdf = await readFile(await (await printing).path())
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')

  // The number that was given is found by hand, and what is found can be voided.
  await goTo(window, '/certificates/register?q=gulsah')
  const serial = window.getByRole('gridcell', { name: /^KS-/ }).first()
  const number = ((await serial.textContent()) ?? '').trim()
  await goTo(window, '/certificates/verify')
  await type('Kod, numara ya da karekod', number.toLowerCase())
  await window.keyboard.press('Enter')
  await expect(window.getByText('Bu sertifikayı biz verdik')).toBeVisible()
  await expect(window.getByText('Ğülşah Iğdırlı').first()).toBeVisible()
  await pressByKeys(window, button('Kütükte aç'))
  await pressByKeys(window, button('Numarayı geçersiz kıl'))
  await type(/^Gerekçe/, 'Kâğıt yırtıldı')
  await pressByKeys(window, submit('Geçersiz kıl'))
  await expect(window.getByText('Numarası geçersiz').first()).toBeVisible()
})
