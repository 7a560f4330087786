import { createHash } from 'node:crypto'
import type { PdfFile, PdfObject } from './pdf-objects.ts'

type Objects = PdfFile['objects']

export const isPage = ({ words }: PdfObject): boolean => words[0]?.startsWith('<<\n  /Type /Page\n') ?? false

/** What each object holds, down to all it refers to, as a hash; pages, and what leads to one, are like nothing else. */
export function keysIn(objects: Objects, unlike: string): (number: number) => string {
  const keys = new Map<number, string>()
  const keyOf = (number: number): string => {
    const said = keys.get(number)
    if (said !== undefined) return said
    const object = objects.get(number)
    // Stands already while what it refers to is asked, which may lead back here.
    keys.set(number, `${unlike} ${number}`)
    if (!object || isPage(object)) return `${unlike} ${number}`
    const sum = createHash('sha256').update(JSON.stringify([object.words, object.refs.map(keyOf)]))
    const key = sum.update(object.tail).digest('base64')
    keys.set(number, key)
    return key
  }
  return keyOf
}

const fontName = /(?<=\/(?:BaseFont|FontName) \/)[A-Z]{6}(?=\+)/g

/**
 * A file whose fonts are named by what they hold. Typst names the subset of a font by its letters alone, but numbers them as they come:
 * two parts would bring different fonts of one name (ISO 32000-1, 9.6.4).
 */
export function renamedFonts(file: PdfFile): PdfFile {
  const keyOf = keysIn(file.objects, '')
  const sums = new Map<string, ReturnType<typeof createHash>>()
  for (const [number, { words }] of file.objects)
    for (const [tag] of words.join('').matchAll(fontName))
      sums.set(tag, (sums.get(tag) ?? createHash('sha256').update(tag)).update(keyOf(number)))
  const names = new Map([...sums].map(([tag, sum]) => [tag, letters(sum.digest())]))
  const renamed = (word: string): string => word.replaceAll(fontName, (tag) => names.get(tag) ?? tag)
  const objects = [...file.objects].map(
    ([number, object]) => [number, { ...object, words: object.words.map(renamed) }] as const,
  )
  return { ...file, objects: new Map(objects) }
}

const letters = (sum: Uint8Array): string =>
  String.fromCharCode(...[...sum.subarray(0, 6)].map((byte) => 65 + (byte % 26)))
