import { Buffer } from 'node:buffer'

/** One object of a PDF: its words, cut at every reference; what they refer to; and its stream, if it has one, with its end. */
export type PdfObject = {
  /** One more than references; as Latin-1, in which every byte is a letter. */
  readonly words: readonly string[]
  readonly refs: readonly number[]
  readonly tail: Uint8Array
}

/** A PDF as Typst 0.13 writes it: one table of plain objects, nothing packed, nothing appended. */
export type PdfFile = {
  /** What stands before the first object. */
  readonly header: Uint8Array
  /** In the order of the file. */
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly root: number
  readonly info: number
  /** Both identifiers as the trailer has them, and the second alone, which is this very file's. */
  readonly id: string
  readonly instance: string
}

/** Thrown for a file that is not as the typesetter writes it. */
export const notOurs = (what: string): Error => new Error(`Not a PDF that the typesetter wrote: ${what}`)

const tableText = /^xref\n0 \d+\n((?:\d{10} \d{5} [nf]\r\n)+)trailer\n<<\n([\s\S]*?)\n>>\nstartxref\n/
const trailerText =
  /^ {2}\/Size \d+\n {2}\/Root (\d+) 0 R\n {2}\/Info (\d+) 0 R\n {2}\/ID (\[\([^()\\]+\) \(([^()\\]+)\)\])$/

const letters = (bytes: Buffer, from: number, to?: number): string => bytes.toString('latin1', from, to)

/** Takes a PDF apart. Throws for one of another form than Typst's: with packed objects, several tables, bytes between objects. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const from = /\nstartxref\n(\d+)\n%%EOF\n?$/.exec(letters(file, Math.max(0, file.length - 40)))?.[1]
  if (letters(file, 0, 9) !== '%PDF-1.7\n' || !from) throw notOurs('no beginning or no end')
  const table = Number(from)
  const [, entries = '', trailer = ''] = tableText.exec(letters(file, table)) ?? []
  const [, root, info, id, instance] = trailerText.exec(trailer) ?? []
  if (!id || !instance) throw notOurs('no table of objects')
  const places = entries
    .trimEnd()
    .split('\n')
    .flatMap((entry, number) => (entry.includes('n') ? [{ number, at: Number(entry.slice(0, 10)) }] : []))
    .toSorted((a, b) => a.at - b.at)
  const objects = new Map<number, PdfObject>()
  for (const [nth, { number, at }] of places.entries())
    objects.set(number, readObject(file.subarray(at, places[nth + 1]?.at ?? table), number))
  return { header: file.subarray(0, places[0]?.at), objects, root: Number(root), info: Number(info), id, instance }
}

// Within a string nothing else counts; outside of one, references do, and what ends the words.
const signs = /\\[\s\S]|[()]|(?<![\d.])(\d+) 0 R\b|(?<=>>)\nstream\n|\nendobj\n\n$/g

function readObject(bytes: Buffer, number: number): PdfObject {
  const stream = bytes.indexOf('\nstream\n')
  const text = letters(bytes, 0, stream < 0 ? bytes.length : stream + 8)
  const begin = `${number} 0 obj\n`
  const whole = letters(bytes, Math.max(0, bytes.length - 19)).endsWith(
    stream < 0 ? '\nendobj\n\n' : 'endstream\nendobj\n\n',
  )
  if (!text.startsWith(begin) || !whole) throw notOurs(`object ${number}`)
  const words: string[] = []
  const refs: number[] = []
  let depth = 0
  let at = begin.length
  for (const { 0: sign, 1: ref, index } of text.matchAll(signs)) {
    if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (depth > 0 || sign.startsWith('\\')) continue
    else {
      words.push(text.slice(at, index))
      at = index + sign.length
      if (ref) refs.push(Number(ref))
      else return { words, refs, tail: bytes.subarray(index) }
    }
  }
  throw notOurs(`object ${number} has no end`)
}
