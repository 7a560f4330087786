import { readHere } from './read-here.ts'
import { readInWorker } from './read-in-worker.ts'
import { NeedsLibrary } from './refuse.ts'
import type { OpenOptions, Workbook } from './workbook.ts'

/**
 * Reads `.xlsx .xls .xlsb .ods .csv .tsv` (and HTML or XML tables named `.xls`) into cells. Everything is read before it
 * returns, so a file that is damaged at its end is refused as a whole. Refuses with INVALID_FILE, whose `problem` is one of
 * `fileProblems`; rejects with CANCELLED when the signal aborts.
 *
 * What our own readers read is read on the calling thread, in time that grows with the file and within `limits`; callers
 * that must stay responsive use `readInWorker`. The general library promises neither, and always gets a thread of its own.
 */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions): Promise<Workbook> {
  try {
    return await readHere(bytes, options)
  } catch (error) {
    if (error instanceof NeedsLibrary) return readInWorker(bytes, options)
    throw error
  }
}
