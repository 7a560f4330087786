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
const file: Blob[] = []
const before = process.cpuUsage()
const { ms } = await timed(async () => {
  for await (const piece of printPile(making, made, pictures, '2027-01-31T12:00:00.000Z')) file.push(new Blob([piece]))
})
const { user, system } = process.cpuUsage(before)
tellResult({
  ms,
  cpuMs: Math.round((user + system) / 1000),
  pages: count,
  kb: Math.round(new File(file, 'certificates.pdf').size / 1024),
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
})
