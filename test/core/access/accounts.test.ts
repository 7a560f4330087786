import { describe, expect, test } from 'vitest'
import { type Account, goodPassword, newWindow, openDesk, otherPassword, refusalOf } from './officers.ts'

type Standing = Account & {
  displayName: string
  active: boolean
  sessions: number
  mustChangePassword: boolean
  waitingUntil: string | null
}

const newcomer = {
  userName: 'deniz',
  displayName: 'Deniz Uzman',
  roles: ['TO'],
  language: 'tr',
  password: 'ilk parola yalnız bir gün',
}

describe('an account made by the administrator', () => {
  test('must choose its own password before anything else is answered', async () => {
    const desk = await openDesk()
    await desk.run('access.createAccount', newcomer, { connection: desk.administrator })
    const window = newWindow()
    const answer = await desk.run(
      'access.signIn',
      { userName: 'deniz', password: newcomer.password },
      { connection: window },
    )
    expect(answer).toMatchObject({ mustChangePassword: true })
    expect(
      (await refusalOf(desk.run('access.setLanguage', { language: 'en' }, { connection: window }))).data.rule,
    ).toBe('passwordMustChange')
    await desk.run('access.changePassword', { current: newcomer.password, next: otherPassword }, { connection: window })
    await desk.run('access.setLanguage', { language: 'en' }, { connection: window })
    expect(await desk.run('access.state', undefined, { connection: window })).toMatchObject({
      mustChangePassword: false,
    })
  })

  test('cannot take a user name that another account has in some spelling', async () => {
    const desk = await openDesk()
    await desk.run('access.createAccount', { ...newcomer, userName: 'ışık' }, { connection: desk.administrator })
    const again = { ...newcomer, userName: 'IŞIK' }
    expect(
      (await refusalOf(desk.run('access.createAccount', again, { connection: desk.administrator }))).data,
    ).toMatchObject({
      rule: 'userNameTaken',
    })
  })

  test('goes through the same password rules', async () => {
    const desk = await openDesk()
    const weak = { ...newcomer, password: 'Deniz Uzman 1' }
    expect(
      (await refusalOf(desk.run('access.createAccount', weak, { connection: desk.administrator }))).data.rule,
    ).toBe('passwordHasName')
  })

  test('needs at least one role', async () => {
    const desk = await openDesk()
    const bare = { ...newcomer, roles: [] }
    expect((await refusalOf(desk.run('access.createAccount', bare, { connection: desk.administrator }))).code).toBe(
      'INVALID_INPUT',
    )
  })
})

describe('a deactivated account', () => {
  test('is signed out everywhere at once, cannot sign in, and keeps its name on what it did', async () => {
    const desk = await openDesk()
    const { window, account } = await desk.signedIn('can', ['TO'])
    await desk.run('access.setLanguage', { language: 'en' }, { connection: window })
    const [standing] = (
      (await desk.run('access.accounts', undefined, { connection: desk.administrator })) as Standing[]
    ).filter((one) => one.id === account.id)
    const off = { id: account.id, rowVersion: standing?.rowVersion, active: false }
    await desk.run('access.setAccountActive', off, { connection: desk.administrator })
    expect((await refusalOf(desk.run('access.setLanguage', { language: 'tr' }, { connection: window }))).code).toBe(
      'NOT_SIGNED_IN',
    )
    const signIn = { userName: 'can', password: otherPassword }
    expect((await refusalOf(desk.run('access.signIn', signIn, { connection: newWindow() }))).data.rule).toBe(
      'wrongUserOrPassword',
    )
    const names = await desk.academy.opened.store.read((db) =>
      db
        .selectFrom('commandLog')
        .select('actorName')
        .where('operation', '=', 'access.setLanguage')
        .where('outcome', '=', 'done')
        .execute(),
    )
    expect(names).toEqual([{ actorName: 'Uzman can' }])
  })

  test('is never the last administrator, neither by deactivating nor by changing roles', async () => {
    const desk = await openDesk()
    const { id, rowVersion } = desk.administratorAccount
    const off = { id, rowVersion, active: false }
    expect(
      (await refusalOf(desk.run('access.setAccountActive', off, { connection: desk.administrator }))).data.rule,
    ).toBe('lastAdministrator')
    const demoted = { id, rowVersion, userName: 'ayse', displayName: 'Ayşe Yönetir', roles: ['TO'] }
    expect(
      (await refusalOf(desk.run('access.updateAccount', demoted, { connection: desk.administrator }))).data.rule,
    ).toBe('lastAdministrator')
    await desk.signedIn('yedek', ['SA'])
    await desk.run('access.updateAccount', demoted, { connection: desk.administrator })
  })

  test('an administrator who is inactive does not count as one', async () => {
    const desk = await openDesk()
    const second = await desk.signedIn('yedek', ['SA'])
    await desk.run(
      'access.setAccountActive',
      { id: second.account.id, rowVersion: 1, active: false },
      { connection: desk.administrator },
    )
    const { id, rowVersion } = desk.administratorAccount
    const off = { id, rowVersion, active: false }
    expect(
      (await refusalOf(desk.run('access.setAccountActive', off, { connection: desk.administrator }))).data.rule,
    ).toBe('lastAdministrator')
  })
})

