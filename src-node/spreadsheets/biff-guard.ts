import { refuse } from './refuse.ts'

/**
 * Walks the records of an `.xls` stream ([MS-XLS]) without reading them: the workbook must not be encrypted, and every
 * sheet it announces must be there from its first record to its last.
 */
export function checkBiff(stream: Buffer): void {
  const sheets: number[] = []
  const encrypted = walk(stream, 0, (type, at) => {
    if (type === BOUND_SHEET) sheets.push(stream.readUInt32LE(at))
    return type === FILE_PASS
  })
  if (encrypted) refuse('passwordProtected')
  for (const start of sheets) walk(stream, start, () => false)
}

const BOUND_SHEET = 0x85
const FILE_PASS = 0x2f
const END = 0x0a
const beginnings = new Set([0x0009, 0x0209, 0x0409, 0x0809])

/** Follows one part of the stream to its END; stops early, with true, where `stop` says so. */
function walk(stream: Buffer, start: number, stop: (type: number, at: number) => boolean): boolean {
  let depth = 0
  for (let at = start; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const type = stream.readUInt16LE(at)
    if (at === start && !beginnings.has(type)) refuse('damaged')
    if (beginnings.has(type)) depth++
    if (type === END && --depth === 0) return false
    if (at + 8 <= stream.length && stop(type, at + 4)) return true
  }
  return refuse('truncated')
}
