import type { WorkbookInfo } from '../kernel/sheet.ts'
import { type ImportIssue, issueOf } from './issue.ts'

/** What is to be said about a workbook before any row: hidden sheets with values, formulas, repaired text. */
export function workbookIssues(info: WorkbookInfo): readonly ImportIssue[] {
  const issues: ImportIssue[] = info.repairedFrom1252 ? [issueOf('W19', {}, {})] : []
  for (const sheet of info.sheets) {
    if (sheet.visibility !== 'visible') {
      if (sheet.rowCount > 0)
        issues.push(issueOf('W14', { sheet: sheet.name }, { what: 'sheet', names: sheet.name, count: 1 }))
      continue
    }
    if (sheet.formulaCount > 0) issues.push(issueOf('W18', { sheet: sheet.name }, { count: sheet.formulaCount }))
    const lost = sheet.formulasWithoutValue ?? 0
    if (lost > 0) issues.push(issueOf('W22', { sheet: sheet.name }, { count: lost }))
  }
  return issues
}
