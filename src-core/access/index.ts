export { accessContract } from './access.contract.ts'
export { access, checkPassword, settingKeys } from './access.handlers.ts'
export { readSetting, saveSetting } from './access.repository.ts'
export { type Account, accountSchema } from './account.ts'
