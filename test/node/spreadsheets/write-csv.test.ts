import { expect, test } from 'vitest'
import type { OutCell, OutSheet } from '../../../src-core/kernel/workbook-spec.ts'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { writeCsv } from '../../../src-node/spreadsheets/write-csv.ts'
import { cellsOf } from './workbook-files.ts'

const sheet = (rows: OutCell[][]): OutSheet => ({
  name: 'Veri',
  columns: [
    { header: 'Sicil No', type: 'text' },
    { header: 'Not', type: 'text' },
  ],
  rows,
})

test('a Turkish Excel opens it by a double click: mark, semicolons, decimal comma, day before month', async () => {
  const bytes = await writeCsv(
    sheet([
      ['00123', 'Işık'],
      [1.5, { date: '2026-12-07' }],
      [true, { date: '2026-12-07T09:30' }],
      [null, { value: 'a;b "c"', fill: 'error' }],
    ]),
  )
  expect(Buffer.from(bytes).toString('utf8')).toBe(
    '\ufeffSicil No;Not\r\n00123;Işık\r\n1,5;07.12.2026\r\n1;07.12.2026 09:30\r\n;"a;b ""c"""\r\n',
  )
})

test('text that begins like a formula is neutralised, and our import takes it back', async () => {
  const nasty = ['=1+1', '+90', '-x', '@a', '\tb', '\rc', "'=kesme", ' boşluk ', 'iki\nsatır']
  const bytes = await writeCsv(sheet(nasty.map((value, index) => [`0${index}`, value])))
  const fields = Buffer.from(bytes).toString('utf8').split('\r\n')
  expect(fields.filter((line) => /;"?[=+\-@\t\r]/.test(line))).toEqual([])
  const read = await cellsOf(bytes, 'a.csv')
  expect(nasty.map((_, index) => read[index + 1]?.[1])).toEqual(nasty)
  expect((await openWorkbook(bytes, { fileName: 'a.csv' })).info).toMatchObject({ encoding: 'utf-8', delimiter: ';' })
})
