import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import type { SheetInfo, SheetRow, WorkbookFormat, WorkbookInfo } from '../../src-core/kernel/sheet.ts'
import { detectFormat } from './format.ts'
import { limits } from './limits.ts'
import { createLetterWitness, type LetterWitness, repairRows, repairText } from './mojibake.ts'
import { readOds } from './ods-reader.ts'
import { refuse, Unusual } from './refuse.ts'
import { decodeText } from './text-encoding.ts'
import { readText } from './text-reader.ts'
import { type ReadSheet, readXlsx } from './xlsx-reader.ts'
import type { ZipDirectory } from './zip-guard.ts'
import { repackStored } from './zip-repack.ts'

/** A workbook that has been read to its end. */
export type Workbook = {
  readonly info: WorkbookInfo
  /** The rows of `info.sheets[sheet]` that carry a value, in order, in batches of a thousand. */
  readonly rows: (sheet: number) => Iterable<readonly SheetRow[]>
  /** Lets go of the rows; they are not to be asked for afterwards. */
  readonly close: () => void
}

export type OpenOptions = {
  /** For the sentence of an error and the sheet name of a text file; the format is told from the bytes. */
  readonly fileName: string
  readonly signal?: AbortSignal
}

/**
 * Reads `.xlsx .xls .xlsb .ods .csv .tsv` (and HTML or XML tables named `.xls`) into cells. Everything is read before it
 * returns, so a file that is damaged at its end is refused as a whole. Refuses with INVALID_FILE, whose `problem` is one of
 * `fileProblems`; rejects with CANCELLED when the signal aborts. Hostile files are stopped by limits on what they may cost,
 * but parsing itself happens on the calling thread: callers that must stay responsive use `readInWorker`.
 */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions): Promise<Workbook> {
  const { fileName, signal } = options
  try {
    if (bytes.length > limits.fileBytes)
      refuse('tooLarge', { details: { megabytes: Math.round(bytes.length / 2 ** 20) } })
    const witness = createLetterWitness()
    const read = await readAny(bytes, fileName, witness, signal)
    signal?.throwIfAborted()
    const { sheets, ...about } = witness.isMisread() ? repaired(read) : read
    return workbookOf(
      { ...about, sheets: sheets.map((sheet) => sheet.info) },
      sheets.map((sheet) => sheet.rows),
    )
  } catch (error) {
    throw readError(error, fileName, signal)
  }
}

/** A workbook of rows that are there already. */
export function workbookOf(info: WorkbookInfo, sheets: (readonly SheetRow[])[]): Workbook {
  return {
    info,
    rows: (sheet) => batches(sheets[sheet] ?? []),
    close: () => {
      sheets.length = 0
    },
  }
}

function* batches(rows: readonly SheetRow[]): Generator<readonly SheetRow[]> {
  for (let at = 0; at < rows.length; at += batchRows) yield rows.slice(at, at + batchRows)
}

const batchRows = 1_000

/** What went wrong, in the words of the officer's errors. */
export function readError(error: unknown, file: string, signal?: AbortSignal): OperationError {
  if (signal?.aborted) return new OperationError('CANCELLED', {})
  if (isOperationError(error)) {
    return 'problem' in error.data ? new OperationError('INVALID_FILE', { ...error.data, file }) : error
  }
  const reason = error instanceof Error ? error.message.slice(0, 200) : ''
  if (/password|encrypt/i.test(reason))
    return new OperationError('INVALID_FILE', { problem: 'passwordProtected', file })
  return new OperationError('INVALID_FILE', { problem: 'unreadable', file, details: { reason } })
}

type Read = Omit<WorkbookInfo, 'sheets'> & { readonly sheets: readonly ReadSheet[] }

async function readAny(
  bytes: Uint8Array,
  fileName: string,
  witness: LetterWitness,
  signal?: AbortSignal,
): Promise<Read> {
  const detected = detectFormat(bytes)
  switch (detected.kind) {
    case 'xlsx':
      return { format: 'xlsx', sheets: await readXlsxOrLibrary(bytes, detected.directory, witness, signal) }
    case 'ods':
      return { format: 'ods', sheets: readOds(bytes, detected.directory, witness) }
    case 'xlsb':
      return library('xlsb', repackStored(bytes, detected.directory), witness)
    case 'xls':
      return library('xls', bytes, witness)
    case 'html':
    case 'xml':
      return library('xls', decodeMarkup(bytes), witness)
    case 'text': {
      const { encoding, delimiter, ...sheet } = readText(bytes, fileName.replace(/\.\w{1,5}$/, ''), witness)
      return {
        format: delimiter === '\t' ? 'tsv' : 'csv',
        encoding,
        ...(delimiter ? { delimiter } : {}),
        sheets: [sheet],
      }
    }
  }
}

async function readXlsxOrLibrary(
  bytes: Uint8Array,
  directory: ZipDirectory,
  witness: LetterWitness,
  signal?: AbortSignal,
) {
  try {
    return await readXlsx(bytes, directory, witness, signal)
  } catch (error) {
    if (!(error instanceof Unusual)) throw error
    return (await library('xlsx', repackStored(bytes, directory), witness)).sheets
  }
}

async function library(format: WorkbookFormat, source: Uint8Array | string, witness: LetterWitness): Promise<Read> {
  const { readWithLibrary } = await import('./library-reader.ts')
  return { format, sheets: readWithLibrary(source, witness) }
}

/** HTML of Turkish systems names its code page in a meta tag, or nowhere; the bytes tell better than the tag. */
const decodeMarkup = (bytes: Uint8Array): string => decodeText(bytes).text

const repaired = (read: Read): Read => ({
  ...read,
  repairedFrom1252: true,
  sheets: read.sheets.map(({ info, rows }) => ({
    info: { ...info, name: repairText(info.name) } satisfies SheetInfo,
    rows: repairRows(rows),
  })),
})
