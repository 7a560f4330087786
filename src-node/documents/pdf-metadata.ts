import { Buffer } from 'node:buffer'
import { notOurs, type PdfObject } from './pdf-objects.ts'

/** What the metadata of a whole say differently from those of its first part. */
export type Whole = {
  readonly pages: number
  readonly languages: Iterable<string>
  /** The identifier of this very file, in the first part and in the whole. */
  readonly instance: { readonly of: string; readonly becomes: string }
}

const text = ({ tail }: PdfObject): string => {
  const inside = /^\nstream\n([\s\S]*)\nendstream\nendobj\n\n$/.exec(Buffer.from(tail).toString('utf8'))?.[1]
  if (!inside?.includes('<xmpTPg:NPages>')) throw notOurs('no metadata')
  return inside
}

const languageBag = /(<dc:language><rdf:Bag>)(.*?)(<\/rdf:Bag><\/dc:language>)/

/** The languages that a document says it is in. */
export const languagesIn = (metadata: PdfObject): string[] =>
  [...(languageBag.exec(text(metadata))?.[2] ?? '').matchAll(/<rdf:li>(.*?)<\/rdf:li>/g)].map(([, tag = '']) => tag)

/** The metadata (XMP, ISO 16684-1) of a whole, from those of its first part. */
export function metadataOfWhole(first: PdfObject, { pages, languages, instance }: Whole): PdfObject {
  const bag = [...languages].toSorted().map((language) => `<rdf:li>${language}</rdf:li>`)
  const said = text(first)
    .replace(/(?<=<xmpTPg:NPages>)\d+(?=<)/, String(pages))
    .replace(languageBag, `$1${bag.join('')}$3`)
    .replaceAll(instance.of, instance.becomes)
  const words = `<<\n  /Length ${Buffer.byteLength(said)}\n  /Type /Metadata\n  /Subtype /XML\n>>`
  return { words: [words], refs: [], tail: Buffer.from(`\nstream\n${said}\nendstream\nendobj\n\n`) }
}
