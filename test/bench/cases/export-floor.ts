import { readFileSync, writeFileSync } from 'node:fs'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { type BareCell, bareXlsx } from '../bare-xlsx.ts'
import { tellResult, timed } from '../bench-store.ts'

/** The bare writer: the cells of an exported workbook, in memory already, written again. */
const [, exported = '', out = ''] = process.argv.slice(2)
const workbook = await openWorkbook(readFileSync(exported), { fileName: 'results.xlsx' })
const sheet = workbook.info.sheets.findIndex((info) => info.rowCount > 1000)
const rows: (readonly BareCell[])[] = []
for (const batch of workbook.rows(sheet)) {
  for (const row of batch)
    rows.push(row.cells.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? cell : null)))
}
const { ms } = await timed(async () => writeFileSync(out, bareXlsx(rows)))
tellResult({ ms, lines: rows.length - 1 })
