export { certificates } from './certificates.handlers.ts'
export { writeSampleCertificates } from './sample.ts'
