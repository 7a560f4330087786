import { OperationError, type OperationErrorData } from '../../src-core/kernel/errors.ts'
import type { FileProblem } from '../../src-core/kernel/sheet.ts'

/** Where in the file the problem lies; `file` is filled in by `openWorkbook`. */
export type Place = Omit<OperationErrorData['INVALID_FILE'], 'problem'>

/** Refuses a file with INVALID_FILE. */
export function refuse(problem: FileProblem, place: Place = {}): never {
  throw new OperationError('INVALID_FILE', { problem, ...place })
}

/**
 * Thrown inside the reader when a legal workbook uses something the fast reader does not read; the caller then takes the
 * slower, more general library. It never leaves `openWorkbook`.
 */
export class Unusual extends Error {
  override readonly name = 'Unusual'
}
