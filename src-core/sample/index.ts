export { sampleContract } from './sample.contract.ts'
export { sample } from './sample.handlers.ts'
