import { describe, expect, test } from 'vitest'
import { openTestAcademy } from '../academy.ts'
import { goodPassword, newWindow, openDesk, otherPassword, refusalOf } from './officers.ts'

type State = { account: { userName: string } | null; locked: boolean; mustChangePassword: boolean; needsSetUp: boolean }

describe('first start', () => {
  const setUp = {
    institution: 'Örnek Belediyesi',
    displayName: 'Ayşe Yönetir',
    userName: 'ayse',
    password: goodPassword,
    language: 'tr',
    alsoOfficer: true,
  }

  test('makes the administrator, signs her in and closes itself', async () => {
    const academy = await openTestAcademy()
    const window = newWindow()
    expect(((await academy.run('access.state', undefined, { connection: window })) as State).needsSetUp).toBe(true)
    const { account } = (await academy.run('access.setUp', setUp, { connection: window })) as {
      account: { roles: string[] }
    }
    expect(account.roles).toEqual(['SA', 'TM', 'TO'])
    expect(await academy.run('access.state', undefined, { connection: window })).toMatchObject({
      needsSetUp: false,
      institution: 'Örnek Belediyesi',
      account: { userName: 'ayse' },
      locked: false,
    })
    expect(await refusalOf(academy.run('access.setUp', setUp, { connection: newWindow() }))).toMatchObject({
      data: { rule: 'alreadySetUp' },
    })
  })

  test.each([
    ['kısa parola', 'passwordTooShort'],
    ['aaaaaaaaaaaaaaaa', 'passwordRepeats'],
    ['Galatasaray1905!', 'passwordCommon'],
    ['password12345', 'passwordCommon'],
    ['ayseyonetir1!', 'passwordHasName'],
    ['Örnek Belediyesi 1', 'passwordHasName'],
  ])('refuses the password “%s”: %s', async (password, rule) => {
    const academy = await openTestAcademy()
    const refusal = await refusalOf(academy.run('access.setUp', { ...setUp, password }, { connection: newWindow() }))
    expect(refusal).toMatchObject({ code: 'RULE_BROKEN', data: { rule } })
  })

  test('takes a long plain sentence without digits or signs', async () => {
    const academy = await openTestAcademy()
    await academy.run(
      'access.setUp',
      { ...setUp, password: 'denizin dibinde sakin bir bahçe' },
      { connection: newWindow() },
    )
  })

  test('never writes a password into the log', async () => {
    const academy = await openTestAcademy()
    await academy.run('access.setUp', setUp, { connection: newWindow() })
    const inputs = await academy.academy.opened.store.read((db) =>
      db.selectFrom('commandLog').select('input').execute(),
    )
    expect(inputs).toHaveLength(1)
    expect(inputs[0]?.input).not.toContain(goodPassword)
    expect(JSON.parse(inputs[0]?.input ?? '')).toMatchObject({ userName: 'ayse' })
  })
})