describe('the administrator', () => {
  test('takes a role away and the next call of that officer is refused', async () => {
    const desk = await openDesk()
    const { window, account } = await desk.signedIn('can', ['SA'])
    await desk.run('access.accounts', undefined, { connection: window })
    const change = { id: account.id, rowVersion: 1, userName: 'can', displayName: 'Can Uzman', roles: ['TO'] }
    await desk.run('access.updateAccount', change, { connection: desk.administrator })
    expect(await refusalOf(desk.run('access.accounts', undefined, { connection: window }))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { operation: 'access.accounts', roles: ['SA', 'TM', 'AU'] },
    })
  })

  test('resets a password: the old one and the open windows are worth nothing, wrong tries are forgotten', async () => {
    const desk = await openDesk()
    const { window, account } = await desk.signedIn('can', ['TO'])
    const trySigningIn = (password: string) =>
      desk.run('access.signIn', { userName: 'can', password }, { connection: newWindow() })
    for (let n = 0; n < 5; n++) await refusalOf(trySigningIn('yanlış'))
    const fresh = 'yeni verilen uzun parola'
    await desk.run('access.resetPassword', { id: account.id, password: fresh }, { connection: desk.administrator })
    expect((await refusalOf(desk.run('access.setLanguage', { language: 'en' }, { connection: window }))).code).toBe(
      'NOT_SIGNED_IN',
    )
    expect((await refusalOf(trySigningIn(otherPassword))).data.rule).toBe('wrongUserOrPassword')
    expect(await trySigningIn(fresh)).toMatchObject({ mustChangePassword: true })
  })

  test('ends an officer’s sessions and is told how many there were', async () => {
    const desk = await openDesk()
    const { window, account } = await desk.signedIn('can', ['TO'])
    await desk.run('access.signIn', { userName: 'can', password: otherPassword }, { connection: newWindow() })
    const list = (await desk.run('access.accounts', undefined, { connection: desk.administrator })) as Standing[]
    expect(list.find((one) => one.id === account.id)).toMatchObject({
      sessions: 2,
      mustChangePassword: false,
      waitingUntil: null,
    })
    const ended = await desk.run('access.endSessions', { id: account.id }, { connection: desk.administrator })
    expect(ended).toEqual({ ended: 2 })
    expect((await refusalOf(desk.run('access.setLanguage', { language: 'en' }, { connection: window }))).code).toBe(
      'NOT_SIGNED_IN',
    )
  })

  test('a change on an outdated state of an account is refused as a conflict', async () => {
    const desk = await openDesk()
    const { account } = await desk.signedIn('can', ['TO'])
    const change = { id: account.id, rowVersion: 1, userName: 'can', displayName: 'Can Bir', roles: ['TO'] }
    await desk.run('access.updateAccount', change, { connection: desk.administrator })
    const late = { ...change, displayName: 'Can İki' }
    expect((await refusalOf(desk.run('access.updateAccount', late, { connection: desk.administrator }))).code).toBe(
      'CONFLICT',
    )
  })

  test('sets the institution’s name and the idle time, which every window reads', async () => {
    const desk = await openDesk()
    await desk.run(
      'access.changeSettings',
      { institution: 'Yeni Ad', idleMinutes: 7 },
      { connection: desk.administrator },
    )
    expect(await desk.run('access.state', undefined, { connection: newWindow() })).toMatchObject({
      institution: 'Yeni Ad',
      idleMinutes: 7,
    })
  })

  test('sees accounts in the order of the Turkish alphabet', async () => {
    const desk = await openDesk()
    for (const name of ['Zeki', 'Çiğdem', 'Cem', 'Şule', 'Selim', 'İpek', 'Işıl']) {
      await desk.run(
        'access.createAccount',
        { ...newcomer, userName: `${name}.x`, displayName: name, password: goodPassword },
        { connection: desk.administrator },
      )
    }
    const list = (await desk.run('access.accounts', undefined, { connection: desk.administrator })) as Standing[]
    expect(list.map((one) => one.displayName)).toEqual([
      'Ayşe Yönetir',
      'Cem',
      'Çiğdem',
      'Işıl',
      'İpek',
      'Selim',
      'Şule',
      'Zeki',
    ])
  })
})
