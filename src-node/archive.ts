import type { Ports } from '../src-core/kernel/ports.ts'
import { packEntry, writeZip } from './spreadsheets/zip-writer.ts'

/** A ZIP of files that are in memory; names may hold any letter. */
export const zipFiles: Ports['zipFiles'] = async (files) => {
  const pieces: Uint8Array[] = []
  const entries = []
  for (const { name, bytes } of files) entries.push(await packEntry(name, [bytes]))
  await writeZip(entries, (bytes) => {
    pieces.push(bytes)
  })
  return Buffer.concat(pieces)
}
