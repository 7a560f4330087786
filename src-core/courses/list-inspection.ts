import { fieldName, type ImportIssue, sentence, type TargetField, textOf } from '../imports/index.ts'
import type { OpenWorkbook } from '../kernel/ports.ts'
import { columnName } from '../kernel/sheet.ts'
import type { SeenSheet } from '../people/index.ts'
import type { ListCheck, ListImport, ListInspection } from './list-import.contract.ts'

const sampleValues = 3
const sureFrom = 0.75

type Language = ListImport['language']

/** A finding as it is told on screen. */
export const toIssue =
  (language: Language) =>
  (issue: ImportIssue): ListCheck['issues'][number] => ({
    severity: issue.severity,
    code: issue.code,
    sheet: issue.sheet ?? '',
    cell: issue.cell ?? '',
    message: sentence(issue, language),
  })

function columnsOf({ proposal, info }: SeenSheet): ListInspection['columns'] {
  if (!proposal) return []
  const matches = new Map(proposal.matches.map((match) => [match.column, match]))
  return proposal.table.columns
    .filter(({ column, hidden }) => column < Math.max(info.columnCount, 1) && !hidden)
    .map(({ column, name }) => {
      const match = matches.get(column)
      const values = proposal.sample.map((row) => textOf(row[column])).filter(Boolean)
      return {
        name,
        letter: columnName(column),
        samples: [...new Set(values)].slice(0, sampleValues),
        field: match?.field ?? null,
        sure: match === undefined || match.confidence >= sureFrom,
      }
    })
}

/** What a list from elsewhere holds, as the mapping screen shows it: sheets, columns with samples, and what each was taken for. */
export function inspectionOf(
  book: OpenWorkbook,
  seen: SeenSheet | undefined,
  fields: readonly TargetField[],
  language: Language,
): ListInspection {
  return {
    sheets: book.info.sheets
      .filter(({ visibility, rowCount }) => visibility === 'visible' && rowCount > 0)
      .map(({ name, rowCount }) => ({ name, rows: rowCount })),
    sheet: seen?.info.name ?? null,
    headerRow: seen?.proposal ? seen.proposal.table.headerBottom + 1 : null,
    recognised: seen?.proposal?.recognised === 'remembered',
    columns: seen ? columnsOf(seen) : [],
    fields: fields.map(({ key, required }) => ({
      key,
      name: fieldName(key, language),
      required: required ?? false,
    })),
    mapping: seen?.proposal?.mapping ?? {},
    issues: (seen?.issues ?? []).map(toIssue(language)),
  }
}