describe('signing in', () => {
  test('knows the user name in any spelling', async () => {
    const desk = await openDesk()
    await desk.signedIn('IŞIK.Öz', ['TO'])
    const window = newWindow()
    await desk.run('access.signIn', { userName: ' isik.oz ', password: otherPassword }, { connection: window })
    expect(window.actor).toMatchObject({ roles: ['TO'] })
  })

  test('a wrong password and an unknown name are refused with the same words', async () => {
    const desk = await openDesk()
    const wrong = await refusalOf(
      desk.run('access.signIn', { userName: 'ayse', password: 'x' }, { connection: newWindow() }),
    )
    const unknown = await refusalOf(
      desk.run('access.signIn', { userName: 'kimse', password: 'x' }, { connection: newWindow() }),
    )
    expect(wrong).toEqual(unknown)
    expect(wrong.data).toEqual({ rule: 'wrongUserOrPassword' })
  })

  test('waits longer after each wrong try, even for the right password, and forgets the tries once it is given', async () => {
    const desk = await openDesk()
    const at = (seconds: number) =>
      desk.setNow(new Date(Date.parse('2026-12-15T09:00:00Z') + seconds * 1000).toISOString())
    const trySigningIn = (password: string) =>
      desk.run('access.signIn', { userName: 'ayse', password }, { connection: newWindow() })
    at(0)
    for (let n = 0; n < 5; n++) expect((await refusalOf(trySigningIn('yanlış'))).data.rule).toBe('wrongUserOrPassword')
    expect((await refusalOf(trySigningIn(goodPassword))).data).toEqual({
      rule: 'tooManyTries',
      details: { seconds: 5 },
    })
    at(5)
    expect((await refusalOf(trySigningIn('yanlış'))).data.rule).toBe('wrongUserOrPassword')
    at(10)
    expect((await refusalOf(trySigningIn(goodPassword))).data).toEqual({
      rule: 'tooManyTries',
      details: { seconds: 5 },
    })
    at(15)
    await trySigningIn(goodPassword)
    expect((await refusalOf(trySigningIn('yanlış'))).data.rule).toBe('wrongUserOrPassword')
    await trySigningIn(goodPassword)
  })

  test('a try during the waiting time is not counted', async () => {
    const desk = await openDesk()
    const trySigningIn = (password: string) =>
      desk.run('access.signIn', { userName: 'ayse', password }, { connection: newWindow() })
    for (let n = 0; n < 5; n++) await refusalOf(trySigningIn('yanlış'))
    for (let n = 0; n < 5; n++) await refusalOf(trySigningIn('yanlış'))
    desk.setNow('2026-12-15T07:00:05.000Z')
    await trySigningIn(goodPassword)
  })

  test('every refused try stands in the log with the name that was tried', async () => {
    const desk = await openDesk()
    await refusalOf(desk.run('access.signIn', { userName: 'ayse', password: 'x' }, { connection: newWindow() }))
    const last = await desk.academy.opened.store.read((db) =>
      db.selectFrom('commandLog').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow(),
    )
    expect(last).toMatchObject({ operation: 'access.signIn', outcome: 'refused', input: '{"userName":"ayse"}' })
    expect(JSON.parse(last.refusal ?? '')).toEqual({ code: 'RULE_BROKEN', data: { rule: 'wrongUserOrPassword' } })
  })

  test('two passwords alike are stored unlike', async () => {
    const desk = await openDesk()
    await desk.signedIn('bir', ['TO'])
    await desk.signedIn('iki', ['TO'])
    const hashes = await desk.academy.opened.store.read((db) =>
      db.selectFrom('accountSecret').select('passwordHash').execute(),
    )
    expect(new Set(hashes.map((row) => row.passwordHash)).size).toBe(3)
  })

  test('with one click only on a sample academy', async () => {
    const desk = await openDesk()
    const input = { accountId: desk.administratorAccount.id }
    expect((await refusalOf(desk.run('access.signInAsSample', input, { connection: newWindow() }))).data.rule).toBe(
      'onlyOnSample',
    )
  })
})

