import process from 'node:process'
import { printPile } from '../../../src-core/certificates/print.ts'
import { printDocument, printParts } from '../../../src-node/documents/print-document.ts'
import { tellResult, timed } from '../bench-store.ts'
import { papers, picturesOfPapers } from '../certificates/papers.ts'

/** Certificates in one PDF: from the frozen snapshots to the bytes. */
const count = Number(process.argv[2] ?? 1000)
const made = papers(count)
const pictures = picturesOfPapers()
const making = { ports: { printDocument, printParts }, signal: new AbortController().signal, report: () => {} }
let bytes = 0
const { ms } = await timed(async () => {
  for (const piece of await printPile(making, made, pictures, '2027-01-31T12:00:00.000Z')) bytes += piece.length
})
tellResult({
  ms,
  pages: count,
  kb: Math.round(bytes / 1024),
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
})
