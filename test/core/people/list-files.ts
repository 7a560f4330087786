import { utils, write } from 'xlsx'
import type { ListCheck } from '../../../src-core/people/list-import.contract.ts'
import type { ListImport } from '../../../src-core/people/list-import.ts'
import type { Runs } from './small-office.ts'

type Value = string | number | null | Date

/** An .xlsx as another program writes it: one sheet, numbers as numbers, dates as dates. */
export function workbook(rows: readonly (readonly Value[])[], name = 'Sayfa1'): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows as Value[][], { cellDates: true }), name)
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', cellDates: true }) as ArrayBuffer)
}

const turkish: Readonly<Record<string, number>> = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe }

/** Text in windows-1254, as Excel saves "CSV" on Turkish Windows. */
export const windows1254 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text), (letter) => turkish[letter] ?? letter.charCodeAt(0))

type Options = Partial<Omit<ListImport, 'staff'>> & { staff?: Partial<ListImport['staff']> }

/** Uploads a file and gives what `checkList` and `commitList` take. */
export async function uploaded(office: Runs, bytes: Uint8Array, options: Options = {}) {
  const fileName = options.fileName ?? 'Liste.xlsx'
  const file = new File([new Uint8Array(bytes)], fileName)
  const { fileHash }: { fileHash: string } = await office.run('imports.upload', { file })
  return { kind: 'staff', fileName, fileHash, ...options } as const
}

export const check = (office: Runs, input: object): Promise<ListCheck> => office.run('people.checkList', input)

export const commit = (
  office: Runs,
  input: object,
): Promise<{ batchId: string; created: number; changed: number; left: number; leftOut: number }> =>
  office.run('people.commitList', input)

/** `C3 E15` for every finding, in the order of the sheet. */
export const findings = ({ issues }: Pick<ListCheck, 'issues'>): string[] =>
  issues.map(({ cell, code }) => `${cell} ${code}`)
