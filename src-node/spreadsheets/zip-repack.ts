import { crc32 } from 'node:zlib'
import { limits } from './limits.ts'
import { refuse } from './refuse.ts'
import type { ZipDirectory, ZipEntry } from './zip-guard.ts'
import { inflateEntry } from './zip-inflate.ts'

/**
 * The same zip with its entries inflated and stored, for a library that would inflate by itself: what it gets has been
 * checked against the directory, and a bomb has nowhere to go off. Pictures and macros are left out.
 */
export function repackStored(zip: Uint8Array, directory: ZipDirectory): Uint8Array {
  const entries = [...directory.values()].filter(({ name }) => !/\/media\/|\/embeddings\/|vbaproject/i.test(name))
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.heldBytes) refuse('tooLarge')
  const out: Buffer[] = []
  const places: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const bytes = inflateEntry(zip, entry)
    const name = Buffer.from(entry.name)
    const header = storedHeader(entry, bytes, name)
    out.push(Buffer.from('PK\x03\x04', 'latin1'), header, name, bytes)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    places.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), header, place, name)
    offset += 30 + name.length + bytes.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(
    places.reduce((sum, piece) => sum + piece.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...out, ...places, end])
}

function storedHeader(entry: ZipEntry, bytes: Buffer, name: Buffer): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(0x0800, 2)
  header.writeUInt32LE(0x0021_0000, 6)
  header.writeUInt32LE(entry.size === 0 ? crc32('') : entry.crc, 10)
  header.writeUInt32LE(bytes.length, 14)
  header.writeUInt32LE(bytes.length, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}
