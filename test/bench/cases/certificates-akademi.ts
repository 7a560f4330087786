import process from 'node:process'
import { certificateDocument, drawnPages } from '../../../src-core/certificates/paper.ts'
import { certificatePage } from '../../../src-core/certificates/pictures.ts'
import { printDocument } from '../../../src-node/documents/print-document.ts'
import { tellResult, timed } from '../bench-store.ts'
import { papers, picturesOfPapers } from '../certificates/papers.ts'

/** Certificates in one PDF: from the frozen snapshots to the bytes. */
const count = Number(process.argv[2] ?? 1000)
const made = papers(count)
const { names, pictures } = picturesOfPapers()
let bytes = 0
const { ms } = await timed(async () => {
  const data = certificateDocument(
    made.flatMap((paper) => drawnPages(paper, names)),
    { title: 'Bench', author: '', keywords: [] },
  )
  bytes = (await printDocument(certificatePage, data, '2027-01-31T12:00:00.000Z', { pictures, archival: true })).length
})
tellResult({
  ms,
  pages: count,
  kb: Math.round(bytes / 1024),
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
})
