import type { CourseList } from '../../../src-core/courses/list-change.ts'
import type { ListImport, ListInspection } from '../../../src-core/courses/list-import.contract.ts'

/** What an officer has chosen on the way of a list into the catalogue; survives a reload. */
export type ImportChoices = {
  readonly file: { readonly fileHash: string; readonly fileName: string } | null
  readonly sheet: string | null
  /** Field key to column name, as the officer corrected it; null while nothing was corrected. */
  readonly fields: Readonly<Record<string, string>> | null
  readonly leaveOutErrors: boolean
}

export const noChoices: ImportChoices = { file: null, sheet: null, fields: null, leaveOutErrors: false }

/** What the operations take; `mapping` is the one the file was found to have. */
export function toInput(
  kind: CourseList,
  { file, sheet, fields, leaveOutErrors }: ImportChoices,
  mapping: ListInspection['mapping'],
): Omit<ListImport, 'language'> {
  return {
    kind,
    fileHash: file?.fileHash ?? '',
    fileName: file?.fileName ?? '',
    ...(sheet !== null && { sheet }),
    mapping: fields ? { ...mapping, fields: { ...fields } } : mapping,
    leaveOutErrors,
  }
}

/** What a check depends on: leaving rows out changes nothing about what it finds. */
export const checkedPart = (input: Omit<ListImport, 'language'>): string =>
  JSON.stringify({ ...input, leaveOutErrors: false })
