import type { Connection } from '../../../src-core/kernel/context.ts'
import type { OfficerRole } from '../../../src-core/kernel/roles.ts'
import { openTestAcademy, type TestAcademy } from '../academy.ts'

export const goodPassword = 'sarı lale on ikinci kat'
export const otherPassword = 'mavi martı yedinci iskele'

/** A window on which nobody has signed in yet. */
export const newWindow = (): Connection => ({ source: 'window', actor: null, session: null, locked: false })

export type Account = { readonly id: string; readonly rowVersion: number; readonly userName: string }

export type Desk = TestAcademy & {
  /** Window of the administrator who set the academy up. */
  readonly administrator: Connection
  readonly administratorAccount: Account
  /** Makes an account whose first password has been changed, and signs it in on a new window. */
  signedIn(userName: string, roles: readonly OfficerRole[]): Promise<{ window: Connection; account: Account }>
}

const setUp = {
  institution: 'Örnek Büyükşehir Belediyesi',
  displayName: 'Ayşe Yönetir',
  userName: 'ayse',
  password: goodPassword,
  language: 'tr',
  alsoOfficer: false,
} as const

/** An academy after its first start. */
export async function openDesk(): Promise<Desk> {
  const academy = await openTestAcademy()
  const administrator = newWindow()
  const { account } = (await academy.run('access.setUp', setUp, { connection: administrator })) as { account: Account }
  return {
    ...academy,
    administrator,
    administratorAccount: account,
    signedIn: async (userName, roles) => {
      const first = 'ilk parola yalnız bir gün'
      const made = (await academy.run(
        'access.createAccount',
        { userName, displayName: `Uzman ${userName}`, roles, language: 'tr', password: first },
        { connection: administrator },
      )) as { account: Account }
      const window = newWindow()
      await academy.run('access.signIn', { userName, password: first }, { connection: window })
      await academy.run('access.changePassword', { current: first, next: otherPassword }, { connection: window })
      return { window, account: made.account }
    },
  }
}

/** What an operation is refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; data: Record<string, unknown> }> {
  try {
    await work
  } catch (error) {
    const { code, data } = error as { code: string; data: Record<string, unknown> }
    return { code, data }
  }
  throw new Error('It was not refused')
}
