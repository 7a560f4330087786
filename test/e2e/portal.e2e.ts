import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { sha256 } from '../../src-core/kernel/hash.ts'
import { tokenOf } from '../../src-core/links/link.rules.ts'
import { type Portal, startPortal } from '../../src-portal/server/portal.ts'
import { quickPasswords } from '../core/quick-passwords.ts'
import { totp } from '../portal/totp.ts'
import { expectNoBarrier } from './barriers.ts'
import { sampleFolder } from './samples.ts'

const pagesFolder = join(import.meta.dirname, '..', '..', 'out', 'portal')
/** Of the Arabic form. */
const words = {
  expectations: 'ما تتوقعونه من البرنامج',
  photoChoose: 'اختيار صورة',
  photoKept: 'حُفظت صورتكم.',
  saved: 'حُفظ ما كتبتموه',
}
/** Any picture that a browser can read. */
const picture = join('docs', 'pictures', 'priorities.webp')
const password = 'mavi kapı 7 deniz'
/** Where pictures of the pages go, for whoever wants to look at them. */
const pictures = process.env.AKADEMI_PORTAL_PICTURES

let folder = ''
let portal: Portal

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akademi-portal-e2e-'))
  process.env.AKADEMI_KEYS = join(folder, 'keys')
  const store = join(folder, 'store')
  await cp(sampleFolder('today'), store, { recursive: true })
  portal = await startPortal({
    place: { kind: 'sqlite', folder: store },
    ...{ port: 0, host: '127.0.0.1', pagesFolder, logLevel: 'silent' },
    ports: { passwords: quickPasswords },
  })
})

test.afterAll(async () => {
  await portal.stop()
  await rm(folder, { recursive: true, force: true })
})

const read: Portal['opened']['store']['read'] = (work) => portal.opened.store.read(work)

/** A member of staff who may ask, has an address, has sent nothing yet, and whose unit's manager has an address too. */
const staffWithManager = () =>
  read((db) =>
    db
      .selectFrom('person')
      .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
      .innerJoin('person as manager', 'manager.id', 'orgUnit.managerId')
      .leftJoin('tnaForm', (join) => join.onRef('tnaForm.personId', '=', 'person.id'))
      .select(['person.givenNames', 'person.surname', 'person.email', 'manager.email as managerEmail'])
      .where('person.employmentType', '=', 'OFFICER')
      .where('person.active', '=', 1)
      .where('manager.active', '=', 1)
      .where('person.email', 'is not', null)
      .where('manager.email', 'is not', null)
      .where('tnaForm.id', 'is', null)
      .whereRef('manager.id', '<>', 'person.id')
      .orderBy('person.id')
      .executeTakeFirstOrThrow(),
  )

async function linkIn(email: string): Promise<string> {
  const mail = await read((db) =>
    db
      .selectFrom('mail')
      .select('data')
      .where('recipient', '=', email)
      .where('kind', '=', 'account')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return `${portal.address}/password#${(JSON.parse(mail.data) as { token: string }).token}`
}

const sizes = [
  { name: 'phone', width: 320, height: 640 },
  { name: 'desktop', width: 1366, height: 768 },
] as const

/** No barrier for anybody, nothing to scroll sideways on a narrow phone, and a picture if somebody wants one. */
async function look(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectNoBarrier(page, `${name} on ${size.name}`)
    if (!pictures) continue
    await mkdir(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}-${size.name}.png`), fullPage: true })
  }
}

/** Activates a staff account through its door, as anybody would. */
async function enter(page: Page, email: string): Promise<void> {
  await page.goto(`${portal.address}/register/staff`)
  await page.getByLabel('Kurum e-posta adresi').fill(email)
  await page.getByRole('button', { name: 'Bağlantı gönder' }).click()
  await page.getByText('İletinizi denetleyin').waitFor()
  await page.goto(await linkIn(email))
  await page.getByLabel('Yeni parola').fill(password)
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Oturum aç' }).click()
  await page.getByLabel('E-posta adresi').fill(email)
  await page.getByLabel('Parola').fill(password)
  await page.getByRole('button', { name: 'Oturum aç' }).click()
  await page.getByRole('heading', { name: 'Kişisel ekranım' }).waitFor()
}

async function setUpSecondFactor(page: Page, before: () => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('link', { name: 'İkinci adımı kur' }).click()
  await page.getByLabel('Şimdiki parola').first().fill(password)
  await page.getByRole('button', { name: 'İkinci adımı kur' }).click()
  const secret = (await page.locator('form code').first().textContent()) ?? ''
  await before()
  await page.getByLabel('Doğrulama uygulamasındaki 6 haneli kod').fill(totp(secret))
  await page.getByRole('button', { name: 'Kodu onayla' }).click()
}

test('the pages that anybody may see have no barrier, on a phone and on a desk', async ({ page }) => {
  for (const path of ['sign-in', 'register/body', 'verify', 'privacy', 'password', 'nowhere']) {
    await page.goto(`${portal.address}/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(page, path.replace('/', '-'))
  }
})

