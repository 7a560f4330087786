import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Item = { readonly str: string; readonly dir: string; readonly hasEOL: boolean }

/** pdf.js gives the pieces of a line as they lie, from the left; those of a text that runs to the left are read backwards. */
function inReadingOrder(items: readonly Item[]): string {
  let text = ''
  let leftward: string[] = []
  for (const { str, dir, hasEOL } of items) {
    const turned = dir === 'rtl' || (leftward.length > 0 && str.trim() === '')
    if (turned) leftward.unshift(str)
    if (turned && !hasEOL) continue
    text += leftward.join('') + (turned ? '' : str)
    leftward = []
  }
  return text + leftward.join('')
}

/** The text of each page without its blanks, in the order in which it is read, and what the file says of itself. */
export async function readPdfFile(data: Uint8Array) {
  const reading = getDocument({ data, verbosity: 0 })
  const pdf = await reading.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const text = inReadingOrder(items.flatMap((item) => ('str' in item ? [item] : [])))
    pages.push(bare(text))
  }
  const { info, metadata } = await pdf.getMetadata()
  await reading.destroy()
  return { pages, info, metadata: String(metadata?.getRaw()) }
}

export const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '')

export async function gathered<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}
