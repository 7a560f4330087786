import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { isPage, keysIn, renamedFonts } from './pdf-keys.ts'
import { languagesIn, metadataOfWhole } from './pdf-metadata.ts'
import { notOurs, type PdfFile, type PdfObject, readPdf } from './pdf-objects.ts'

export type PdfJoiner = {
  /**
   * Puts the pages of a PDF behind those that are there, and gives what of the file is ready. Throws for a PDF that the typesetter did not
   * write, or of another document.
   */
  add(part: Uint8Array): Uint8Array<ArrayBuffer>[]
  /** The rest of the file. One part alone stays as it is. */
  end(): Uint8Array<ArrayBuffer>[]
}

/**
 * Makes one PDF of those that Typst set of the parts of one document (ISO 32000-1, 7.5). Their objects get new numbers and are copied
 * as they are; what is the same in several parts down to all it refers to, as pictures are, is kept once. Title, dates, PDF/A marks
 * and colours are the first part's. The same parts give the same bytes.
 */
export function createPdfJoiner(): PdfJoiner {
  const writer = createWriter()
  const tree = writer.newNumber()
  const known = new Map<string, number>()
  const languages = new Set<string>()
  const lists: number[] = []
  let pages = 0
  let waiting: Uint8Array | undefined
  let first: { readonly part: Part; readonly numbers: ReadonlyMap<number, number> } | undefined

  function take(bytes: Uint8Array): void {
    const part = partOf(renamedFonts(readPdf(bytes)))
    if (first && first.part.info.words[0] !== part.info.words[0])
      throw notOurs('title, author or date of another document')
    if (!first) writer.put([part.file.header])
    const keyOf = keysIn(part.file.objects, `part ${lists.length}`)
    const numbers = new Map<number, number>()
    const fresh: Numbered[] = []
    for (const [old, object] of part.file.objects) {
      if (part.alone.has(old)) continue
      const key = keyOf(old)
      const same = known.get(key)
      const number = same ?? writer.newNumber()
      numbers.set(old, number)
      known.set(key, number)
      if (same === undefined) fresh.push({ number, object: old === part.list ? below(object, tree) : object })
    }
    writer.putObjects(fresh, numbers)
    lists.push(referred(numbers, part.list))
    pages += part.pages
    for (const language of languagesIn(part.metadata)) languages.add(language)
    first ??= { part, numbers }
  }

  return {
    add: (part) => {
      if (waiting) take(waiting)
      if (waiting || first) take(part)
      waiting = waiting || first ? undefined : part
      return writer.taken()
    },
    end: () => {
      if (waiting) return [new Uint8Array(waiting)]
      if (!first) throw new Error('A PDF needs a part')
      const { part, numbers } = first
      const [info, metadata, root] = [writer.newNumber(), writer.newNumber(), writer.newNumber()]
      const kids = lists.map((number) => `${number} 0 R`).join(' ')
      const list = plain(`<<\n  /Type /Pages\n  /Count ${pages}\n  /Kids [${kids}]\n>>`)
      const instance = { of: part.file.instance, becomes: writer.digest() }
      const own = [
        { number: tree, object: list },
        { number: info, object: part.info },
        { number: metadata, object: metadataOfWhole(part.metadata, { pages, languages, instance }) },
        { number: root, object: part.catalog },
      ]
      writer.putObjects(own, new Map([...numbers, [part.list, tree], [part.metadataNumber, metadata]]))
      const id = part.file.id.replaceAll(instance.of, instance.becomes)
      writer.end(`  /Root ${root} 0 R\n  /Info ${info} 0 R\n  /ID ${id}`)
      return writer.taken()
    },
  }
}

type Numbered = { readonly number: number; readonly object: PdfObject }

/** Writes objects one after the other and, at the end, the table of where they stand. */
function createWriter() {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const sum = createHash('sha256')
  const offsets = [0]
  let length = 0
  const put = (parts: readonly Uint8Array[]): void => {
    const piece = Buffer.concat(parts)
    sum.update(piece)
    length += piece.length
    pieces.push(piece)
  }
  return {
    newNumber: (): number => offsets.push(0) - 1,
    put,
    /** `numbers`: what the references of these objects are to be. */
    putObjects(objects: readonly Numbered[], numbers: ReadonlyMap<number, number>): void {
      const parts: Uint8Array[] = []
      let at = length
      for (const { number, object } of objects) {
        const { words, refs, tail } = object
        const told = words.map((word, nth) => {
          const ref = refs[nth]
          return ref === undefined ? word : `${word}${referred(numbers, ref)} 0 R`
        })
        const head = Buffer.from(`${number} 0 obj\n${told.join('')}`, 'latin1')
        offsets[number] = at
        at += head.length + tail.length
        parts.push(head, tail)
      }
      put(parts)
    },
    /** As Typst names a file: sixteen bytes that follow from what it holds. */
    digest: (): string => sum.copy().digest().subarray(0, 16).toString('base64'),
    end(trailer: string): void {
      const table = length
      const places = offsets.map((offset, number) =>
        number === 0 ? '0000000000 65535 f\r\n' : `${String(offset).padStart(10, '0')} 00000 n\r\n`,
      )
      const size = `xref\n0 ${offsets.length}\n${places.join('')}trailer\n<<\n  /Size ${offsets.length}\n`
      put([Buffer.from(`${size}${trailer}\n>>\nstartxref\n${table}\n%%EOF`)])
    },
    taken: (): Uint8Array<ArrayBuffer>[] => pieces.splice(0),
  }
}

const referred = (numbers: ReadonlyMap<number, number>, ref: number): number => {
  const number = numbers.get(ref)
  if (number === undefined) throw notOurs(`object ${ref} is missing`)
  return number
}

const plain = (words: string): PdfObject => ({ words: [words], refs: [], tail: Buffer.from('\nendobj\n\n') })

const listOfPages = /^(<<\n {2}\/Type \/Pages\n)( {2}\/Count (\d+)\n {2}\/Kids \[)$/

/** The list of a part's pages as a branch of the whole's. */
const below = (list: PdfObject, tree: number): PdfObject => ({
  ...list,
  words: list.words.map((word, nth) => (nth === 0 ? word.replace(listOfPages, `$1  /Parent ${tree} 0 R\n$2`) : word)),
})

// A catalog with more (an outline, names, tags) would say of its part's pages what the whole's does not say of the others.
const catalogKeys = new Set(['Type', 'Pages', 'ViewerPreferences', 'Metadata', 'Lang', 'OutputIntents'])

type Part = ReturnType<typeof partOf>

function partOf(file: PdfFile) {
  const at = (number: number): PdfObject => {
    const object = file.objects.get(number)
    if (!object) throw notOurs(`object ${number} is missing`)
    return object
  }
  const catalog = at(file.root)
  const named = (key: string): number => {
    const number = catalog.refs[catalog.words.findIndex((word) => word.endsWith(`\n  /${key} `))]
    if (number === undefined) throw notOurs(`its catalog names no ${key}`)
    return number
  }
  for (const [, key = ''] of catalog.words.join('').matchAll(/^ {2}\/(\w+)/gm))
    if (!catalogKeys.has(key)) throw notOurs(`its catalog has ${key}`)
  const [list, metadataNumber] = [named('Pages'), named('Metadata')]
  const pages = Number(listOfPages.exec(at(list).words[0] ?? '')?.[3])
  if (pages !== [...file.objects.values()].filter(isPage).length) throw notOurs('its pages stand in several lists')
  const alone = new Set([file.root, file.info, metadataNumber])
  return { file, catalog, info: at(file.info), metadata: at(metadataNumber), metadataNumber, list, pages, alone }
}
