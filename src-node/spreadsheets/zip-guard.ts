import { limits } from './limits.ts'
import { refuse } from './refuse.ts'

/** One file of a zip, as its directory describes it. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

/** Entries by lower-cased name with `/` between folders: part names of a workbook do not depend on case. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>

/**
 * Reads the directory of a zip, and nothing else, and refuses what no honest workbook is: too many entries, too much to
 * inflate, a bomb's ratio, two entries of one name, encrypted entries. What the directory promises is checked again while
 * inflating (see `zip-inflate.ts`), since a directory may lie.
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const { count, start } = directoryPlace(view, end)
  if (count > limits.entries) refuse('tooLarge', { details: { entries: count } })
  const directory = new Map<string, ZipEntry>()
  const decoder = new TextDecoder()
  let at = start
  let inflated = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) refuse('truncated')
    const flags = view.getUint16(at + 8, true)
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > end) refuse('truncated')
    if (flags & 1) refuse('passwordProtected')
    const name = decoder.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/')
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizes(view, at, nameEnd, extraEnd),
    }
    if (entry.offset + entry.packedSize > start) refuse('truncated')
    const key = name.toLowerCase().replace(/^\//, '')
    if (directory.has(key)) refuse('damaged', { details: { part: name.slice(0, 100) } })
    directory.set(key, entry)
    inflated += entry.size
    at = extraEnd + view.getUint16(at + 32, true)
  }
  const bomb = inflated > limits.ratioFreeBytes && inflated > limits.ratio * bytes.length
  if (inflated > limits.inflatedBytes || bomb) {
    refuse('tooLarge', { details: { inflatedMegabytes: Math.round(inflated / 2 ** 20) } })
  }
  return directory
}

const none = 0xffff_ffff

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 0x1_0000; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return refuse('truncated')
}

function directoryPlace(view: DataView, end: number): { count: number; start: number } {
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (count !== 0xffff && start !== none) return { count, start }
  // Java exporters write the 64-bit form even of small files.
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) refuse('damaged')
  const far = Number(view.getBigUint64(end - 12, true))
  if (far + 56 > view.byteLength || view.getUint32(far, true) !== 0x06064b50) refuse('truncated')
  return { count: Number(view.getBigUint64(far + 32, true)), start: Number(view.getBigUint64(far + 48, true)) }
}

function sizes(view: DataView, at: number, extraStart: number, extraEnd: number) {
  let packedSize = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let offset = view.getUint32(at + 42, true)
  for (let extra = extraStart; extra + 4 <= extraEnd; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue
    let field = extra + 4
    const next = () => {
      if (field + 8 > extraEnd) refuse('damaged')
      field += 8
      return Number(view.getBigUint64(field - 8, true))
    }
    if (size === none) size = next()
    if (packedSize === none) packedSize = next()
    if (offset === none) offset = next()
  }
  return { packedSize, size, offset }
}
