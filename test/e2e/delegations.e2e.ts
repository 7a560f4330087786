import type { Page } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { expect, goTo, type Office, test } from './office.ts'

const program = {
  source: 'service' as const,
  actor: { id: 'program', name: 'Akademi', roles: 'all' as const },
  session: null,
  locked: false,
}

type Row = { readonly id: string; readonly state: string }

async function asCoordinator(page: Page, office: Office): Promise<string> {
  await page.goto(office.host.address)
  await page.getByRole('button', { name: /Sevgi Işıkhan/ }).click()
  await page.getByRole('navigation').first().waitFor()
  const { rows } = (await office.service.dispatcher.run('delegations.listDelegations', {}, program)) as { rows: Row[] }
  return rows.find(({ state }) => state === 'HOSTS_PENDING')?.id ?? ''
}

test('a programme is moved by keyboard and by mouse, is checked at once, and every step is taken back', async ({
  sampleOffice,
  page,
}) => {
  const id = await asCoordinator(page, sampleOffice)
  await goTo(page, `/delegations/files/${id}?tab=programme`)
  const lesson = page.getByRole('button', { name: /^Entegre atık yönetimi 11:00–12:30/ })
  await expect(lesson).toBeVisible()
  await lesson.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('button', { name: /^Entegre atık yönetimi 10:30–12:00/ })).toBeVisible()
  await expect(page.getByText(/ile Entegre atık yönetimi çakışıyor/)).toBeVisible()
  await expectNoBarrier(page, 'a programme with something against it')
  await page.keyboard.press('Control+z')
  await expect(lesson).toBeVisible()
  await expect(page.getByText(/ile Entegre atık yönetimi çakışıyor/)).toHaveCount(0)
  const box = await lesson.boundingBox()
  if (!box) throw new Error('The lesson is not drawn')
  await page.mouse.move(box.x + box.width / 2, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + 12 - 52, { steps: 4 })
  await expect(page.getByText(/ile Entegre atık yönetimi çakışıyor/)).toBeVisible()
  await page.mouse.up()
  await expect(page.getByRole('button', { name: /^Entegre atık yönetimi 10:00–11:30/ })).toBeVisible()
  await page.getByRole('button', { name: 'Son değişikliği geri al' }).click()
  await expect(lesson).toBeVisible()
})

test('a delegation’s tabs have no barrier, and its badges come out as a file', async ({ sampleOffice, page }) => {
  const id = await asCoordinator(page, sampleOffice)
  for (const tab of ['overview', 'participants', 'logistics', 'tasks', 'day', 'prints']) {
    await goTo(page, `/delegations/files/${id}?tab=${tab}`)
    await page.locator('h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    await expectNoBarrier(page, tab)
  }
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Yaka kartları, Türkçe' }).click()
  expect((await download).suggestedFilename()).toBe('Çevre Yönetimi Eğitimi Yaka kartları.pdf')
})
