import { readFileSync } from 'node:fs'
import type { CourseList } from '../../../src-core/courses/list-change.ts'
import type { ListCheck } from '../../../src-core/courses/list-import.contract.ts'
import type { TestAcademy } from '../academy.ts'

/** A list in a file that was handed over, ready to be checked. */
export type Handed = { readonly kind: CourseList; readonly fileHash: string; readonly fileName: string }

export async function hand(academy: TestAcademy, kind: CourseList, file: File): Promise<Handed> {
  const { fileHash, fileName }: Handed = await academy.run('imports.upload', { file }, { as: ['TO'] })
  return { kind, fileHash, fileName }
}

export const csv = (rows: readonly (readonly string[])[], name = 'liste.csv'): File =>
  new File([rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')], name)

export const sampleFile = (name: string): File =>
  new File([readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url))], name)

export const check = (academy: TestAcademy, handed: Handed, rest: object = {}): Promise<ListCheck> =>
  academy.run('courses.checkList', { ...handed, ...rest }, { as: ['TO'] })

export const commit = (
  academy: TestAcademy,
  handed: Handed,
  rest: object = {},
): Promise<{ batchId: string; created: number; changed: number; leftOut: number }> =>
  academy.run('courses.commitList', { ...handed, ...rest }, { as: ['TO'] })

/** Findings as `code cell`. */
export const findings = ({ issues }: ListCheck): readonly string[] => issues.map(({ code, cell }) => `${code} ${cell}`)
