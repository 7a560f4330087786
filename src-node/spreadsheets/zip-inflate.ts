import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { limits } from './limits.ts'
import { refuse } from './refuse.ts'
import type { ZipEntry } from './zip-guard.ts'

/** The bytes of one entry, held as a whole. Refuses what is longer, shorter or other than the directory says. */
export function inflateEntry(zip: Uint8Array, entry: ZipEntry): Buffer {
  if (entry.size > limits.heldBytes) refuse('tooLarge', place(entry))
  const packed = packedBytes(zip, entry)
  const bytes = entry.method === 0 ? packed : unpack(packed, entry)
  if (bytes.length !== entry.size) refuse('damaged', place(entry))
  if (crc32(bytes) !== entry.crc) refuse('damaged', place(entry))
  return bytes
}

/**
 * Hands the bytes of one entry to `take` as they are inflated, in pieces that live only for the call. It inflates on
 * another thread, so that the caller works on one piece while the next is made.
 */
export async function inflateInPieces(
  zip: Uint8Array,
  entry: ZipEntry,
  take: (piece: Buffer) => void,
  signal?: AbortSignal,
): Promise<void> {
  const packed = packedBytes(zip, entry)
  let size = 0
  let crc = 0
  const check = (piece: Buffer) => {
    size += piece.length
    if (size > entry.size) refuse('damaged', place(entry))
    crc = crc32(piece, crc)
    take(piece)
  }
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += pieceBytes) {
      signal?.throwIfAborted()
      check(packed.subarray(at, at + pieceBytes))
    }
  } else {
    const inflater = createInflateRaw({ chunkSize: pieceBytes })
    inflater.end(packed)
    try {
      for await (const piece of inflater) {
        signal?.throwIfAborted()
        check(piece)
      }
    } catch (error) {
      if (isZlibError(error)) refuse(error.code === 'Z_BUF_ERROR' ? 'truncated' : 'damaged', place(entry))
      throw error
    }
  }
  if (size !== entry.size || crc !== entry.crc) refuse('damaged', place(entry))
}

const pieceBytes = 512 * 1024

const place = (entry: ZipEntry) => ({ details: { part: entry.name.slice(0, 100) } })

function packedBytes(zip: Uint8Array, entry: ZipEntry): Buffer {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== 0x04034b50)
    refuse('damaged', place(entry))
  if (entry.method !== 0 && entry.method !== 8) refuse('unreadable', { details: { method: entry.method } })
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  if (start + entry.packedSize > bytes.length) refuse('truncated', place(entry))
  return bytes.subarray(start, start + entry.packedSize)
}

function unpack(packed: Buffer, entry: ZipEntry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.size + 1 })
  } catch (error) {
    if (error instanceof RangeError) refuse('tooLarge', place(entry))
    if (isZlibError(error)) refuse(error.code === 'Z_BUF_ERROR' ? 'truncated' : 'damaged', place(entry))
    throw error
  }
}

const isZlibError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
