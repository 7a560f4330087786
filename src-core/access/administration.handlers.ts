import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold } from '../kernel/turkish.ts'
import * as accounts from './access.repository.ts'
import { refuseToLoseLastAdministrator } from './account.rules.ts'
import type { administrationContract } from './administration.contract.ts'
import { checkPassword } from './password.rules.ts'
import { settingKeys } from './sign-in.handlers.ts'

async function refuseTakenName(db: Reader, userName: string, id?: string): Promise<void> {
  const other = await accounts.accountByUserName(db, fold(userName))
  if (other && other.id !== id) breaksRule('userNameTaken', { userName })
}

const answer = async (db: Reader, id: string) => ({
  account: accounts.toAccount(found(await accounts.accountById(db, id), 'account', id)),
})

export const administrationHandlers: Handlers<typeof administrationContract> = {
  accounts: async ({ db, now }) => [...(await accounts.listStandings(db, now))],

  createAccount: async ({ input, db, write, ports, now }) => {
    const { userName, displayName, roles, language, password } = input
    await refuseTakenName(db, userName)
    checkPassword(ports, password, [userName, displayName])
    const id = await write.insert('account', {
      userName,
      userNameKey: fold(userName),
      displayName,
      roles: JSON.stringify(roles),
      active: 1,
      language,
    })
    await accounts.saveSecret(db, id, await ports.passwords.hash(password, id), now, true)
    return answer(db, id)
  },

  updateAccount: async ({ input, db, write }) => {
    const { id, rowVersion, userName, displayName, roles } = input
    const current = found(await accounts.accountById(db, id), 'account', id)
    await refuseTakenName(db, userName, id)
    refuseToLoseLastAdministrator(await accounts.listAccounts(db), { id, roles, active: current.active === 1 })
    const patch = { userName, userNameKey: fold(userName), displayName, roles: JSON.stringify(roles) }
    await write.update('account', id, patch, rowVersion)
    return answer(db, id)
  },

  setAccountActive: async ({ input: { id, rowVersion, active }, db, write }) => {
    const current = accounts.toAccount(found(await accounts.accountById(db, id), 'account', id))
    refuseToLoseLastAdministrator(await accounts.listAccounts(db), { ...current, active })
    await write.update('account', id, { active: active ? 1 : 0 }, rowVersion)
    if (!active) await accounts.endSessionsOf(db, id)
    return answer(db, id)
  },

  resetPassword: async ({ input: { id, password }, db, ports, now }) => {
    const { userName, displayName } = found(await accounts.accountById(db, id), 'account', id)
    checkPassword(ports, password, [userName, displayName])
    await accounts.saveSecret(db, id, await ports.passwords.hash(password, `${id}:${now}`), now, true)
    await accounts.endSessionsOf(db, id)
    return {}
  },

  endSessions: async ({ input: { id }, db }) => {
    found(await accounts.accountById(db, id), 'account', id)
    return { ended: await accounts.endSessionsOf(db, id) }
  },

  changeSettings: async ({ input: { institution, idleMinutes }, write }) => {
    await accounts.saveSetting(write, settingKeys.institution, institution)
    await accounts.saveSetting(write, settingKeys.idleMinutes, String(idleMinutes))
    return {}
  },
}
