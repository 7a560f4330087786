import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file in an asar archive. One that is `unpacked` lies beside the archive, in `<archive>.unpacked`. */
type ArchivedFile = {
  readonly path: string
  readonly unpacked: boolean
  readonly offset: number
  readonly size: number
}

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>
  readonly unpacked?: boolean
  readonly offset?: string
  readonly size?: number
}

/** The header's length stands in bytes 4–8, its JSON's length in bytes 12–16; the files follow the header. */
const headerLengthAt = 4
const jsonLengthAt = 12
const jsonAt = 16

/** Lists an asar archive, with `/` in paths. */
export function listArchive(file: string): readonly ArchivedFile[] {
  const bytes = readFileSync(file)
  const start = 8 + bytes.readUInt32LE(headerLengthAt)
  const header: Entry = JSON.parse(bytes.toString('utf8', jsonAt, jsonAt + bytes.readUInt32LE(jsonLengthAt)))
  const walk = (entry: Entry, path: string): ArchivedFile[] =>
    entry.files
      ? Object.entries(entry.files).flatMap(([name, child]) => walk(child, path ? `${path}/${name}` : name))
      : [{ path, unpacked: entry.unpacked ?? false, offset: start + Number(entry.offset ?? 0), size: entry.size ?? 0 }]
  return walk(header, '')
}

/** Lays an archive out as the folder that Electron shows to the program. */
export function extractArchive(file: string, folder: string): void {
  const bytes = readFileSync(file)
  for (const { path, unpacked, offset, size } of listArchive(file)) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    const content = unpacked ? readFileSync(join(`${file}.unpacked`, path)) : bytes.subarray(offset, offset + size)
    writeFileSync(target, content)
  }
}
