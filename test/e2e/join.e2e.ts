import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { program } from '../../src-main/service/program.ts'
import { type PortalProcess, runPortal, startPortalProcess } from '../portal/portal-process.ts'
import { totp } from '../portal/totp.ts'
import { expectNoBarrier } from './barriers.ts'
import { expect, goTo, test } from './office.ts'

const password = 'mavi kapı 7 deniz'
const email = 'aylin.korkmaz@belediye.example'
/** Where pictures of the screens go, for whoever wants to look at them. */
const pictures = process.env.AKADEMI_PORTAL_PICTURES

async function look(page: Page, name: string, sizes: readonly (readonly [width: number, height: number])[]) {
  await expectNoBarrier(page, name)
  if (!pictures) return
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    await mkdir(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1366, height: 768 })
}

const phone = [
  [360, 740],
  [1366, 768],
  [1920, 1080],
] as const
const desk = [
  [1366, 768],
  [1920, 1080],
] as const

/** The administrator at the portal: her password, her second factor, and the duties she has as an officer. */
async function administrator(browser: Browser, portal: PortalProcess, token: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'tr-TR' })).newPage()
  await page.goto(`${portal.address}/password#${token}`)
  await page.getByLabel('Yeni parola').fill(password)
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Oturum aç' }).click()
  await page.getByLabel('E-posta adresi').fill(email)
  await page.getByLabel('Parola').fill(password)
  await page.getByRole('button', { name: 'Oturum aç' }).click()
  await page.getByRole('link', { name: 'İkinci adımı kur' }).click()
  await page.getByLabel('Şimdiki parola').first().fill(password)
  await page.getByRole('button', { name: 'İkinci adımı kur' }).click()
  const secret = (await page.locator('form code').first().textContent()) ?? ''
  await page.getByLabel('Doğrulama uygulamasındaki 6 haneli kod').fill(totp(secret))
  await page.getByRole('button', { name: 'Kodu onayla' }).click()
  await page.getByRole('link', { name: 'Yönetim' }).click()
  await page.getByLabel('Ad ya da e-posta ara').fill('aylin')
  await page.getByRole('button', { name: 'Ara' }).click()
  await page.getByRole('button', { name: /Görevleri değiştir/ }).click()
  for (const duty of ['Eğitim müdürü', 'Eğitim uzmanı']) await page.getByLabel(duty).check()
  await look(page, 'duties', phone)
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await page.getByText('Sistem yöneticisi, Eğitim müdürü, Eğitim uzmanı').waitFor()
  return page
}

/** Joins the desktop of a window: a code read here, confirmed there. */
async function joinPortal(window: Page, portal: PortalProcess, admin: Page, name: string): Promise<void> {
  await goTo(window, '/sync')
  await window.getByRole('button', { name: 'Portala katıl' }).click()
  await window.getByLabel('Portalın adresi').fill(portal.address)
  await window.getByLabel('Bu bilgisayarın adı').fill(name)
  await window.getByRole('button', { name: 'Kod al' }).click()
  const shown = await window.getByText(/^Kod: [A-Z]{4}-[A-Z]{4}$/).textContent()
  await admin.goto(`${portal.address}/device`)
  await admin.getByLabel('Ekrandaki kod').fill(shown?.slice(5) ?? '')
  await admin.getByRole('button', { name: 'Kodu sor' }).click()
  await expect(admin.getByText(name)).toBeVisible()
  await look(window, `code-${name}`, desk)
  await look(admin, `confirm-${name}`, phone)
  await admin.getByRole('button', { name: 'Onayla', exact: true }).click()
  await admin.getByText('Onaylandı.').waitFor()
  await window.getByText('Eşit', { exact: true }).waitFor({ timeout: 60_000 })
}

async function change(window: Page, need: string, urgency: string): Promise<void> {
  await goTo(window, `/needs/list?open=${need}`)
  await window.getByRole('complementary').getByLabel('Aciliyet').fill(urgency)
  await window.getByRole('button', { name: 'Kaydet' }).click()
  await window.getByText('İhtiyaç kaydedildi.').first().waitFor()
}

async function syncNow(window: Page): Promise<void> {
  await goTo(window, '/sync')
  await window.getByRole('button', { name: 'Şimdi eşitle' }).click()
  await expect(window.getByText('0 değişiklik')).toBeVisible()
}

async function expectUrgency(window: Page, need: string, urgency: string): Promise<void> {
  await goTo(window, `/needs/list?open=${need}`)
  await expect(window.getByRole('complementary').getByLabel('Aciliyet')).toHaveValue(urgency)
}

