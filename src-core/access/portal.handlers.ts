import type { CommandCall, Handlers, QueryCall } from '../database/dispatcher.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import { mailsTo } from '../notices/index.ts'
import { readSetting } from './access.repository.ts'
import { programmesShownTo, recordsOf } from './my-data.repository.ts'
import type { portalContract } from './portal.contract.ts'
import * as accounts from './portal-account.repository.ts'
import { noticeVersion } from './portal-account.ts'
import { portalHolder, portalRolesOf } from './portal-actor.ts'
import { settingKeys } from './sign-in.handlers.ts'

type Call = Pick<QueryCall<unknown>, 'db' | 'connection'>

/** The account that asks. An officer's window has none. */
async function ownAccount({ db, connection }: Call) {
  const holder = await portalHolder(db, connection)
  if (!holder) throw new OperationError('NOT_SIGNED_IN', {})
  return holder
}

async function selfOf({ db, connection }: Call) {
  const holder = await portalHolder(db, connection)
  if (!holder) return null
  const { roles, waiting } = await portalRolesOf(db, holder)
  if (roles.length === 0 && waiting.length === 0) return null
  const { email, audience, institution, language } = holder
  return {
    name: holder.givenNames === null ? holder.name : `${holder.givenNames} ${holder.surname}`,
    email,
    audience,
    institution,
    language,
    roles: [...roles],
    waitingRoles: [...waiting],
    twoFactor: holder.twoFactorEnabled === 1,
    password: await accounts.hasPassword(db, holder.id),
    noticeDue: holder.noticeVersion !== noticeVersion,
  }
}

export const portalHandlers: Handlers<typeof portalContract> = {
  portalSelf: async (call) => ({
    self: await selfOf(call),
    institution: (await readSetting(call.db, settingKeys.institution)) ?? '',
    noticeVersion,
  }),

  setPortalLanguage: async (call) => {
    const { id } = await ownAccount(call)
    await accounts.changePortalUser(call.db, id, { language: call.input.language })
    return {}
  },

  acceptNotice: async (call) => {
    const { id } = await ownAccount(call)
    if (call.input.version !== noticeVersion) breaksRule('noticeChanged')
    await accounts.changePortalUser(call.db, id, { noticeVersion, noticeAt: call.now })
    return {}
  },

  myData: async (call) => {
    const { id, name, email, audience, institution, language, personId, ...account } = await ownAccount(call)
    const { createdAt, noticeAt, lastSignInAt } = account
    return {
      account: { id, name, email, audience, institution, language, createdAt, noticeAt, lastSignInAt },
      ...(personId !== null && (await recordsOf(call.db, personId))),
      mails: await mailsTo(call.db, email),
      programmesShown: await programmesShownTo(call.db, email),
    }
  },

  closeMyAccount: async (call: CommandCall<unknown>) => {
    const { id, audience } = await ownAccount(call)
    if (audience === 'STAFF') breaksRule('staffAccountFollowsList')
    await accounts.removePortalUser(call.db, id)
    return {}
  },

  portalAccounts: async ({ db, input }) => ({
    accounts: (await accounts.listPortalUsers(db, input.search)).map(({ duties, twoFactorEnabled, ...account }) => ({
      ...account,
      twoFactor: twoFactorEnabled === 1,
      duties: JSON.parse(duties),
    })),
  }),

  lockPortalAccount: async ({ db, input: { id, locked }, actor }) => {
    const account = found(await accounts.portalUserById(db, id), 'portalUser', id)
    if (id === actor.id || account.personId === actor.id) breaksRule('ownAccountStays')
    const opened = account.emailVerified === 1 ? ('ACTIVE' as const) : ('PENDING' as const)
    await accounts.changePortalUser(db, id, { state: locked ? 'LOCKED' : opened })
    if (locked) await accounts.endPortalSessions(db, id)
    return {}
  },

  setPortalDuties: async ({ db, input: { id, duties }, actor }) => {
    const account = found(await accounts.portalUserById(db, id), 'portalUser', id)
    if (account.audience !== 'STAFF') breaksRule('officersAreStaff')
    // Otherwise the last administrator could shut everybody out by a slip.
    if ((id === actor.id || account.personId === actor.id) && !duties.includes('SA')) breaksRule('ownAccountStays')
    await accounts.changePortalUser(db, id, { duties: JSON.stringify([...new Set(duties)]) })
    return {}
  },
}
