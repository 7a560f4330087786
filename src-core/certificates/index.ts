export { certificates } from './certificates.handlers.ts'
