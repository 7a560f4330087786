import { program } from '../../src-main/service/program.ts'
import { expectNoBarrier } from './barriers.ts'
import { expect, goTo, type Office, test } from './office.ts'

type Row = { readonly id: string; readonly state: string }

test.use({ officer: 'Sevgi Işıkhan' })

/** The delegation whose hosts were asked. */
async function asked(office: Office): Promise<string> {
  const { rows } = (await office.service.dispatcher.run('delegations.listDelegations', {}, program)) as { rows: Row[] }
  return rows.find(({ state }) => state === 'HOSTS_PENDING')?.id ?? ''
}

test('a programme is moved by keyboard and by mouse, is checked at once, and every step is taken back', async ({
  sampleOffice,
  window,
}) => {
  const id = await asked(sampleOffice)
  await goTo(window, `/delegations/files/${id}?tab=programme`)
  const lesson = window.getByRole('button', { name: /^Entegre atık yönetimi 11:00–12:30/ })
  await expect(lesson).toBeVisible()
  await lesson.focus()
  await window.keyboard.press('Alt+ArrowUp')
  await expect(window.getByRole('button', { name: /^Entegre atık yönetimi 10:30–12:00/ })).toBeVisible()
  await expect(window.getByText(/ile Entegre atık yönetimi çakışıyor/)).toBeVisible()
  await expectNoBarrier(window, 'a programme with something against it')
  await window.keyboard.press('Control+z')
  await expect(lesson).toBeVisible()
  await expect(window.getByText(/ile Entegre atık yönetimi çakışıyor/)).toHaveCount(0)
  const box = await lesson.boundingBox()
  if (!box) throw new Error('The lesson is not drawn')
  await window.mouse.move(box.x + box.width / 2, box.y + 12)
  await window.mouse.down()
  await window.mouse.move(box.x + box.width / 2, box.y + 12 - 52, { steps: 4 })
  await expect(window.getByText(/ile Entegre atık yönetimi çakışıyor/)).toBeVisible()
  await window.mouse.up()
  await expect(window.getByRole('button', { name: /^Entegre atık yönetimi 10:00–11:30/ })).toBeVisible()
  await window.getByRole('button', { name: 'Son değişikliği geri al' }).click()
  await expect(lesson).toBeVisible()
})

test('a delegation’s tabs have no barrier, and its badges come out as a file', async ({ sampleOffice, window }) => {
  const id = await asked(sampleOffice)
  for (const tab of ['overview', 'participants', 'logistics', 'tasks', 'day', 'prints']) {
    await goTo(window, `/delegations/files/${id}?tab=${tab}`)
    await expectNoBarrier(window, tab)
  }
  const download = window.waitForEvent('download')
  await window.getByRole('button', { name: 'Yaka kartları, Türkçe' }).click()
  expect((await download).suggestedFilename()).toBe('Çevre Yönetimi Eğitimi Yaka kartları.pdf')
})
