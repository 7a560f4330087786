import { describe, expect, test } from 'vitest'
import { postgresSkipped } from '../core/database/founded-postgres.ts'
import { goodPassword, openTestPortal } from './open-portal.ts'

const citizen = {
  name: 'Deniz Aydın',
  email: 'deniz@example.org',
  audience: 'CITIZEN',
  institution: null,
  language: 'tr',
  noticeVersion: '2026-12',
}

for (const over of ['sqlite', 'postgres'] as const) {
  describe(`the portal over ${over}`, () => {
    test('says how it stands, offers its operations, and registers, verifies and signs in whoever asks', async ({
      skip,
    }) => {
      const reason = over === 'postgres' ? postgresSkipped() : undefined
      if (reason) skip(reason)
      const { newBrowser, linkTo } = await openTestPortal({ over, metricsToken: 'secret token' })
      const browser = newBrowser()
      expect((await browser.get('/health')).body).toEqual({ alive: true })
      expect((await browser.get('/ready')).body).toEqual({ ready: true })
      expect((await browser.get('/metrics')).status).toBe(404)
      expect(await browser.call('access.portalSelf')).toMatchObject({ self: null })

      const link = { ...citizen, name: 'Ödül için evil.example/x' }
      expect((await browser.post('/api/accounts/register', link)).body).toMatchObject({ code: 'INVALID_INPUT' })
      await browser.post('/api/accounts/register', citizen)
      const token = await linkTo(citizen.email)
      expect((await browser.post('/api/accounts/password', { token, password: 'kısa' })).body).toMatchObject({
        code: 'RULE_BROKEN',
        data: { rule: 'passwordTooShort' },
      })
      expect((await browser.post('/api/accounts/password', { token, password: goodPassword })).status).toBe(200)
      expect((await browser.post('/api/accounts/password', { token, password: goodPassword })).body).toMatchObject({
        data: { rule: 'linkOver' },
      })
      const wrong = await browser.post('/api/auth/sign-in/email', { email: citizen.email, password: 'another one 12' })
      expect(wrong.status).toBe(401)
      const right = await browser.post('/api/auth/sign-in/email', { email: citizen.email, password: goodPassword })
      expect(right.status).toBe(200)
      expect(await browser.call('access.portalSelf')).toMatchObject({
        self: { name: 'Deniz Aydın', audience: 'CITIZEN', roles: ['CI'], noticeDue: false },
      })
      expect((await browser.post('/api/needs/myNeeds')).body).toMatchObject({ code: 'NOT_ALLOWED' })
      const { text } = await browser.get('/metrics', { authorization: 'Bearer secret token' })
      expect(text).toContain('akademi_operations_total{operation="access.portalSelf",outcome="done"}')
      expect(text).not.toContain('deniz@')
      await browser.post('/api/auth/sign-out')
      expect(await browser.call('access.portalSelf')).toMatchObject({ self: null })
    })
  })
}
