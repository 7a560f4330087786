import { readFileSync, writeFileSync } from 'node:fs'
import type { OutCell } from '../../../src-core/kernel/workbook-spec.ts'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { writeWorkbook } from '../../../src-node/spreadsheets/write-workbook.ts'
import { tellResult, timed } from '../bench-store.ts'

/** The bare writer: the cells of an exported workbook, in memory already, written again with the same columns. */
const [, exported = '', out = ''] = process.argv.slice(2)
const workbook = await openWorkbook(readFileSync(exported), { fileName: 'results.xlsx' })
const sheet = workbook.info.sheets.findIndex((info) => info.rowCount > 1000)
const rows: (readonly OutCell[])[] = []
for (const batch of workbook.rows(sheet)) {
  for (const row of batch) rows.push(row.cells.map((cell) => (typeof cell === 'object' && cell !== null ? null : cell)))
}
const header = rows.shift() ?? []
const { ms } = await timed(async () => {
  const bytes = await writeWorkbook({
    sheets: [
      {
        name: 'Sonuçlar',
        filter: true,
        columns: header.map((text, column) => ({
          header: String(text),
          width: 18,
          type: [5, 10, 11, 12].includes(column)
            ? ('integer' as const)
            : column === 13
              ? ('decimal' as const)
              : ('text' as const),
          ...(column === 14 || column === 15 ? { list: { values: ['Planla', 'Ertele', 'Reddet'] } } : {}),
        })),
        rows,
      },
    ],
  })
  writeFileSync(out, bytes)
})
tellResult({ ms, lines: rows.length })
