import { parentPort, workerData } from 'node:worker_threads'
import { OperationError } from '../../src-core/kernel/errors.ts'
import type { SheetRow } from '../../src-core/kernel/sheet.ts'
import { type Library, readHere } from './read-here.ts'
import type { ReadMessage, ReadTask } from './read-in-worker.ts'

const { bytes, fileName } = workerData as ReadTask

const post = (message: ReadMessage) => parentPort?.postMessage(message)

/** Loading it takes longer than reading most workbooks. */
const library: Library = async (source, witness) => {
  const { readWithLibrary } = await import('./library-reader.ts')
  return readWithLibrary(source, witness)
}

try {
  const workbook = await readHere(bytes, { fileName }, library)
  post({ kind: 'info', info: workbook.info })
  for (const sheet of workbook.info.sheets.keys()) {
    for (const rows of workbook.rows(sheet)) post({ kind: 'rows', sheet, rows: rows as SheetRow[] })
  }
  post({ kind: 'end' })
} catch (error) {
  if (!(error instanceof OperationError)) throw error
  post({ kind: 'refused', code: error.code, data: error.data })
}
