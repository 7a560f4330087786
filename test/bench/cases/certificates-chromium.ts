import process from 'node:process'
import { chromium } from '@playwright/test'
import { findChromium } from '../../../scripts/chromium.ts'
import { drawnPages } from '../../../src-core/certificates/paper.ts'
import { tellResult, timed } from '../bench-store.ts'
import { papers, picturesOfPapers } from '../certificates/papers.ts'

/** The same pages as HTML, printed by Chromium a hundred at a time, which is where it is fastest. */
const count = Number(process.argv[2] ?? 1000)
const atOnce = 100
const { names, pictures } = picturesOfPapers()

type Drawn = Readonly<Record<string, unknown>> & { readonly type: string; readonly w: number; readonly h: number }

const escaped = (text: unknown): string => String(text).replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)

const address = (file: unknown): string => {
  const bytes = pictures[file as keyof typeof pictures]
  const type = String(file).endsWith('.svg') ? 'svg+xml' : 'png'
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`
}

// A picture is written once and used by every page, as the typesetter does.
const shared = [...names.values()].map(
  (file) => `.${file.replace('.', '-')}{background:url(${address(file)}) center/contain no-repeat}`,
)
const style = `@page{size:297mm 210mm;margin:0}body{margin:0}.p{position:relative;width:297mm;height:210mm;overflow:hidden;break-after:page}.p>*{position:absolute;box-sizing:border-box}${shared.join('')}`

function htmlOf(element: Drawn): string {
  const place = `left:${element.x}mm;top:${element.y}mm;width:${element.w}mm;height:${element.h}mm`
  switch (element.type) {
    case 'text':
      return `<div style="${place};font:${element.weight === 'bold' ? 700 : 400} ${element.size}pt ${element.font};color:${element.fill};text-align:${element.align}">${escaped(element.text)}</div>`
    case 'picture':
      return `<div class="${String(element.file).replace('.', '-')}" style="${place}"></div>`
    case 'qr':
      return `<div style="${place}">${element.svg}</div>`
    case 'line':
      return `<div style="${place};border-top:${element.stroke}mm solid ${element.colour}"></div>`
    default:
      return `<div style="${place};border:${element.stroke}mm solid ${element.colour}"></div>`
  }
}

const made = papers(count)
const { executablePath, args } = await findChromium()
const browser = await chromium.launch({ executablePath, args: [...args] })
let bytes = 0
try {
  const page = await browser.newPage()
  const { ms } = await timed(async () => {
    for (let from = 0; from < count; from += atOnce) {
      const pages = made
        .slice(from, from + atOnce)
        .flatMap((paper) => drawnPages(paper, names))
        .map(({ elements }) => `<div class="p">${(elements as readonly Drawn[]).map(htmlOf).join('')}</div>`)
      await page.setContent(`<!doctype html><style>${style}</style>${pages.join('')}`)
      bytes += (await page.pdf({ preferCSSPageSize: true, printBackground: true })).length
    }
  })
  tellResult({ ms, pages: count, kb: Math.round(bytes / 1024) })
} finally {
  await browser.close()
}
