import type { CallOptions } from '../kernel/context.ts'
import { OperationError } from '../kernel/errors.ts'
import type { Ports } from '../kernel/ports.ts'
import { certificateDocument, drawnPages, keywordsOf, type Paper } from './paper.ts'
import { certificatePage, type Pictures } from './pictures.ts'

// More would be set a little faster, a page, and take the more memory; measured in docs/decisions/0033-joined-prints.md.
const papersAtOnce = 50

const documentOf = (
  papers: readonly Paper[],
  { names }: Pictures,
  about: Parameters<typeof certificateDocument>[1],
): object =>
  certificateDocument(
    papers.flatMap((paper) => drawnPages(paper, names)),
    about,
  )

/** The PDF of one certificate; the same paper and instant give the same bytes. */
export function printPaper(ports: Printer, paper: Paper, pictures: Pictures, at: string): Promise<Uint8Array> {
  const title = `${paper.serial} ${paper.holder.name}`
  const about = { title, author: paper.training.institutionTr, keywords: keywordsOf(paper) }
  const options = { pictures: pictures.pictures, archival: true }
  return ports.printDocument(certificatePage, documentOf([paper], pictures, about), at, options)
}

type Printing = { readonly ports: Printer } & Required<CallOptions>

type Printer = Pick<Ports, 'printDocument' | 'printParts'>

/**
 * One PDF of many certificates, in pieces that follow each other; the same papers and instant give the same bytes. It tells how many
 * are set, and between fifty and fifty it may be cancelled.
 */
export async function* printPile(
  { ports, report, signal }: Printing,
  papers: readonly Paper[],
  pictures: Pictures,
  at: string,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const [first] = papers
  if (!first) throw new Error('A print needs a page')
  if (papers.length === 1) {
    yield new Uint8Array(await printPaper(ports, first, pictures, at))
    return
  }
  const about = { title: first.training.titleTr, author: first.training.institutionTr, keywords: [] }
  function* parts(): Iterable<object> {
    for (let done = 0; done < papers.length; done += papersAtOnce) {
      if (signal.aborted) throw new OperationError('CANCELLED', {})
      report({ stage: 'printing', done, total: papers.length })
      yield documentOf(papers.slice(done, done + papersAtOnce), pictures, about)
    }
  }
  yield* ports.printParts(certificatePage, parts(), at, { pictures: pictures.pictures, archival: true })
}
