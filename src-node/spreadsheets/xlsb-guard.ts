import { limits } from './limits.ts'
import { refuse } from './refuse.ts'
import type { ZipDirectory } from './zip-guard.ts'
import { inflateEntry } from './zip-inflate.ts'

/**
 * Walks the records of every binary part ([MS-XLSB] 2.1.4) without reading them. The general library believes whatever
 * row, column or range a damaged file names, and then works on it for minutes or until the memory is full.
 */
export function checkXlsb(zip: Uint8Array, directory: ZipDirectory): void {
  for (const [key, entry] of directory) {
    if (!/^xl\/(worksheets\/|sharedstrings|styles|workbook).*\.bin$/.test(key) || key.includes('/printersettings'))
      continue
    checkRecords(inflateEntry(zip, entry), { details: { part: entry.name.slice(0, 100) } })
  }
}

const ROW = 0
const LAST_CELL = 11
const COLUMNS = 60
const MERGE = 176
const DIMENSION = 148

function checkRecords(part: Buffer, place: { details: { part: string } }): void {
  let row = -1
  for (let at = 0; at < part.length; ) {
    const [type, afterType] = variable(part, at, 2)
    const [size, start] = variable(part, afterType, 4)
    at = start + size
    if (at > part.length) refuse('damaged', place)
    if (type === ROW) {
      const next = size < 17 ? -1 : part.readUInt32LE(start)
      if (next <= row || next >= limits.rows) refuse('damaged', place)
      row = next
    } else if (type <= LAST_CELL) {
      if (size < 8 || part.readUInt32LE(start) >= limits.columns) refuse('damaged', place)
    } else if (type === COLUMNS) {
      if (size < 18 || !isRange(part, start, limits.columns)) refuse('damaged', place)
    } else if (type === MERGE || type === DIMENSION) {
      if (size < 16 || !isRange(part, start, limits.rows) || !isRange(part, start + 8, limits.columns))
        refuse('damaged', place)
    }
  }
}

/** Two ends in order, both below `limit`. */
const isRange = (part: Buffer, at: number, limit: number): boolean =>
  part.readUInt32LE(at) <= part.readUInt32LE(at + 4) && part.readUInt32LE(at + 4) < limit

/** A number in seven bits a byte, the low ones first. */
function variable(part: Buffer, start: number, longest: number): [value: number, end: number] {
  let value = 0
  for (let i = 0; i < longest; i++) {
    const byte = part[start + i] ?? 0
    value += (byte & 0x7f) << (7 * i)
    if (byte < 0x80) return [value, start + i + 1]
  }
  return [value, start + longest]
}
