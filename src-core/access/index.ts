export { access } from './access.handlers.ts'
export { readSetting, saveSetting } from './access.repository.ts'
export {
  type KnownAs,
  noteOfficer,
  notNoted,
  officerName,
  officerNames,
  samePerson,
} from './officer.repository.ts'
export { checkPassword } from './password.rules.ts'
export {
  accountOfSession,
  addPortalUser,
  anyPortalAdministrator,
  changePortalUser,
  countTry,
  dropDirectoryLinks,
  forgetOldTries,
  noteDirectorySession,
  owesSecondFactor,
  portalUserByEmail,
  portalUserById,
  portalUserByPerson,
  sessionByToken,
  settleSecondFactor,
  staffWithEmail,
  staffWithRegistryNo,
  triesOf,
} from './portal-account.repository.ts'
export { emailSchema, type Registration, registrationSchema } from './portal-account.ts'
export { officerAtPortal, portalHolder, recogniseAtPortal } from './portal-actor.ts'
export { recognise } from './session.ts'
export { confirmPassword } from './sign-in.handlers.ts'
