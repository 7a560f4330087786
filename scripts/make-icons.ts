import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import packed from '@sparticuz/chromium'

const folder = join(import.meta.dirname, '..', 'resources', 'icons')
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256] as const
const pngSize = 512

/** Draws `resources/icons/akademi.svg` as the ICO and PNG that windows and installers want. Run it when the SVG changes. */
async function main(): Promise<void> {
  const svg = await readFile(join(folder, 'akademi.svg'), 'utf8')
  const executablePath = process.env.CHROMIUM_PATH ?? (await packed.executablePath())
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const images: Buffer[] = []
    for (const size of icoSizes) images.push(await draw(page, svg, size))
    await writeFile(join(folder, 'icon.ico'), icoFile(images))
    await writeFile(join(folder, 'icon.png'), await draw(page, svg, pngSize))
  } finally {
    await browser.close()
  }
}

async function draw(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0} svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  return page.screenshot({ omitBackground: true })
}

const header = 6
const entry = 16

/** One ICO file of several PNG pictures, in the order of `icoSizes`. */
function icoFile(images: readonly Buffer[]): Buffer {
  const directory = Buffer.alloc(header + entry * images.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(images.length, 4)
  let offset = directory.length
  for (const [index, image] of images.entries()) {
    const at = header + entry * index
    // One byte each for width and height, in which 0 stands for 256.
    const size = (icoSizes[index] ?? 0) % 256
    directory.writeUInt8(size, at)
    directory.writeUInt8(size, at + 1)
    directory.writeUInt16LE(1, at + 4)
    directory.writeUInt16LE(32, at + 6)
    directory.writeUInt32LE(image.length, at + 8)
    directory.writeUInt32LE(offset, at + 12)
    offset += image.length
  }
  return Buffer.concat([directory, ...images])
}

await main()
