import { type ImportIssue, sentence } from '../imports/index.ts'
import { workbookType } from '../kernel/file.ts'
import type { OpenWorkbook, Ports } from '../kernel/ports.ts'
import type { Cell } from '../kernel/sheet.ts'
import type { OutCell, OutSheet, OutValue } from '../kernel/workbook-spec.ts'

type Marks = ReadonlyMap<number, readonly ImportIssue[]>

/** The imported file with only its wrong cells coloured, a note on each saying what is wrong; everything else as it came. */
export async function correctedWorkbook(
  ports: Pick<Ports, 'writeWorkbook'>,
  workbook: OpenWorkbook,
  issues: readonly ImportIssue[],
  fileName: string,
  language: 'tr' | 'en',
): Promise<File> {
  const sheets: OutSheet[] = []
  for (const [index, info] of workbook.info.sheets.entries()) {
    const marks = marksOf(issues.filter((issue) => issue.sheet === info.name))
    sheets.push({
      name: info.name,
      visibility: info.visibility,
      header: false,
      columns: Array.from({ length: Math.max(1, info.columnCount) }, () => ({
        header: '',
        type: 'text' as const,
        width: 18,
      })),
      rows: rowsOf(workbook, index, marks, language),
    })
  }
  const bytes = await ports.writeWorkbook({ sheets })
  const base = fileName.replace(/\.\w{1,5}$/, '')
  const suffix = language === 'tr' ? 'düzeltilecek' : 'to correct'
  return new File([new Uint8Array(bytes)], `${base} (${suffix}).xlsx`, { type: workbookType })
}

function marksOf(issues: readonly ImportIssue[]): Marks {
  return Map.groupBy(
    issues.filter((issue) => issue.row !== null),
    (issue) => issue.row ?? 0,
  )
}

async function* rowsOf(
  workbook: OpenWorkbook,
  sheet: number,
  marks: Marks,
  language: 'tr' | 'en',
): AsyncGenerator<readonly OutCell[]> {
  let next = 0
  for await (const batch of workbook.rows(sheet)) {
    for (const { row, cells } of batch) {
      for (; next < row; next++) yield []
      next = row + 1
      yield markedRow(cells, marks.get(row) ?? [], language)
    }
  }
}

function markedRow(cells: readonly Cell[], issues: readonly ImportIssue[], language: 'tr' | 'en'): readonly OutCell[] {
  const values: OutCell[] = cells.map(outValue)
  const byColumn = Map.groupBy(issues, (issue) => issue.column ?? 0)
  for (const [column, some] of byColumn) {
    while (values.length <= column) values.push(null)
    const fill = some.some((issue) => issue.severity === 'error') ? 'error' : 'warning'
    const note = some.map((issue) => `${issue.code}: ${sentence(issue, language)}`).join('\n')
    values[column] = { value: outValue(cells[column] ?? null), fill, note }
  }
  return values
}

function outValue(cell: Cell): OutValue {
  if (typeof cell !== 'object' || cell === null) return cell
  return 'error' in cell ? cell.error : { date: cell.iso.slice(0, 10) }
}
