import type { EmploymentType } from '../../../src-core/database/schema.ts'
import type { ListKind, ListMapping } from '../../../src-core/people/list-change.ts'
import type { ListImport } from '../../../src-core/people/list-import.ts'

/** What an officer has chosen on the way of a list into the academy; survives a reload. */
export type ListChoices = {
  readonly file: { readonly fileHash: string; readonly fileName: string } | null
  readonly sheet: string | null
  /** Field key to column name, as the officer corrected it; null while nothing was corrected. */
  readonly fields: Readonly<Record<string, string>> | null
  readonly mode: 'update' | 'snapshot'
  readonly completeTypes: readonly EmploymentType[]
  readonly employmentType: EmploymentType | null
  readonly unitId: string | null
  readonly addTitles: boolean
  readonly takeNationalIds: boolean
  readonly leaveDate: string | null
  readonly leaveOutErrors: boolean
  /** The number of people that was confirmed to leave. */
  readonly confirmed: number | null
}

export const noChoices: ListChoices = {
  file: null,
  sheet: null,
  fields: null,
  mode: 'update',
  completeTypes: [],
  employmentType: null,
  unitId: null,
  addTitles: false,
  takeNationalIds: false,
  leaveDate: null,
  leaveOutErrors: false,
  confirmed: null,
}

type Input = Omit<ListImport, 'language' | 'staff'> & { readonly staff: Partial<ListImport['staff']> }

/** What the operations take. `mapping` is the one the file was found to have. */
export function toInput(kind: ListKind, choices: ListChoices, mapping: ListMapping): Input {
  const { file, sheet, fields, leaveOutErrors } = choices
  return {
    kind,
    fileHash: file?.fileHash ?? '',
    fileName: file?.fileName ?? '',
    ...(sheet !== null && { sheet }),
    mapping: fields ? { ...mapping, fields: { ...fields } } : mapping,
    leaveOutErrors,
    staff: {
      mode: choices.mode,
      ...(choices.completeTypes.length > 0 && { completeTypes: [...choices.completeTypes] }),
      employmentType: choices.employmentType,
      unitId: choices.unitId,
      addTitles: choices.addTitles,
      takeNationalIds: choices.takeNationalIds,
      leaveDate: choices.leaveDate,
      ...(choices.confirmed !== null && { confirmDeactivations: choices.confirmed }),
    },
  }
}

/** What a check depends on: leaving rows out and confirming a number change nothing about what it finds. */
export const checkedPart = (input: Input): string => {
  const { confirmDeactivations: _, ...staff } = input.staff
  return JSON.stringify({ ...input, leaveOutErrors: false, staff })
}
