import { expect, test } from './office.ts'

test('the first start makes the administrator and opens the academy', async ({ emptyOffice, page }) => {
  await page.goto(emptyOffice.host.address)
  await page.getByLabel(/Kurum/).fill('Örnek Büyükşehir Belediyesi')
  await page
    .getByLabel(/Adınız|Ad Soyad|Adı/)
    .first()
    .fill('Ayşe Yılmaz')
  await page.getByLabel(/Kullanıcı adı/).fill('ayse')
  const passwords = page.locator('input[type=password]')
  for (let at = 0; at < (await passwords.count()); at++) await passwords.nth(at).fill('kırmızı bisiklet 42 kere')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Ayşe Yılmaz')).toBeVisible()
})

test('a start address serves one browser once', async ({ sampleOffice, browser }) => {
  const first = await browser.newContext()
  const page = await first.newPage()
  await page.goto(sampleOffice.host.address)
  await expect(page.getByText('Aylin Korkmaz')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Aylin Korkmaz')).toBeVisible()
  const second = await browser.newContext()
  const other = await second.newPage()
  const answer = await other.goto(sampleOffice.host.address)
  expect(answer?.status()).toBe(403)
  await expect(other.getByText('Bu adres kullanıldı')).toBeVisible()
  const bare = await other.goto(`http://127.0.0.1:${sampleOffice.host.port}/`)
  expect(bare?.status()).toBe(403)
  await first.close()
  await second.close()
})