describe('a session', () => {
  test('locks, answers nothing but its own password, and opens where it was', async () => {
    const desk = await openDesk()
    const { window } = await desk.signedIn('can', ['TO'])
    await desk.run('access.lock', undefined, { connection: window })
    expect(await refusalOf(desk.run('access.setLanguage', { language: 'en' }, { connection: window }))).toMatchObject({
      code: 'NOT_SIGNED_IN',
    })
    const change = { current: otherPassword, next: 'yepyeni uzun bir cümle' }
    expect((await refusalOf(desk.run('access.changePassword', change, { connection: window }))).code).toBe(
      'NOT_SIGNED_IN',
    )
    expect(
      (await refusalOf(desk.run('access.unlock', { password: goodPassword }, { connection: window }))).data.rule,
    ).toBe('wrongUserOrPassword')
    await desk.run('access.unlock', { password: otherPassword }, { connection: window })
    await desk.run('access.setLanguage', { language: 'en' }, { connection: window })
  })

  test('stays locked when the window is loaded again', async () => {
    const desk = await openDesk()
    await desk.signedIn('can', ['TO'])
    const window = newWindow()
    const { token } = (await desk.run(
      'access.signIn',
      { userName: 'can', password: otherPassword },
      { connection: window },
    )) as {
      token: string
    }
    await desk.run('access.lock', undefined, { connection: window })
    const again = newWindow()
    expect(await desk.run('access.resume', { token }, { connection: again })).toMatchObject({ locked: true })
    expect((await refusalOf(desk.run('access.setLanguage', { language: 'en' }, { connection: again }))).code).toBe(
      'NOT_SIGNED_IN',
    )
  })

  test('goes on after the window was loaded again, not after signing out, never with a made-up token', async () => {
    const desk = await openDesk()
    const window = newWindow()
    const { token } = (await desk.run(
      'access.signIn',
      { userName: 'ayse', password: goodPassword },
      { connection: window },
    )) as {
      token: string
    }
    const again = newWindow()
    expect(await desk.run('access.resume', { token }, { connection: again })).toMatchObject({
      account: { userName: 'ayse' },
    })
    const done = await desk.academy.opened.store.read((db) =>
      db.selectFrom('commandLog').select('operation').where('outcome', '=', 'done').execute(),
    )
    expect(done.map(({ operation }) => operation)).not.toContain('access.resume')
    await desk.run('access.signOut', undefined, { connection: window })
    expect((await refusalOf(desk.run('access.resume', { token }, { connection: newWindow() }))).code).toBe(
      'NOT_SIGNED_IN',
    )
    expect(
      (await refusalOf(desk.run('access.resume', { token: 'f'.repeat(64) }, { connection: newWindow() }))).code,
    ).toBe('NOT_SIGNED_IN')
    expect((await refusalOf(desk.run('access.accounts', undefined, { connection: again }))).code).toBe('NOT_SIGNED_IN')
  })

  test('the store keeps no token that could be used', async () => {
    const desk = await openDesk()
    const { token } = (await desk.run(
      'access.signIn',
      { userName: 'ayse', password: goodPassword },
      { connection: newWindow() },
    )) as {
      token: string
    }
    const rows = await desk.academy.opened.store.read((db) => db.selectFrom('officerSession').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('ends by itself after twelve hours', async () => {
    const desk = await openDesk()
    const { window } = await desk.signedIn('can', ['TO'])
    desk.setNow('2026-12-15T19:00:00.000Z')
    await desk.run('access.setLanguage', { language: 'en' }, { connection: window })
    desk.setNow('2026-12-15T19:00:00.001Z')
    expect((await refusalOf(desk.run('access.setLanguage', { language: 'tr' }, { connection: window }))).code).toBe(
      'NOT_SIGNED_IN',
    )
    expect(((await desk.run('access.state', undefined, { connection: window })) as State).account).toBeNull()
  })

  test('changing the password ends the officer’s other sessions and wants another password', async () => {
    const desk = await openDesk()
    const { window } = await desk.signedIn('can', ['TO'])
    const elsewhere = newWindow()
    await desk.run('access.signIn', { userName: 'can', password: otherPassword }, { connection: elsewhere })
    const same = { current: otherPassword, next: otherPassword }
    expect((await refusalOf(desk.run('access.changePassword', same, { connection: window }))).data.rule).toBe(
      'passwordSame',
    )
    await desk.run(
      'access.changePassword',
      { current: otherPassword, next: 'bambaşka uzun bir cümle' },
      { connection: window },
    )
    await desk.run('access.setLanguage', { language: 'en' }, { connection: window })
    expect((await refusalOf(desk.run('access.setLanguage', { language: 'en' }, { connection: elsewhere }))).code).toBe(
      'NOT_SIGNED_IN',
    )
    expect(
      (
        await refusalOf(
          desk.run('access.signIn', { userName: 'can', password: otherPassword }, { connection: newWindow() }),
        )
      ).data.rule,
    ).toBe('wrongUserOrPassword')
  })
})
