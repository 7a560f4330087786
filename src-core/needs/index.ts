export { standardWeights } from './cycle.ts'

export { needs } from './needs.handlers.ts'
