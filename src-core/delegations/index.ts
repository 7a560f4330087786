export { delegations } from './delegations.handlers.ts'
export { writeSampleDelegations } from './sample.ts'
