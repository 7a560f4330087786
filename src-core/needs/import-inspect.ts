import { fieldName, type MatchReason, type Proposal, type TargetField, textOf } from '../imports/index.ts'
import type { OpenWorkbook } from '../kernel/ports.ts'
import { columnName } from '../kernel/sheet.ts'
import type { NeedInspection } from './import.contract.ts'
import type { ProposedSheet } from './import-check.ts'
import { toIssue } from './import-result.ts'

const sampleCells = 4

/** What a workbook holds and how it would be read, for the mapping screen. */
export function inspection(
  workbook: OpenWorkbook,
  sheets: readonly ProposedSheet[],
  fields: readonly TargetField[],
): NeedInspection {
  const { format, encoding, delimiter, repairedFrom1252 } = workbook.info
  return {
    format,
    encoding: encoding ?? null,
    delimiter: delimiter ?? null,
    repaired: repairedFrom1252 ?? false,
    fields: fields.map(({ key }) => ({ key, tr: fieldName(key, 'tr'), en: fieldName(key, 'en') })),
    sheets: sheets.map(({ info, proposal, issues, chosen }) => ({
      name: info.name,
      visibility: info.visibility,
      rowCount: info.rowCount,
      columnCount: info.columnCount,
      hiddenRows: info.hiddenRows.length,
      hiddenColumns: info.hiddenColumns.length,
      chosen: chosen && proposal !== null,
      confidence: proposal?.confidence ?? 0,
      recognised: proposal?.recognised ?? null,
      headerRow: proposal ? proposal.table.headerBottom + 1 : null,
      columns: proposal ? columnsOf(proposal) : [],
      mapping: proposal?.mapping ?? null,
      issues: issues.map((issue) => toIssue(issue, 'tr')),
    })),
  }
}

function columnsOf(proposal: Proposal): NeedInspection['sheets'][number]['columns'] {
  const fieldOf = new Map(proposal.matches.map((match) => [match.column, match]))
  const topicOf = new Map(proposal.resolved.topics.map(({ column, topic }) => [column, topic]))
  const freeTexts = new Set(proposal.resolved.freeTexts)
  return proposal.table.columns.map(({ column, name, hidden }) => {
    const match = fieldOf.get(column)
    const topic = topicOf.get(column) ?? null
    return {
      column,
      letter: columnName(column),
      name,
      hidden,
      samples: samplesOf(proposal, column),
      field: match?.field ?? null,
      confidence: match?.confidence ?? 0,
      reason: reasonOf(match?.reasons[0]),
      role: topic !== null ? 'topic' : freeTexts.has(column) ? 'freeText' : match ? 'field' : 'ignored',
      topic,
    }
  })
}

/** A few different values of a column. */
function samplesOf(proposal: Proposal, column: number): string[] {
  const values = new Set<string>()
  for (const row of proposal.sample) {
    const text = textOf(row[column]).slice(0, 60)
    if (text !== '') values.add(text)
    if (values.size === sampleCells) break
  }
  return [...values]
}

const reasonOf = (reason: MatchReason | undefined): string => reason?.kind ?? ''
