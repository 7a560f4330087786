import type { OutCell, OutSheet, OutValue } from '../../src-core/kernel/workbook-spec.ts'
import { looksLikeFormula } from './out-text.ts'

/**
 * Writes one sheet as the CSV that Turkish Excel opens by a double click: UTF-8 with its mark, `;`, dates as dd.mm.yyyy,
 * decimal comma. Text that a spreadsheet would take for a formula gets a leading apostrophe (OWASP ASVS 5, 1.2.10), which
 * our own import takes away again.
 */
export async function writeCsv(sheet: OutSheet): Promise<Uint8Array> {
  const lines: string[] = []
  if (sheet.header !== false) lines.push(sheet.columns.map((column) => field(column.header)).join(';'))
  for await (const cells of sheet.rows) lines.push(cells.map((cell) => field(valueOfCell(cell))).join(';'))
  return Buffer.from(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`)
}

const valueOfCell = (cell: OutCell): OutValue =>
  cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : cell

function field(value: OutValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'object')
    return value.date.replace(/^(\d{4})-(\d\d)-(\d\d)T?/, (_, y, m, d) => `${d}.${m}.${y} `).trim()
  const text = looksLikeFormula(value.replace(/^'+/, '')) ? `'${value}` : value
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
