import type { SheetInfo, WorkbookFormat, WorkbookInfo } from '../../src-core/kernel/sheet.ts'
import { detectFormat } from './format.ts'
import { limits } from './limits.ts'
import { createLetterWitness, type LetterWitness, repairRows, repairText } from './mojibake.ts'
import { readOds } from './ods-reader.ts'
import { NeedsLibrary, refuse, Unusual } from './refuse.ts'
import { decodeText } from './text-encoding.ts'
import { readText } from './text-reader.ts'
import { type OpenOptions, readError, type Workbook, workbookOf } from './workbook.ts'
import { checkXlsb } from './xlsb-guard.ts'
import { type ReadSheet, readXlsx } from './xlsx-reader.ts'
import type { ZipDirectory } from './zip-guard.ts'
import { repackStored } from './zip-repack.ts'

/** The general library, for a thread that may be ended; it is loaded when it is needed. */
export type Library = (source: Uint8Array | string, witness: LetterWitness) => Promise<ReadSheet[]>

/** Reads on this thread. Without a library, throws NeedsLibrary for what only a library reads. */
export async function readHere(bytes: Uint8Array, options: OpenOptions, library?: Library): Promise<Workbook> {
  const { fileName, signal } = options
  try {
    if (bytes.length > limits.fileBytes) {
      refuse('tooLarge', { details: { megabytes: Math.round(bytes.length / 2 ** 20) } })
    }
    const context = { fileName, signal, library, witness: createLetterWitness() }
    const read = await readAny(bytes, context)
    signal?.throwIfAborted()
    const { sheets, ...about } = context.witness.isMisread() ? repaired(read) : read
    return workbookOf(
      { ...about, sheets: sheets.map((sheet) => sheet.info) },
      sheets.map((sheet) => sheet.rows),
    )
  } catch (error) {
    if (error instanceof NeedsLibrary) throw error
    throw readError(error, fileName, signal)
  }
}

type Context = OpenOptions & { readonly witness: LetterWitness; readonly library: Library | undefined }

type Read = Omit<WorkbookInfo, 'sheets'> & { readonly sheets: readonly ReadSheet[] }

async function readAny(bytes: Uint8Array, context: Context): Promise<Read> {
  const { witness } = context
  const detected = detectFormat(bytes)
  switch (detected.kind) {
    case 'xlsx':
      return readXlsxOrLibrary(bytes, detected.directory, context)
    case 'ods':
      return { format: 'ods', sheets: readOds(bytes, detected.directory, witness) }
    case 'xlsb':
      checkXlsb(bytes, detected.directory)
      return withLibrary('xlsb', repackStored(bytes, detected.directory), context)
    case 'xls':
      return withLibrary('xls', detected.stream, context)
    case 'html':
    case 'xml':
      // HTML of Turkish systems names its code page in a meta tag, or nowhere; the bytes tell better than the tag.
      return withLibrary('xls', decodeText(bytes).text, context)
    case 'text': {
      const { encoding, delimiter, ...sheet } = readText(bytes, context.fileName.replace(/\.\w{1,5}$/, ''), witness)
      const format = delimiter === '\t' ? 'tsv' : 'csv'
      return { format, encoding, ...(delimiter ? { delimiter } : {}), sheets: [sheet] }
    }
  }
}

async function readXlsxOrLibrary(bytes: Uint8Array, directory: ZipDirectory, context: Context): Promise<Read> {
  try {
    return { format: 'xlsx', sheets: await readXlsx(bytes, directory, context.witness, context.signal) }
  } catch (error) {
    if (!(error instanceof Unusual)) throw error
    // Bytes that do not match their checksum may look unusual, too; making them ready finds that out.
    return withLibrary('xlsx', repackStored(bytes, directory), context)
  }
}

async function withLibrary(format: WorkbookFormat, source: Uint8Array | string, context: Context): Promise<Read> {
  if (!context.library) throw new NeedsLibrary()
  return { format, sheets: await context.library(source, context.witness) }
}

const repaired = (read: Read): Read => ({
  ...read,
  repairedFrom1252: true,
  sheets: read.sheets.map(({ info, rows }) => ({
    info: { ...info, name: repairText(info.name) } satisfies SheetInfo,
    rows: repairRows(rows),
  })),
})
