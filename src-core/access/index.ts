export { access } from './access.handlers.ts'
export { readSetting } from './access.repository.ts'

export { recognise } from './session.ts'
