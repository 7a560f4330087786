export { access } from './access.handlers.ts'
export { readSetting, saveSetting } from './access.repository.ts'

export { recognise } from './session.ts'
export { confirmPassword } from './sign-in.handlers.ts'
