import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { certificateDocument, drawnPages, type Paper } from '../../../src-core/certificates/paper.ts'
import { certificatePage } from '../../../src-core/certificates/pictures.ts'
import { createPdfJoiner } from '../../../src-node/documents/join-pdf.ts'
import { printDocument, printParts } from '../../../src-node/documents/print-document.ts'
import { papers, picturesOfPapers } from '../../bench/certificates/papers.ts'
import { bare, gathered, readPdfFile } from '../../core/certificates/read-pdf-file.ts'

const at = '2027-01-31T12:00:00.000Z'
const about = {
  title: 'Çevre (Yönetimi) 1 0 R',
  author: 'Ornek (1 0 R) \\ Belediyesi (2 0 R',
  keywords: ['ağaç', 'su'],
}
const people = ['Ğülşah Iğdırlı', 'Şükrü Öçüş', 'زينب تيسير', 'İsmail Çağrı', 'بشرى إبراهيم', 'Zeynep']
const { names, pictures } = picturesOfPapers()

const pile: Paper[] = papers(people.length).map((paper, nth) => ({
  ...paper,
  holder: { ...paper.holder, name: people[nth] ?? '' },
}))
const partsOf = (size: number, more: object = {}): object[] =>
  Array.from({ length: pile.length / size }, (_, nth) =>
    certificateDocument(
      pile.slice(nth * size, (nth + 1) * size).flatMap((paper) => drawnPages(paper, names)),
      { ...about, ...more },
    ),
  )
const print = (part: object): Promise<Uint8Array> =>
  printDocument(certificatePage, part, at, { pictures, archival: true })
const wholeOf = async (parts: readonly object[]): Promise<Buffer> =>
  Buffer.concat(await gathered(printParts(certificatePage, parts, at, { pictures, archival: true })))

const read = (bytes: Uint8Array) => readPdfFile(new Uint8Array(bytes))

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length

describe('a print that is set in parts', () => {
  let whole: Buffer
  let text: string
  let alone: Uint8Array
  beforeAll(async () => {
    whole = await wholeOf(partsOf(2))
    text = whole.toString('latin1')
    const [part] = partsOf(people.length)
    alone = await print(part ?? {})
  })

  test('has every page in order, and its Turkish and Arabic names letter for letter, as the print in one', async () => {
    const { pages } = await read(whole)
    expect(pages).toEqual((await read(alone)).pages)
    expect(pages).toHaveLength(people.length)
    for (const [nth, name] of people.entries()) expect(pages[nth]).toContain(bare(name))
  })

  test('is the same to the byte when it is made again', async () => {
    expect(
      createHash('sha256')
        .update(await wholeOf(partsOf(2)))
        .digest('hex'),
    ).toBe(createHash('sha256').update(whole).digest('hex'))
  })

  test('keeps title, author, keywords, dates and the marks of PDF/A, and tells the pages of the whole', async () => {
    const [joined, one] = [await read(whole), await read(alone)]
    expect(joined.info).toEqual(one.info)
    const nameless = (xmp: string): string => xmp.replaceAll(/(?<=stanceID>)[^<]+?(?=(_source)?<)/g, '')
    expect(nameless(joined.metadata)).toBe(nameless(one.metadata))
    for (const mark of ['<pdfaid:part>2<', '<pdfaid:conformance>B<', `<xmpTPg:NPages>${people.length}<`, 'ağaç'])
      expect(joined.metadata).toContain(mark)
    expect(count(text, /\/S \/GTS_PDFA1\n/g)).toBe(1)
  })

  test('is named by what it holds, in its metadata as in its trailer', async () => {
    const instance = /\/ID \[\([^)]+\) \(([^)]+)\)\]/.exec(text)?.[1] ?? '-'
    expect(count((await read(whole)).metadata, /<xmpMM:InstanceID>/g)).toBe(1)
    expect(text).toContain(`<xmpMM:InstanceID>${instance}<`)
    expect(Buffer.from(alone).toString('latin1')).not.toContain(instance)
    const other = [partsOf(2)[1], partsOf(2)[0]].map((part) => part ?? {})
    const turned = await wholeOf(other)
    expect(turned.toString('latin1')).not.toContain(instance)
  })

  test('holds the picture behind its pages once, and no two fonts of one name', () => {
    expect(count(text, /\/Subtype \/Image\n/g)).toBe(1)
    const fonts = [...text.matchAll(/\/Subtype \/Type0\n {2}\/BaseFont (\S+)/g)].map(([, name]) => name)
    expect(fonts.length).toBeGreaterThan(1)
    expect(new Set(fonts).size).toBe(fonts.length)
    expect(whole.length).toBeLessThan(alone.length + 80_000)
  })

  test('names every object where it stands, and refers to none that is missing', () => {
    const table = Number(/startxref\n(\d+)\n%%EOF$/.exec(text)?.[1])
    const entries = text.slice(table).match(/^\d{10} 00000 n\r$/gm) ?? []
    expect(entries.length).toBeGreaterThan(60)
    for (const [nth, entry] of entries.entries())
      expect(text.startsWith(`${nth + 1} 0 obj\n<<`, Number(entry.slice(0, 10))), `object ${nth + 1}`).toBe(true)
    const heads = text.split('endobj\n').map((object) => object.split('\nstream\n')[0] ?? '')
    const refs = heads.flatMap((head) => [...head.replaceAll(/\(.*\)/g, '').matchAll(/(\d+) 0 R\b/g)])
    expect(Math.max(...refs.map(([, ref]) => Number(ref)))).toBeLessThanOrEqual(entries.length)
  })

  test('of a single part is that part as it is', async () => {
    const [one = {}] = partsOf(people.length)
    expect(await wholeOf([one])).toEqual(Buffer.from(alone))
  })
})

describe('no PDF is joined', () => {
  const refused = (change: (text: string) => string) => async (): Promise<void> => {
    const [first = {}, second = {}] = partsOf(2)
    const good = await print(first)
    const joiner = createPdfJoiner()
    joiner.add(good)
    const bad = Buffer.from(change(Buffer.from(await print(second)).toString('latin1')), 'latin1')
    expect(() => joiner.add(bad)).toThrow('Not a PDF that the typesetter wrote')
  }

  test(
    'that is none',
    refused(() => 'Sertifika'),
  )
  test(
    'that another program went on writing',
    refused((text) => `${text}\n1 0 obj\n<<>>\nendobj\n`),
  )
  test(
    'whose table points elsewhere',
    refused((text) => text.replace('%PDF-1.7\n', '%PDF-1.7\n\n')),
  )
  test(
    'whose objects are packed',
    refused((text) => text.replace(/\nxref\n/, '\nXref\n')),
  )
  test(
    'with an outline',
    refused((text) => text.replace('/ViewerPreferences', '/OutlinesAndSoForth')),
  )
  test(
    'that was cut off',
    refused((text) => text.slice(0, -2000)),
  )

  test('of another document', async () => {
    const joiner = createPdfJoiner()
    joiner.add(await print(partsOf(2)[0] ?? {}))
    const other = await print(partsOf(2, { title: 'Başka' })[1] ?? {})
    expect(() => joiner.add(other)).toThrow('of another document')
  })

  test('of no part', () => {
    expect(() => createPdfJoiner().end()).toThrow('needs a part')
  })
})
