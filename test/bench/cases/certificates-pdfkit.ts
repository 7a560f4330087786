import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { drawnPages } from '../../../src-core/certificates/paper.ts'
import { tellResult, timed } from '../bench-store.ts'
import { papers, picturesOfPapers } from '../certificates/papers.ts'

/** What of pdfkit is used here; lengths are in points. */
type Kit = {
  on(event: 'data', take: (piece: Uint8Array) => void): Kit
  on(event: 'end', take: () => void): Kit
  registerFont(name: string, bytes: Uint8Array): Kit
  openImage(bytes: Uint8Array): object
  addPage(options: object): Kit
  image(picture: object, x: number, y: number, options: object): Kit
  font(name: string, size: number): Kit
  widthOfString(text: string, options?: object): number
  heightOfString(text: string, options: object): number
  text(text: string, x: number, y: number, options: object): Kit
  fillColor(colour: string): Kit
  lineWidth(width: number): Kit
  dash(length: number): Kit
  undash(): Kit
  rect(x: number, y: number, w: number, h: number): Kit
  circle(x: number, y: number, radius: number): Kit
  ellipse(x: number, y: number, across: number, down: number): Kit
  moveTo(x: number, y: number): Kit
  lineTo(x: number, y: number): Kit
  path(data: string): Kit
  stroke(colour: string): Kit
  fill(colour: string): Kit
  save(): Kit
  restore(): Kit
  translate(x: number, y: number): Kit
  scale(factor: number): Kit
  end(): void
}

type Drawn = Readonly<Record<string, string>> & { [K in 'x' | 'y' | 'w' | 'h' | 'size' | 'stroke']: number }

/**
 * The same pages by pdfkit, drawn as it is fastest: the picture embedded once, the fonts once and in part, a QR as rectangles filled in
 * one go, every text measured once: `<pages> <folder in which pdfkit is installed>`. Says `missing` where it is not.
 */
const [, , said = '1000', peers = ''] = process.argv
if (!peers || !existsSync(join(peers, 'node_modules', 'pdfkit'))) {
  tellResult({ missing: 1 })
  process.exit(0)
}
const PDFDocument = createRequire(join(peers, 'package.json'))('pdfkit') as new (options: object) => Kit
const own = createRequire(import.meta.url)
const fontFiles = {
  ...{ 'sans regular normal': 'noto-sans/400Regular/NotoSans_400Regular' },
  ...{ 'sans semibold normal': 'noto-sans/600SemiBold/NotoSans_600SemiBold' },
  ...{ 'sans bold normal': 'noto-sans/700Bold/NotoSans_700Bold' },
  ...{ 'serif regular normal': 'noto-serif/400Regular/NotoSerif_400Regular' },
  ...{ 'serif regular italic': 'noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic' },
  ...{ 'serif bold normal': 'noto-serif/700Bold/NotoSerif_700Bold' },
}
const pt = (millimetres: number): number => (millimetres * 72) / 25.4

const count = Number(said)
const made = papers(count)
const { names, pictures } = picturesOfPapers()
const fonts = Object.entries(fontFiles).map(([name, file]) => {
  const bytes = readFileSync(own.resolve(`@expo-google-fonts/${file}.ttf`))
  return { name, bytes }
})

function drawText(kit: Kit, { x, y, w, h, ...element }: Drawn): void {
  const words = element.text ?? ''
  const spacing = { characterSpacing: Number(element.tracking) }
  kit.font(`${element.font} ${element.weight} ${element.style}`, element.size).fillColor(element.fill ?? '')
  const natural = element.mode === 'line' ? kit.widthOfString(words, spacing) : Number.POSITIVE_INFINITY
  if (natural > pt(w) && element.mode === 'line')
    kit.font(`${element.font} ${element.weight} ${element.style}`, element.size * (pt(w) / natural) * 0.99)
  const options = { ...spacing, width: pt(w), align: element.align, lineBreak: element.mode === 'body' }
  const height = element.mode === 'body' ? kit.heightOfString(words, options) : element.size * 1.3
  const at = element.vertical === 'middle' ? (pt(h) - height) / 2 : element.vertical === 'bottom' ? pt(h) - height : 0
  const free = element.mode === 'line' && element.align === 'center' ? Math.max(0, pt(w) - natural) / 2 : 0
  kit.text(words, pt(x) + free, pt(y) + at, element.mode === 'line' ? { lineBreak: false, ...spacing } : options)
}

function drawEmblem(kit: Kit, svg: string, { x, y, w }: Drawn): void {
  const [, path = ''] = / d="([^"]+)"/.exec(svg) ?? []
  kit
    .save()
    .translate(pt(x), pt(y))
    .scale(pt(w) / 100)
  kit.lineWidth(3).circle(50, 50, 46).stroke('#0f5c6e').path(path).fill('#0f5c6e').restore()
}

function drawQr(kit: Kit, { svg = '', x, y, w }: Drawn): void {
  const [, side = '1'] = /viewBox="0 0 (\d+)/.exec(svg) ?? []
  kit
    .save()
    .translate(pt(x), pt(y))
    .scale(pt(w) / Number(side))
  for (const [, column, row, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)/g))
    kit.rect(Number(column), Number(row), Number(run), 1)
  kit.fill('#000000').restore()
}

const emblem = Buffer.from(pictures['logo.svg']).toString()

function draw(kit: Kit, background: object, element: Drawn): void {
  const { x, y, w, h, stroke, colour = '' } = element
  if (element.type === 'text') drawText(kit, element)
  else if (element.type === 'qr') drawQr(kit, element)
  else if (element.type === 'picture' && element.file === 'logo.svg') drawEmblem(kit, emblem, element)
  else if (element.type === 'picture') kit.image(background, pt(x), pt(y), { width: pt(w), height: pt(h) })
  else {
    kit.lineWidth(pt(stroke))
    if (element.type === 'line') kit.moveTo(pt(x), pt(y)).lineTo(pt(x + w), pt(y + h))
    else if (element.type === 'ring') kit.dash(2).ellipse(pt(x + w / 2), pt(y + h / 2), pt(w / 2), pt(h / 2))
    else kit.rect(pt(x), pt(y), pt(w), pt(h))
    kit.stroke(colour).undash()
  }
}

const before = process.cpuUsage()
const pieces: Blob[] = []
const { ms } = await timed(async () => {
  const kit = new PDFDocument({
    ...{ autoFirstPage: false, compress: true },
    ...{ pdfVersion: '1.7', subset: 'PDF/A-2b' },
  })
  const done = new Promise<void>((end) =>
    kit.on('end', end).on('data', (piece) => pieces.push(new Blob([new Uint8Array(piece)]))),
  )
  for (const { name, bytes } of fonts) kit.registerFont(name, bytes)
  const background = kit.openImage(pictures['background.png'])
  for (const paper of made) {
    for (const { width, height, elements } of drawnPages(paper, names)) {
      kit.addPage({ size: [pt(width), pt(height)], margin: 0 })
      for (const element of elements as readonly Drawn[]) draw(kit, background, element)
    }
  }
  kit.end()
  await done
})
const { user, system } = process.cpuUsage(before)
tellResult({
  ...{ ms, cpuMs: Math.round((user + system) / 1000), pages: count },
  kb: Math.round(new Blob(pieces).size / 1024),
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
})
