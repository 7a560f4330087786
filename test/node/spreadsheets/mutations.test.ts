import { describe, expect, test } from 'vitest'
import { fileProblems } from '../../../src-core/kernel/sheet.ts'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { readZipDirectory } from '../../../src-node/spreadsheets/zip-guard.ts'
import { inflateEntry } from '../../../src-node/spreadsheets/zip-inflate.ts'
import { bareZip } from '../../bench/bare-xlsx.ts'
import { mulberry } from '../../bench/tna-workbook.ts'
import { thorough } from '../../thorough.ts'
import { fixture } from './fixtures.ts'
import { rowsOf } from './workbook-files.ts'

/** Pieces that mean something to one of the readers. */
const pieces = [
  '<',
  '>',
  '/',
  '"',
  '&',
  '<row',
  '</row>',
  '<c ',
  '<v>',
  '</v>',
  'r="XFE9"',
  't="s"',
  '<is>',
  '<!--',
  '<![CDATA[',
  '<?',
  '\0',
  '99999999999',
  '<x:',
  '<si>',
  'table:number-rows-repeated="1000000"',
]

function mutated(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length)
  const length = Math.floor(random() * 60)
  const kind = random()
  if (kind < 0.3) {
    const copy = Buffer.from(bytes)
    copy[at] = Math.floor(random() * 256)
    return copy
  }
  if (kind < 0.5) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
  if (kind < 0.7) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length))])
  const piece = pieces[Math.floor(random() * pieces.length)] as string
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(piece), bytes.subarray(at)])
}

/** A workbook with one change in one of its parts, checksums made right again. */
function mutatedZip(bytes: Buffer, random: () => number): Buffer {
  const entries = [...readZipDirectory(bytes).values()].map(
    (entry) => [entry.name, inflateEntry(bytes, entry)] as [string, Buffer],
  )
  const told = entries.filter(([name]) => /sheet|content|shared|workbook|styles/i.test(name))
  const chosen = told[Math.floor(random() * told.length)] as [string, Buffer]
  chosen[1] = mutated(chosen[1], random)
  return Buffer.from(bareZip(entries, 1))
}

describe('a change anywhere in a file', () => {
  test.each([
    'talepler-exceljs.xlsx',
    'talepler-libreoffice.xlsx',
    'talepler-libreoffice.ods',
    'talepler-sheetjs.xlsb',
    'talepler-libreoffice.xls',
    'bolgeler-1254.csv',
  ])('%s is read or refused with a problem of the list, and rows keep their order', async (name) => {
    const random = mulberry(name.length)
    const whole = fixture(name)
    const zipped = whole.toString('latin1', 0, 2) === 'PK'
    // What the general library reads is read in a thread of its own, which takes its time to start.
    const rounds = name.endsWith('.xls') || name.endsWith('.xlsb') ? 6 : thorough ? 80 : 30
    for (let i = 0; i < rounds; i++) {
      const bytes = zipped && i % 5 > 0 ? mutatedZip(whole, random) : mutated(whole, random)
      try {
        const workbook = await openWorkbook(bytes, { fileName: name })
        for (const sheet of workbook.info.sheets.keys()) {
          let last = -1
          for (const { row, cells } of rowsOf(workbook, sheet)) {
            expect(row).toBeGreaterThan(last)
            expect(cells.at(-1) ?? null).not.toBeNull()
            last = row
          }
        }
      } catch (error) {
        const { code, data } = error as { code: string; data: { problem: string; file: string } }
        expect([code, data.file]).toEqual(['INVALID_FILE', name])
        expect(fileProblems).toContain(data.problem)
        // Only the general library may stumble; our own readers say what is wrong.
        if (!/\.xlsb?$|\.xls$/.test(name)) expect(data.problem).not.toBe('unreadable')
      }
    }
  })
})
