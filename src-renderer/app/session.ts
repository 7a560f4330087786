import type { ContractRouterClient } from '@orpc/contract'
import { useSyncExternalStore } from 'react'
import type { Account } from '../../src-core/access/account.ts'
import type { Contract } from '../../src-core/contract.ts'
import type { OfficerRole } from '../../src-core/kernel/roles.ts'
import { hush } from '../ui/feedback/toast.tsx'
import { setSettingsOwner } from '../ui/stored.ts'
import { type Language, language } from './i18n.ts'

type AccessClient = Pick<ContractRouterClient<Contract>, 'access'>

export type Officer = Pick<Account, 'id' | 'userName' | 'displayName' | 'roles' | 'language'>

export type SampleAccount = Pick<Account, 'id' | 'displayName' | 'roles'>

/** Who works at this window. A lock or an expired session keeps the officer, so that her screens stay as they are. */
export type Session =
  | { readonly phase: 'unknown' }
  | { readonly phase: 'setUp' }
  /** The store does not open; nobody can sign in before it was brought back. */
  | { readonly phase: 'rescue'; readonly rescue: Rescue }
  | {
      readonly phase: 'signedOut'
      readonly institution: string
      readonly sampleAccounts: readonly SampleAccount[]
    }
  | {
      readonly phase: 'signedIn'
      readonly officer: Officer
      readonly institution: string
      readonly idleMinutes: number
      /** On a sample academy officers have no passwords to type. */
      readonly sample: boolean
      /** Her password was given to her: she chooses her own before anything else. */
      readonly mustChangePassword: boolean
      readonly barred: 'locked' | 'expired' | undefined
    }

type Rescue = NonNullable<Awaited<ReturnType<AccessClient['access']['state']>>['rescue']>

const tokenKey = 'akademi.session'

let session: Session = { phase: 'unknown' }
const listeners = new Set<() => void>()

function become(next: Session): void {
  session = next
  if (next.phase === 'signedIn') setSettingsOwner(next.officer.userName)
  if (next.phase === 'signedOut') setSettingsOwner(undefined)
  for (const listener of listeners) listener()
}

export const currentSession = (): Session => session

/** Calls back at every change of the session. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useSession = (): Session => useSyncExternalStore(onSession, currentSession)

/** Resolves while an officer is at work; behind a lock it waits for her. */
export async function atWork(): Promise<void> {
  const free = () => session.phase === 'signedIn' && session.barred === undefined
  while (!free()) {
    await new Promise<void>((resolve) => {
      const stop = onSession(() => {
        stop()
        resolve()
      })
    })
  }
}

/** The officer at work. Only for screens, which nobody sees without signing in. */
export function useOfficer(): Officer {
  const now = useSession()
  if (now.phase !== 'signedIn') throw new Error('A screen was drawn without an officer')
  return now.officer
}

/** Whether the officer holds one of the roles. */
export const holds = (officer: Pick<Officer, 'roles'>, roles: readonly OfficerRole[] | 'signedIn'): boolean =>
  roles === 'signedIn' || officer.roles.some((role) => roles.includes(role))

/** Takes up the session of this window after each opening of the connection, and learns what to show first. */
export async function greet(client: AccessClient): Promise<void> {
  const token = sessionStorage.getItem(tokenKey)
  if (token) await client.access.resume({ token }).catch(() => sessionStorage.removeItem(tokenKey))
  await look(client)
}

/** Asks the service who is signed in and shows what follows from it. */
export async function look(client: AccessClient): Promise<void> {
  const state = await client.access.state()
  if (state.rescue) {
    become({ phase: 'rescue', rescue: state.rescue })
  } else if (state.account) {
    become({
      phase: 'signedIn',
      officer: state.account,
      institution: state.institution,
      idleMinutes: state.idleMinutes,
      sample: state.sample,
      mustChangePassword: state.mustChangePassword,
      barred: state.locked ? 'locked' : undefined,
    })
  } else if (session.phase === 'signedIn') {
    expireSession()
  } else if (state.needsSetUp) {
    become({ phase: 'setUp' })
  } else {
    become({ phase: 'signedOut', institution: state.institution, sampleAccounts: state.sampleAccounts })
  }
}

let chosenAtTheDoor: Language | undefined

/** Speaks another language before anybody has signed in; whoever signs in next keeps it. */
export function chooseAtTheDoor(next: Language): void {
  chosenAtTheDoor = next
  language.set(next)
}

/** Remembers the token for as long as this window lives and opens the screens. */
export async function enter(
  client: AccessClient,
  answer: { readonly token: string; readonly account: Account },
): Promise<void> {
  sessionStorage.setItem(tokenKey, answer.token)
  const before = session.phase === 'signedIn' ? session.officer.id : undefined
  // The screens of another officer must not be left standing behind the new one.
  if (before !== undefined && before !== answer.account.id) become({ phase: 'unknown' })
  await look(client)
  if (before !== undefined) return
  const spoken = chosenAtTheDoor ?? answer.account.language
  chosenAtTheDoor = undefined
  language.set(spoken)
  if (spoken !== answer.account.language) await client.access.setLanguage({ language: spoken })
}

/** Covers the screens until the officer has proved again who she is. */
export function bar(why: 'locked' | 'expired'): void {
  if (session.phase === 'signedIn' && session.barred === undefined) become({ ...session, barred: why })
}

/** The service no longer knows this window. The screens stay, covered by a sign-in. */
export function expireSession(): void {
  // What a locked session is refused says nothing about the session.
  if (session.phase === 'signedIn' && session.barred === 'locked') return
  sessionStorage.removeItem(tokenKey)
  bar('expired')
}

/** Leaves: screens close, the sign-in comes back. */
export async function leave(client: AccessClient): Promise<void> {
  await client.access.signOut()
  sessionStorage.removeItem(tokenKey)
  // What was said to one officer is not for the next.
  hush()
  become({ phase: 'unknown' })
  await look(client)
}
