import { OperationError } from '../kernel/errors.ts'
import { sha256 } from '../kernel/hash.ts'
import type { FileStore } from '../kernel/ports.ts'
import { bytesInChunk, largestCarried } from './protocol.ts'

/** Files that have not come whole yet; they survive a restart of the program. */
export type PartialFiles = {
  /** Bytes that are there; 0 when nothing is. */
  size(hash: string): Promise<number>
  /** Adds bytes at the end; gives how many are there then. */
  append(hash: string, bytes: Uint8Array): Promise<number>
  read(hash: string): Promise<Uint8Array>
  drop(hash: string): Promise<void>
}

export type FileMeans = { readonly files: FileStore; readonly partial: PartialFiles }

/** How much of each file is there; -1 for a whole one. */
export async function haveOf(
  { files, partial }: FileMeans,
  hashes: readonly string[],
): Promise<Record<string, number>> {
  const have: Record<string, number> = {}
  for (const hash of hashes) have[hash] = (await files.get(hash)) ? -1 : await partial.size(hash)
  return have
}

/**
 * Takes the next piece of a file and answers how far it has come; -1 when it is whole and kept under its hash. A piece that does
 * not begin where the last one ended changes nothing, so that a repeated or late one does no harm.
 */
export async function takeChunk(
  { files, partial }: FileMeans,
  { hash, start, size, bytes }: { hash: string; start: number; size: number; bytes: Uint8Array },
): Promise<number> {
  if (await files.get(hash)) return -1
  if (size > largestCarried) throw new OperationError('INVALID_FILE', { problem: 'tooLarge' })
  let have = await partial.size(hash)
  if (start === have && bytes.length > 0) {
    if (have + bytes.length > size) throw new OperationError('INVALID_FILE', { problem: 'tooLarge' })
    have = await partial.append(hash, bytes)
  }
  if (have < size) return have
  const whole = await partial.read(hash)
  await partial.drop(hash)
  // Pieces of another file, or bytes that were lost on the way: it begins anew.
  if (sha256(whole) !== hash) return 0
  await files.put(whole)
  return -1
}

/** A piece of a whole file from `start` on; nothing when the file is not here. */
export async function giveChunk(
  { files }: FileMeans,
  hash: string,
  start: number,
): Promise<{ readonly size: number; readonly bytes: Uint8Array } | undefined> {
  const whole = await files.get(hash)
  return whole && { size: whole.length, bytes: whole.subarray(start, start + bytesInChunk) }
}
