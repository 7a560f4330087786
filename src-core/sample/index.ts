export { sample } from './sample.handlers.ts'
