import type { ListInspection } from '../../../src-core/courses/list-import.contract.ts'
import type { Currency } from '../../../src-core/plan/foreign-cells.rules.ts'
import type { PlanImport } from '../../../src-core/plan/list.contract.ts'

/** What an officer has chosen on the way of a plan from a file; survives a reload. */
export type PlanChoices = {
  readonly file: { readonly fileHash: string; readonly fileName: string } | null
  readonly sheet: string | null
  /** Field key to column name, as the officer corrected it; null while nothing was corrected. */
  readonly fields: Readonly<Record<string, string>> | null
  /** Lira for one unit. */
  readonly rates: Partial<Readonly<Record<Currency, number>>>
  readonly leaveOutErrors: boolean
  readonly changeReason: string
}

export const noPlanChoices: PlanChoices = {
  file: null,
  sheet: null,
  fields: null,
  rates: {},
  leaveOutErrors: false,
  changeReason: '',
}

type Input = Omit<PlanImport, 'language'>

/** What the operations take; `mapping` is the one the file was found to have. */
export function toPlanInput(
  planId: string,
  { file, sheet, fields, rates, leaveOutErrors, changeReason }: PlanChoices,
  mapping: ListInspection['mapping'],
): Input {
  const reason = changeReason.trim()
  return {
    planId,
    fileHash: file?.fileHash ?? '',
    fileName: file?.fileName ?? '',
    ...(sheet !== null && { sheet }),
    mapping: fields ? { ...mapping, fields: { ...fields } } : mapping,
    rates,
    leaveOutErrors,
    changeReason: reason.length < 3 ? null : reason,
  }
}

/** What a check depends on: leaving rows out and the reason change nothing about what it finds. */
export const checkedPart = (input: Input): string =>
  JSON.stringify({ ...input, leaveOutErrors: false, changeReason: null })
