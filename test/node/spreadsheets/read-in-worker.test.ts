import { describe, expect, test } from 'vitest'
import { readInWorker } from '../../../src-node/spreadsheets/read-in-worker.ts'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { bareXlsx } from '../../bench/bare-xlsx.ts'
import { tnaWorkbook } from '../../bench/tna-workbook.ts'
import { fixture } from './fixtures.ts'
import { deflatedRepeat, ordinaryEntries, rawZip, refusalOf, rowsOf } from './workbook-files.ts'

describe('reading in a thread of its own', () => {
  test('gives what reading on the spot gives', async () => {
    for (const [bytes, fileName] of [
      [tnaWorkbook({ rows: 2_500 }), 'talep.xlsx'],
      [fixture('talepler-libreoffice.xls'), 'talep.xls'],
      [fixture('bolgeler-1254.csv'), 'bolgeler.csv'],
    ] as const) {
      const here = await openWorkbook(bytes, { fileName })
      const there = await readInWorker(bytes, { fileName })
      expect(there.info).toEqual(here.info)
      for (const sheet of here.info.sheets.keys()) expect(rowsOf(there, sheet)).toEqual(rowsOf(here, sheet))
      there.close()
      expect(rowsOf(there)).toEqual([])
    }
  })

  test('leaves the bytes with the caller', async () => {
    const bytes = bareXlsx([['a']])
    await readInWorker(bytes, { fileName: 'a.xlsx' })
    expect(bytes.length).toBeGreaterThan(100)
  })

  test('refuses with the same words', async () => {
    expect(await refusalOf(readInWorker(Buffer.from('%PDF-1.4'), { fileName: 'a.xlsx' }))).toEqual({
      problem: 'notAWorkbook',
      file: 'a.xlsx',
      details: { looksLike: 'pdf' },
    })
  })

  test('a file that needs more memory than it may have is refused, and the caller lives on', async () => {
    const bytes = bareXlsx(Array.from({ length: 60_000 }, (_, i) => [`metin ${i}`, `başka metin ${i}`, i]))
    expect(await refusalOf(readInWorker(bytes, { fileName: 'a.xlsx', heapMb: 8 }))).toMatchObject({
      problem: 'tooLarge',
      file: 'a.xlsx',
    })
  })

  test('a file that takes longer than it may is given up', async () => {
    const { packed, size } = deflatedRepeat('<row><c><v>1</v></c></row>', 1_000_000)
    const bytes = rawZip([
      ...ordinaryEntries('xl/worksheets/sheet1.xml'),
      { name: 'xl/worksheets/sheet1.xml', packed, size },
    ])
    expect(await refusalOf(readInWorker(bytes, { fileName: 'a.xlsx', deadlineMs: 1 }))).toMatchObject({
      problem: 'tookTooLong',
    })
  })

  test('a signal stops it', async () => {
    const bytes = tnaWorkbook({ rows: 5_000 })
    await expect(readInWorker(bytes, { fileName: 'a.xlsx', signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CANCELLED',
    })
    const controller = new AbortController()
    const reading = readInWorker(bytes, { fileName: 'a.xlsx', signal: controller.signal })
    controller.abort()
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
