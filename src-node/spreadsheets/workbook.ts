import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import type { SheetRow, WorkbookInfo } from '../../src-core/kernel/sheet.ts'

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
