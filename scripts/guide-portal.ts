import type { Browser, Page } from '@playwright/test'
import { startPortal } from '../src-portal/server/portal.ts'

type Shot = (page: Page, name: string) => Promise<void>

const password = 'mavi kapı 7 deniz'

/** A unit's coordinator at the portal of a sample: her own screen, and the workbook of her unit being looked at. */
export async function portalPictures(
  browser: Browser,
  folder: string,
  pagesFolder: string,
  language: 'tr' | 'en',
  shoot: Shot,
): Promise<void> {
  const place = { kind: 'sqlite', folder } as const
  const portal = await startPortal({ place, port: 0, host: '127.0.0.1', pagesFolder, logLevel: 'silent' })
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, colorScheme: 'light' })
  await context.addInitScript((chosen) => localStorage.setItem('akademi.language', chosen), language)
  const { store } = portal.opened
  try {
    const who = await store.read((db) =>
      db
        .selectFrom('orgUnit')
        .innerJoin('person', 'person.id', 'orgUnit.coordinatorId')
        .innerJoin('person as colleague', 'colleague.unitId', 'orgUnit.id')
        .select(['person.id', 'person.email', 'colleague.registryNo'])
        .where('person.email', 'is not', null)
        .where('colleague.employmentType', '=', 'OFFICER')
        .where('colleague.active', '=', 1)
        .orderBy('orgUnit.code')
        .orderBy('colleague.registryNo')
        .executeTakeFirstOrThrow(),
    )
    const email = who.email ?? ''
    const page = await context.newPage()
    await page.goto(portal.address)
    const post = (path: string, data: object) =>
      page.request.post(portal.address + path, { data, headers: { origin: portal.address } })
    await post('/api/accounts/activate', { email, language })
    const mail = await store.read((db) =>
      db
        .selectFrom('mail')
        .select('data')
        .where('recipient', '=', email)
        .where('kind', '=', 'account')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow(),
    )
    await post('/api/accounts/password', { token: (JSON.parse(mail.data) as { token: string }).token, password })
    await post('/api/auth/sign-in/email', { email, password })
    // What a code from her telephone would have done.
    await store.write(({ db }) =>
      db.updateTable('portalUser').set({ twoFactorEnabled: 1 }).where('personId', '=', who.id).execute(),
    )
    const { noticeVersion } = await (await post('/api/access/portalSelf', {})).json()
    await post('/api/access/acceptNotice', { version: noticeVersion })
    await page.goto(portal.address)
    await page.getByRole('table').first().waitFor()
    await shoot(page, 'portal-mine')
    await page.goto(`${portal.address}/unit`)
    const rows = `Sicil No;Diğer Eğitim İhtiyacı;Aciliyet\n${who.registryNo};Sahada iletişim;4\n99999999;Hiç kimse;2\n`
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'talepler.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
    await page.locator('.check').waitFor()
    await page.locator('.check').scrollIntoViewIfNeeded()
    await shoot(page, 'portal-unit')
  } finally {
    await context.close()
    await portal.stop()
  }
}
