export { delegations } from './delegations.handlers.ts'
export { writeSampleDelegations } from './sample.ts'
export { forgetVisitDrafts } from './visit-draft.repository.ts'
