export { certificates } from './certificates.handlers.ts'
export {
  certificateCounts,
  handOnOccasion,
  type OccasionCertificate,
  occasionCertificates,
  paperSignatory,
} from './occasion.ts'
export { qrSvg } from './qr.ts'
export { writeSampleCertificates } from './sample.ts'