test('pages behind personal links have no barrier; an Arabic form keeps what was typed and the photograph, without having been sent', async ({
  page,
}) => {
  const links = await read((db) => db.selectFrom('personalLink').select(['id', 'purpose', 'language']).execute())
  const open = async (purpose: 'HOST' | 'TRAINER' | 'PARTICIPANT', language: 'tr' | 'ar') => {
    const { id } = links.find((link) => link.purpose === purpose && link.language === language) ?? { id: 'none' }
    const token = tokenOf(sha256(`sample ${id}`))
    // An address that differs behind the # alone would not load the page anew.
    await page.goto('about:blank')
    await page.goto(`${portal.address}/k#${token}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  await open('HOST', 'tr')
  await look(page, 'host')
  await open('TRAINER', 'tr')
  await look(page, 'trainer')
  await open('PARTICIPANT', 'ar')
  await look(page, 'participant-ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const wish = page.getByLabel(words.expectations)
  await wish.fill('تدوير النفايات')
  await page.getByLabel(words.photoChoose).setInputFiles(join(import.meta.dirname, '..', '..', picture))
  await page.getByText(words.photoKept).waitFor()
  await page.getByText(words.saved).waitFor()
  await open('PARTICIPANT', 'ar')
  await expect(wish).toHaveValue('تدوير النفايات')
  await page.getByText(words.photoKept).waitFor()
})

test('staff ask by keyboard, their manager decides behind a second factor, anybody verifies a certificate', async ({
  page,
  browser,
}) => {
  const noise: string[] = []
  page.on('console', (message) => message.type() === 'error' && noise.push(message.text()))
  page.on('pageerror', (error) => noise.push(error.message))
  const { email, managerEmail, givenNames, surname } = await staffWithManager()
  await page.goto(portal.address)
  await look(page, 'doors')
  await enter(page, email ?? '')
  await look(page, 'mine')

  await page.getByRole('link', { name: 'Formu doldur' }).click()
  const topic = page.getByRole('combobox', { name: 'Hangi eğitim?' })
  await topic.pressSequentially('excel')
  await page.getByRole('option').first().waitFor()
  await look(page, 'topics')
  await topic.press('ArrowDown')
  await topic.press('Enter')
  await page.getByText('Katalog konusu').waitFor()
  await page.getByLabel('Neden gerekli?').selectOption('newDuty')
  await page.getByLabel('Aciliyet (1–5)').selectOption('4')
  await page.getByText(/Taslak saklandı/).waitFor()
  await page.reload()
  await expect(page.getByLabel('Neden gerekli?')).toHaveValue('newDuty')
  await page.getByRole('button', { name: 'İhtiyaç ekle' }).click()
  await page.getByRole('combobox', { name: 'Hangi eğitim?' }).fill('Zor konuşmalar yapmak')
  await look(page, 'needs')
  await page.getByRole('button', { name: 'Formu gönder' }).click()
  await expect(page.getByText(/Alındı numaranız/)).toBeVisible()

  const desk = await (await browser.newContext({ locale: 'tr-TR' })).newPage()
  await enter(desk, managerEmail ?? '')
  await setUpSecondFactor(desk, () => look(desk, 'second'))
  await desk.getByText(/^Açık\. Oturum açarken/).waitFor()
  await look(desk, 'account')
  await desk.getByRole('link', { name: 'Birimimin formları' }).click()
  const person = `${givenNames} ${surname}`
  await desk.getByRole('button', { name: `${person}: Aç` }).waitFor()
  await look(desk, 'desk')
  await desk.getByRole('button', { name: `${person}: Aç` }).click()
  await desk.getByRole('button', { name: 'Kararları kaydet' }).waitFor()
  await desk.getByRole('radio', { name: 'Değiştirerek onayla' }).last().check()
  await desk.getByLabel('Gerekçe').last().fill('Birimin ortak eğitimiyle karşılanacak')
  await desk.getByRole('combobox', { name: 'Hangi eğitim?' }).fill('Zor konuşmalar ve geri bildirim')
  await look(desk, 'form')
  await desk.getByRole('button', { name: 'Kararları kaydet' }).click()
  await desk.getByText('Kararınız kaydedildi.').waitFor()
  await desk.getByRole('button', { name: 'Bütün istekleri sırala' }).click()
  await desk.getByLabel(`${person}, Zor konuşmalar ve geri bildirim: Öncelik (1–5)`).selectOption('5')
  await look(desk, 'ranking')
  await desk.getByRole('button', { name: 'Öncelikleri kaydet' }).click()
  await desk.getByText('Öncelikler kaydedildi.').waitFor()
  await page.reload()
  await page.getByText('Amir onayladı').waitFor()
  await page.getByRole('link', { name: 'Kişisel ekranım' }).click()
  await page.getByRole('button', { name: 'Takvim adresi aç' }).click()
  await page.getByText(/\/calendar\/[0-9a-f]{64}\.ics$/).waitFor()
  await look(page, 'calendar')
  await page.getByRole('link', { name: 'Hesabım' }).click()
  await page.getByLabel(/Neyin silinmesini/).fill('Telefon numaram')
  await page.getByRole('button', { name: 'Silinmesini iste' }).click()
  await page.getByRole('button', { name: 'İsteğimi geri çek' }).waitFor()
  await look(page, 'erasure')

  const certificate = await read((db) =>
    db.selectFrom('certificate').selectAll().where('endedAt', 'is', null).orderBy('id').executeTakeFirstOrThrow(),
  )
  await desk.goto(`${portal.address}/d/${certificate.code}`)
  await desk.getByText('Geçerli', { exact: true }).waitFor()
  await expect(desk.getByRole('main')).not.toContainText(certificate.name)
  await look(desk, 'verify')
  await page.getByRole('link', { name: 'Kişisel ekranım' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Approved by the manager').waitFor()
  expect(noise).toEqual([])
})

/** A unit's coordinator who does not lead it as well, and whose unit has people who may ask. */
const coordinator = () =>
  read((db) =>
    db
      .selectFrom('orgUnit')
      .innerJoin('person', 'person.id', 'orgUnit.coordinatorId')
      .innerJoin('person as colleague', 'colleague.unitId', 'orgUnit.id')
      .select(['person.email', 'orgUnit.code', 'colleague.registryNo'])
      .where('person.email', 'is not', null)
      .where('colleague.employmentType', '=', 'OFFICER')
      .where('colleague.active', '=', 1)
      .orderBy('orgUnit.code')
      .orderBy('colleague.registryNo')
      .executeTakeFirstOrThrow(),
  )

test('a coordinator brings the unit’s workbook, sees every fault at its cell, takes it over and back, and asks by number', async ({
  page,
}) => {
  const { email, code, registryNo } = await coordinator()
  await enter(page, email ?? '')
  await setUpSecondFactor(page)
  await page.getByRole('link', { name: 'Birimimin talepleri' }).click()
  await look(page, 'unit')
  const fetched = page.waitForEvent('download')
  await page
    .getByRole('button', { name: / kişi\)$/ })
    .first()
    .click()
  expect((await fetched).suggestedFilename()).toContain(code)

  const rows = `Sicil No;Diğer Eğitim İhtiyacı;Aciliyet\n${registryNo};Sahada iletişim;4\n99999999;Hiç kimse;2\n`
  await page.getByLabel('Doldurduğunuz dosyayı seçin:').setInputFiles({
    name: 'birim talepleri.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows),
  })
  await page.getByText('A3', { exact: false }).first().waitFor()
  await look(page, 'workbook')
  await page.getByText('Hatalı satırları dışarıda bırak').click()
  await page.getByRole('button', { name: '1 talebi aktar' }).click()
  await page.getByText('Dosya aktarıldı').waitFor()
  await page.getByRole('button', { name: 'birim talepleri.csv: Geri al' }).click()
  await page.getByText('Aktarma geri alındı.').waitFor()

  await page.getByRole('button', { name: 'Talep ekle' }).click()
  await page.getByRole('combobox', { name: 'Hangi eğitim?' }).fill('Sahada iletişim')
  await page.getByLabel('Kişi sayısı').fill('12')
  await look(page, 'headcount')
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await page.getByText('Talep eklendi.').waitFor()
  await page.getByRole('button', { name: 'Sahada iletişim: Sil' }).click()
  await page.getByRole('button', { name: 'Silinen talebi geri getir' }).click()
  await page.getByText('Talep geri geldi.').waitFor()
  await look(page, 'unit-after')
})
