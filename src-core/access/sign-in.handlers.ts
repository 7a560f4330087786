import type { CommandCall, ConfirmCall, Handlers } from '../database/dispatcher.ts'
import type { AccountTable } from '../database/schema.ts'
import type { Connection } from '../kernel/context.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import { sha256 } from '../kernel/hash.ts'
import { fold } from '../kernel/turkish.ts'
import * as accounts from './access.repository.ts'
import { checkPassword, standardIdleMinutes } from './password.rules.ts'
import { liveSession, oldestSession } from './session.ts'
import type { signInContract } from './sign-in.contract.ts'

export const settingKeys = { institution: 'institution', sample: 'sample', idleMinutes: 'idleMinutes' } as const

type Call = CommandCall<unknown>

type PasswordCall = Pick<Call, 'db' | 'ports' | 'now'>

/** Starts a session for an account on this connection. The token leaves the store only as its hash. */
async function openSession(call: Call, row: AccountTable) {
  const token = call.ports.randomToken()
  const tokenHash = sha256(token)
  await accounts.startSession(call.db, { tokenHash, accountId: row.id, now: call.now, oldest: oldestSession(call.now) })
  actAs(call.connection, row, tokenHash, false)
  const mustChangePassword = await accounts.mustChangePassword(call.db, row.id)
  return { token, account: accounts.toAccount(row), mustChangePassword }
}

function actAs(connection: Connection, row: AccountTable, tokenHash: string, locked: boolean): void {
  connection.actor = { id: row.id, name: row.displayName, roles: JSON.parse(row.roles) }
  connection.session = tokenHash
  connection.locked = locked
}

/** Refuses, and counts the try, unless the password is the account's. */
async function proveIdentity(
  call: PasswordCall,
  row: AccountTable | undefined,
  password: string,
): Promise<AccountTable> {
  const secret = row && (await accounts.secretOf(call.db, row.id))
  if (!row || !secret || row.active === 0) {
    // The same work as for a real account, so that the answer's time does not tell whether the name exists.
    await call.ports.passwords.hash(password, 'no such account')
    return breaksRule('wrongUserOrPassword')
  }
  accounts.refuseWhileWaiting(secret.lockedUntil, call.now)
  if (!(await call.ports.passwords.verify(password, secret.passwordHash))) {
    await accounts.noteFailure(call.db, row.id, secret.failures + 1, call.now)
    throw new OperationError('RULE_BROKEN', { rule: 'wrongUserOrPassword' }, true)
  }
  await accounts.clearFailures(call.db, row.id)
  return row
}

/** The account whose session this connection holds, locked or not. */
async function accountHere({ db, connection, now }: Pick<Call, 'db' | 'connection' | 'now'>) {
  const live = connection.session === null ? undefined : await liveSession(db, connection.session, now)
  if (!live) throw new OperationError('NOT_SIGNED_IN', {})
  return live
}

/**
 * Refuses unless the password is that of whoever signed in here. Officers of the sample academy have none and need none.
 */
export async function confirmPassword({ password, connection, ...call }: ConfirmCall): Promise<void> {
  const { account } = await accountHere({ ...call, connection })
  const sample = (await accounts.readSetting(call.db, settingKeys.sample)) === 'yes'
  if (sample && !(await accounts.secretOf(call.db, account.id))) return
  if (password === '') breaksRule('passwordNeeded')
  await proveIdentity(call, account, password)
}

export const signInHandlers: Handlers<typeof signInContract> = {
  state: async ({ db, connection, now }) => {
    const idle = await accounts.readSetting(db, settingKeys.idleMinutes)
    const sample = (await accounts.readSetting(db, settingKeys.sample)) === 'yes'
    const live = connection.session === null ? undefined : await liveSession(db, connection.session, now)
    return {
      needsSetUp: !(await accounts.anyAccount(db)),
      institution: (await accounts.readSetting(db, settingKeys.institution)) ?? '',
      sample,
      idleMinutes: idle ? Number(idle) : standardIdleMinutes,
      account: live ? accounts.toAccount(live.account) : null,
      locked: live !== undefined && live.session.lockedAt !== null,
      mustChangePassword: live !== undefined && (await accounts.mustChangePassword(db, live.account.id)),
      rescue: null,
      sampleAccounts: sample ? (await accounts.listAccounts(db)).filter((account) => account.active) : [],
    }
  },

  setUp: async (call) => {
    const { input, db, write } = call
    if (await accounts.anyAccount(db)) breaksRule('alreadySetUp')
    checkPassword(call.ports, input.password, [input.userName, input.displayName, input.institution])
    await accounts.saveSetting(write, settingKeys.institution, input.institution)
    const id = await write.insert('account', {
      userName: input.userName,
      userNameKey: fold(input.userName),
      displayName: input.displayName,
      roles: JSON.stringify(input.alsoOfficer ? ['SA', 'TM', 'TO'] : ['SA']),
      active: 1,
      language: input.language,
    })
    await accounts.saveSecret(db, id, await call.ports.passwords.hash(input.password, id), call.now)
    return openSession(call, found(await accounts.accountById(db, id), 'account', id))
  },

  signIn: async (call) => {
    const row = await accounts.accountByUserName(call.db, fold(call.input.userName))
    return openSession(call, await proveIdentity(call, row, call.input.password))
  },

  signInAsSample: async (call) => {
    if ((await accounts.readSetting(call.db, settingKeys.sample)) !== 'yes') breaksRule('onlyOnSample')
    const row = found(await accounts.accountById(call.db, call.input.accountId), 'account')
    if (row.active === 0) breaksRule('wrongUserOrPassword')
    return openSession(call, row)
  },

  resume: async ({ input, db, connection, now }) => {
    const tokenHash = sha256(input.token)
    const live = await liveSession(db, tokenHash, now)
    if (!live) throw new OperationError('NOT_SIGNED_IN', {})
    await accounts.markSeen(db, tokenHash, now)
    actAs(connection, live.account, tokenHash, live.session.lockedAt !== null)
    return { account: accounts.toAccount(live.account), locked: connection.locked }
  },

  signOut: async ({ db, connection }) => {
    if (connection.session) await accounts.endSession(db, connection.session)
    connection.actor = null
    connection.session = null
    connection.locked = false
    return {}
  },

  lock: async ({ db, connection, now }) => {
    if (connection.session) await accounts.markLocked(db, connection.session, now)
    connection.locked = connection.actor !== null
    return {}
  },

  unlock: async (call) => {
    const { session, account } = await accountHere(call)
    const row = await proveIdentity(call, account, call.input.password)
    await accounts.markLocked(call.db, session.tokenHash, null)
    await accounts.markSeen(call.db, session.tokenHash, call.now)
    call.connection.locked = false
    return { account: accounts.toAccount(row) }
  },

  changePassword: async (call) => {
    const { input, db, now, ports } = call
    const { session, account } = await accountHere(call)
    if (session.lockedAt !== null) throw new OperationError('NOT_SIGNED_IN', {})
    await proveIdentity(call, account, input.current)
    if (input.current === input.next) breaksRule('passwordSame')
    checkPassword(ports, input.next, [account.userName, account.displayName])
    await accounts.saveSecret(db, account.id, await ports.passwords.hash(input.next, `${account.id}:${now}`), now)
    await accounts.endSessionsOf(db, account.id, session.tokenHash)
    return {}
  },

  setLanguage: async ({ input, db, write, actor }) => {
    await write.update('account', actor.id, { language: input.language })
    return { account: accounts.toAccount(found(await accounts.accountById(db, actor.id), 'account', actor.id)) }
  },
}
