import type { Ports } from '../../src-core/kernel/ports.ts'
import { certificateFamilies, documentFonts } from './fonts.ts'

type Range = readonly [from: number, to: number]

/** Code points a font file has a glyph for, read from its `cmap` (OpenType, formats 4 and 12). */
function coveredBy(font: Buffer): readonly Range[] {
  const tables = font.readUInt16BE(4)
  for (let at = 0; at < tables; at++) {
    const record = 12 + at * 16
    if (font.toString('latin1', record, record + 4) === 'cmap') return rangesOf(font, font.readUInt32BE(record + 8))
  }
  return []
}

function rangesOf(font: Buffer, cmap: number): readonly Range[] {
  const subtables = font.readUInt16BE(cmap + 2)
  const ranges: Range[] = []
  for (let at = 0; at < subtables; at++) {
    const start = cmap + font.readUInt32BE(cmap + 8 + at * 8)
    const format = font.readUInt16BE(start)
    if (format === 4) ranges.push(...segments(font, start))
    else if (format === 12) ranges.push(...groups(font, start))
  }
  return ranges
}

function segments(font: Buffer, start: number): readonly Range[] {
  const count = font.readUInt16BE(start + 6) / 2
  const ranges: Range[] = []
  for (let at = 0; at < count; at++) {
    const to = font.readUInt16BE(start + 14 + at * 2)
    const from = font.readUInt16BE(start + 16 + count * 2 + at * 2)
    if (from !== 0xffff) ranges.push([from, to])
  }
  return ranges
}

function groups(font: Buffer, start: number): readonly Range[] {
  const count = font.readUInt32BE(start + 12)
  return Array.from({ length: count }, (_, at): Range => {
    const group = start + 16 + at * 12
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
  })
}

const covered = new Map<string, readonly Range[]>()

function familyCovers(family: string, point: number): boolean {
  let ranges = covered.get(family)
  if (!ranges) {
    // The weights of a family have the same letters; the first file stands for all of them.
    const file = documentFonts().find((font) => font.family === family)
    ranges = file ? coveredBy(file.bytes) : []
    covered.set(family, ranges)
  }
  return ranges.some(([from, to]) => point >= from && point <= to)
}

/** Signs that are never drawn: joiners, direction marks, variation selectors. */
const undrawn = /\p{Default_Ignorable_Code_Point}/u

/** Letters of a text that no family of the list can draw, each once, in the order they occur. */
export const missingLetters: Ports['missingLetters'] = (text, font) => {
  const families = certificateFamilies[font]
  const letters = new Set(text.normalize('NFC'))
  const missing = [...letters].filter((letter) => {
    const point = letter.codePointAt(0) ?? 0
    return !undrawn.test(letter) && !families.some((family) => familyCovers(family, point))
  })
  return { letters: missing, font: families[0] }
}
