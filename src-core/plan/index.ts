export { plan } from './plan.handlers.ts'
