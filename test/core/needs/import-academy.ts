import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NeedCheckResult, NeedImportCounts } from '../../../src-core/needs/import.contract.ts'
import { writeWorkbook } from '../../../src-node/spreadsheets/write-workbook.ts'
import { openPreparedAcademy, type TestAcademy } from '../academy.ts'
import { fillSample } from './deciding-sample.ts'

export type SmallAcademy = TestAcademy & {
  readonly cycleId: string
  readonly unitId: string
  upload(bytes: Uint8Array, fileName: string): Promise<{ fileHash: string; fileName: string }>
  check(file: object, choices?: object): Promise<NeedCheckResult>
  commit(file: object, choices?: object): Promise<{ batchId: string; counts: NeedImportCounts }>
}

/** A sample academy of 300 people with an open cycle and 600 needs. */
export async function openSmallAcademy(): Promise<SmallAcademy> {
  const academy = await openPreparedAcademy(fillSample)
  const { cycles } = (await academy.run('needs.listCycles')) as { cycles: { id: string }[] }
  const { units } = (await academy.run('people.unitOptions')) as { units: { id: string; code: string }[] }
  const cycleId = cycles[0]?.id ?? ''
  const unitId = units[5]?.id ?? ''
  return {
    ...academy,
    cycleId,
    unitId,
    upload: async (bytes, fileName) => {
      const file = new File([new Uint8Array(bytes)], fileName)
      const { fileHash } = (await academy.run('imports.upload', { file })) as { fileHash: string }
      return { fileHash, fileName }
    },
    check: async (file, choices = {}) => academy.run('needs.checkImport', { ...file, cycleId, ...choices }),
    commit: async (file, choices = {}) => academy.run('needs.commitImport', { ...file, cycleId, ...choices }),
  }
}

export const fixture = (name: string): Promise<Uint8Array> =>
  readFile(join(import.meta.dirname, '..', '..', 'fixtures', 'workbooks', name))

/** A workbook of text cells, header first. */
export const sheetOf = (
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  name = 'Talepler',
) =>
  writeWorkbook({
    sheets: [
      {
        name,
        columns: header.map((text) => ({ header: text, type: 'text' as const, width: 12 })),
        rows: rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))),
      },
    ],
  })
