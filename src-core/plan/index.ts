export { plan } from './plan.handlers.ts'
export { writeSamplePlan } from './sample.ts'