test('two computers join a portal by code, change one need apart, and meet in the inbox', async ({
  window: one,
  emptyOffice,
  browser,
}) => {
  test.setTimeout(300_000)
  const folder = await mkdtemp(join(tmpdir(), 'akademi-join-e2e-'))
  const env = { AKADEMI_KEYS: join(folder, 'keys') }
  const args = ['--port', '0', '--store', join(folder, 'store')]
  const invited = await runPortal({ args: ['invite', email, '--name', 'Aylin Korkmaz', ...args], env })
  let portal = await startPortalProcess({ args, env })
  try {
    const admin = await administrator(browser, portal, /#(\S+)/.exec(invited)?.[1] ?? '')
    await joinPortal(one, portal, admin, 'Eğitim Müdürlüğü')

    const two = await (await browser.newContext({ locale: 'tr-TR', viewport: { width: 1366, height: 768 } })).newPage()
    await two.goto(emptyOffice.host.address)
    await two.getByLabel(/Kurum/).fill('Örnek Büyükşehir Belediyesi')
    await two.getByLabel(/Adınız/).fill('Ayşe Yılmaz')
    await two.getByLabel(/Kullanıcı adı/).fill('ayse')
    for (const field of await two.locator('input[type=password]').all()) await field.fill('kırmızı bisiklet 42 kere')
    await two.keyboard.press('Enter')
    await two.getByText('Ayşe Yılmaz').waitFor()
    await joinPortal(two, portal, admin, 'İkinci kat')

    const ask = (operation: string, input?: unknown) =>
      emptyOffice.service.dispatcher.run(operation, input, { ...program }) as Promise<never>
    const { cycles }: { cycles: readonly { id: string }[] } = await ask('needs.listCycles')
    const page = { end: 2, filter: { urgency: { kind: 'between', to: 3 } }, sort: [{ column: 'person' }] }
    const { rows }: { rows: { id: string }[] } = await ask('needs.listNeeds', { cycleId: cycles[0]?.id, page })
    const [first = '', second = ''] = rows.map(({ id }) => id)

    // Apart: no background round may carry one's change to the other in between.
    const { port } = new URL(portal.address)
    portal.child.kill('SIGTERM')
    await portal.ended()
    for (const need of [first, second]) {
      await change(one, need, '5')
      await change(two, need, '4')
    }
    portal = await startPortalProcess({ args: ['--port', port, '--store', join(folder, 'store')], env })
    for (const window of [one, two, one]) await syncNow(window)
    // Whoever came second has both in the inbox.
    const conflicts = await one.getByRole('gridcell', { name: 'İhtiyaç satırını değiştirme' }).count()
    const late = conflicts > 0 ? one : two
    const early = late === one ? two : one
    const [mine, theirs] = late === one ? ['5', '4'] : ['4', '5']
    await goTo(late, '/sync')
    for (const keep of ['Benimki kalsın', 'Onlarınki kalsın']) {
      await late.getByRole('gridcell', { name: 'İhtiyaç satırını değiştirme' }).first().click()
      await late.getByRole('button', { name: keep }).waitFor()
      await expect(late.getByText(/^Portalda · (?:Aylin Korkmaz|Ayşe Yılmaz)/)).toBeVisible()
      if (keep === 'Benimki kalsın') await look(late, 'inbox', desk)
      await late.getByRole('button', { name: keep }).click()
      await late.getByRole('button', { name: keep }).waitFor({ state: 'hidden' })
    }
    await late.getByText('Karar bekleyen bir şey yok').waitFor()
    for (const window of [late, early]) await syncNow(window)
    const ends = await Promise.all(
      [first, second].map(async (id) => ((await ask('needs.getNeed', { id })) as { urgency: number }).urgency),
    )
    expect([...ends].map(String).sort()).toEqual([mine, theirs].sort())
    for (const window of [one, two]) {
      await expectUrgency(window, first, String(ends[0]))
      await expectUrgency(window, second, String(ends[1]))
    }

    await goTo(two, '/sync')
    await two.getByRole('button', { name: 'Diğer' }).click()
    await two.getByRole('menuitem', { name: 'Bağlı bilgisayarlar' }).click()
    await two.getByRole('dialog').getByText('Eğitim Müdürlüğü').waitFor()
    await look(two, 'devices', desk)
    await admin.goto(`${portal.address}/device`)
    await admin.getByRole('button', { name: 'İkinci kat: Çıkar' }).click()
    await admin.getByRole('button', { name: 'İkinci kat: Evet, çıkar' }).click()
    await expect(admin.getByText('İkinci kat')).toHaveCount(0)
    await two.keyboard.press('Escape')
    await goTo(two, '/sync')
    await two.getByRole('button', { name: 'Şimdi eşitle' }).click()
    await expect(two.getByText('Portal bu bilgisayarı tanımıyor')).toBeVisible()
  } finally {
    portal.child.kill('SIGTERM')
    await portal.ended()
    await rm(folder, { recursive: true, force: true })
  }
})
