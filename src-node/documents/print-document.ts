import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { readResource, resourcesFolder } from '../resources.ts'
import { certificateFamilies, documentFamilies, documentFonts } from './fonts.ts'
import { createPdfJoiner } from './join-pdf.ts'

let compiler: NodeCompiler | undefined

/** One compiler a thread: its fonts are loaded once, and what it has laid out before it remembers. */
function typesetter(): NodeCompiler {
  const fontBlobs = documentFonts().map((font) => font.bytes)
  compiler ??= NodeCompiler.create({
    workspace: workspace(),
    ...(fontBlobs.length > 0 && { fontArgs: [{ fontBlobs }] }),
  })
  return compiler
}

const workspace = (): string => join(resourcesFolder(), 'documents')

const laidOnce = new Set<string>()

/** Pictures are laid where the template finds them, once a thread: their names hold the hash of their bytes. */
function layPictures(typst: NodeCompiler, pictures: Readonly<Record<string, Uint8Array>>): void {
  for (const [name, bytes] of Object.entries(pictures)) {
    if (laidOnce.has(name)) continue
    typst.mapShadow(join(workspace(), name), Buffer.from(bytes))
    laidOnce.add(name)
  }
}

async function setInType(
  template: string,
  data: unknown,
  pictures: Readonly<Record<string, Uint8Array>>,
): Promise<{ readonly typst: NodeCompiler; readonly document: NodeTypstDocument }> {
  const source = await readResource(template)
  const typst = typesetter()
  layPictures(typst, pictures)
  const installed = new Set(documentFonts().map((font) => font.family))
  const families = documentFamilies.filter((family) => installed.has(family) || family === 'Libertinus Serif')
  const result = typst.compile({
    mainFileContent: source,
    inputs: {
      data: JSON.stringify(data),
      families: JSON.stringify(families),
      sans: JSON.stringify(certificateFamilies.sans),
      serif: JSON.stringify(certificateFamilies.serif),
    },
  })
  const document = result.result
  if (document) return { typst, document }
  const failure = result.takeError()
  throw new Error(`${template} cannot be set: ${JSON.stringify(failure && typst.fetchDiagnostics(failure))}`)
}

type Printing = Parameters<Ports['printDocument']>

async function toPdf(...[template, data, at, { pictures = {}, archival } = {}]: Printing): Promise<Uint8Array> {
  const { typst, document } = await setInType(template, data, pictures)
  return typst.pdf(document, {
    creationTimestamp: Math.floor(Date.parse(at) / 1000),
    ...(archival && { pdfStandard: PdfStandard.A_2b }),
  })
}

/** Sets a template of `resources` in type. The same template, data, pictures and instant give the same bytes. */
export const printDocument: Ports['printDocument'] = async (...printing) => {
  const bytes = await toPdf(...printing)
  typesetter().evictCache(4)
  return new Uint8Array(bytes)
}

/** The same of a document in parts, as one PDF. What a part was set from is forgotten two parts later. */
export const printParts: Ports['printParts'] = async function* (template, parts, at, options) {
  const joiner = createPdfJoiner()
  for (const data of parts) {
    const bytes = await toPdf(template, data, at, options)
    typesetter().evictCache(2)
    yield* joiner.add(bytes)
  }
  yield* joiner.end()
}

/** The same as a picture of its pages, for looking at before it is printed. */
export const drawDocument: Ports['drawDocument'] = async (template, data, pictures = {}) => {
  const { typst, document } = await setInType(template, data, pictures)
  const drawing = typst.plainSvg(document)
  typst.evictCache(4)
  return drawing
}
