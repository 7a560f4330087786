import { OperationError, type OperationErrorData } from '../../src-core/kernel/errors.ts'
import type { FileProblem } from '../../src-core/kernel/sheet.ts'

/** Where in the file the problem lies; `file` is filled in by `openWorkbook`. */
export type Place = Omit<OperationErrorData['INVALID_FILE'], 'problem'>

/** Refuses a file with INVALID_FILE. */
export function refuse(problem: FileProblem, place: Place = {}): never {
  throw new OperationError('INVALID_FILE', { problem, ...place })
}

/**
 * Thrown inside the `.xlsx` reader when a legal workbook uses something it does not read; the general library then takes
 * over.
 */
export class Unusual extends Error {
  override readonly name = 'Unusual'
}

/** Thrown where only the general library can go on, on a thread that is not its own. It never leaves `openWorkbook`. */
export class NeedsLibrary extends Error {
  override readonly name = 'NeedsLibrary'
}
