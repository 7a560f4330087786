import type { GroupDecision } from '../database/schema.ts'
import { textOf, type ValueOption, valueMatcher } from '../imports/index.ts'
import { OperationError } from '../kernel/errors.ts'
import type { OpenWorkbook } from '../kernel/ports.ts'
import { cellName, type SheetRow } from '../kernel/sheet.ts'
import { fold } from '../kernel/turkish.ts'
import { decisions, type ReasonCode, reasonCodes, reasonsFor } from './decision.ts'
import { decisionWords, reasonWords, resultHeaders } from './results.words.ts'

type Language = 'tr' | 'en'

/** One line's decision as a results workbook states it. */
export type ReadDecision = {
  readonly lineId: string
  readonly row: number
  readonly idCell: string
  readonly decisionCell: string
  readonly decision: GroupDecision
  readonly reason: ReasonCode | null
}

export type ReadIssue = { readonly row: number; readonly cell: string; readonly message: string }

const options = <K extends string>(
  keys: readonly K[],
  words: Readonly<Record<Language, Readonly<Record<K, string>>>>,
): readonly ValueOption<K>[] => keys.map((key) => ({ key, words: [words.tr[key], words.en[key]] }))

const sentences = {
  tr: {
    decision: (text: string) => `“${text}” bir karar değil. Listeden seçin.`,
    noDecision: 'Karar boş. Listeden seçin.',
    reason: (text: string) => `“${text}” bir gerekçe değil. Listeden seçin.`,
    reasonNeeded: (fit: string) => `Bu karar bir gerekçe ister. Seçilebilecekler: ${fit}.`,
    reasonUnfit: (fit: string) =>
      fit === '' ? 'Bu karar gerekçe almaz. Hücreyi boşaltın.' : `Bu gerekçe bu karara uymuyor. Uyanlar: ${fit}.`,
    twice: 'Bu satır kimliği dosyada iki kez var. Birini silin.',
  },
  en: {
    decision: (text: string) => `“${text}” is not a decision. Choose one from the list.`,
    noDecision: 'The decision is empty. Choose one from the list.',
    reason: (text: string) => `“${text}” is not a reason. Choose one from the list.`,
    reasonNeeded: (fit: string) => `This decision needs a reason. To choose from: ${fit}.`,
    reasonUnfit: (fit: string) =>
      fit === ''
        ? 'This decision takes no reason. Empty the cell.'
        : `This reason does not fit the decision. Those that do: ${fit}.`,
    twice: 'This line id is in the file twice. Delete one.',
  },
} as const

/** Reads the decision columns of a results workbook, wherever its columns stand. Refuses a workbook of another cycle. */
export async function readDecisions(workbook: OpenWorkbook, fileName: string, cycleId: string, language: Language) {
  await checkCycle(workbook, fileName, cycleId)
  const decisionOf = valueMatcher(options(decisions, decisionWords))
  const reasonOf = valueMatcher(options(reasonCodes, reasonWords))
  const say = sentences[language]
  const rows: ReadDecision[] = []
  const errors: ReadIssue[] = []
  const seen = new Set<string>()
  for (const [index, { visibility }] of workbook.info.sheets.entries()) {
    if (visibility !== 'visible') continue
    let columns: { id: number; decision: number; reason: number } | undefined
    for await (const batch of workbook.rows(index)) {
      for (const row of batch) {
        if (columns) read(row, columns)
        else columns = headerOf(row)
      }
    }
  }
  if (rows.length === 0 && errors.length === 0)
    throw new OperationError('INVALID_FILE', { problem: 'notResults', file: fileName })
  return { rows, errors }

  function read({ row, cells }: SheetRow, at: { id: number; decision: number; reason: number }): void {
    const lineId = textOf(cells[at.id])
    if (lineId === '') return
    const refuse = (column: number, message: string) =>
      errors.push({ row: row + 1, cell: cellName(row, column), message })
    if (seen.has(lineId)) return void refuse(at.id, say.twice)
    seen.add(lineId)
    const decision = decisionOf(cells[at.decision])
    const reason = reasonOf(cells[at.reason])
    if (decision.kind !== 'found')
      return void refuse(at.decision, decision.kind === 'none' ? say.noDecision : say.decision(decision.text))
    if (reason.kind === 'unknown') return void refuse(at.reason, say.reason(reason.text))
    const allowed: readonly ReasonCode[] = reasonsFor[decision.key]
    const fit = allowed.map((code) => reasonWords[language][code]).join(', ')
    if (reason.kind === 'none' && allowed.length > 0) return void refuse(at.reason, say.reasonNeeded(fit))
    if (reason.kind === 'found' && !allowed.includes(reason.key)) return void refuse(at.reason, say.reasonUnfit(fit))
    const idCell = cellName(row, at.id)
    const decisionCell = cellName(row, at.decision)
    const code = reason.kind === 'found' ? reason.key : null
    rows.push({ lineId, row, idCell, decisionCell, decision: decision.key, reason: code })
  }
}

function headerOf({ cells }: SheetRow): { id: number; decision: number; reason: number } | undefined {
  const find = (index: number): number => {
    const names = [resultHeaders.tr[index], resultHeaders.en[index]].map((name) => fold(name ?? ''))
    return cells.findIndex((cell) => typeof cell === 'string' && names.includes(fold(cell)))
  }
  const [id, decision, reason] = [find(0), find(14), find(15)]
  return id >= 0 && decision >= 0 && reason >= 0 ? { id, decision, reason } : undefined
}

/** The hidden sheet names the cycle the workbook was made for; a workbook that lost it is checked line by line anyway. */
async function checkCycle(workbook: OpenWorkbook, fileName: string, cycleId: string): Promise<void> {
  const hidden = workbook.info.sheets.findIndex(
    (sheet) => sheet.visibility === 'veryHidden' && sheet.name === 'akademi',
  )
  if (hidden < 0) return
  const values: string[] = []
  for await (const batch of workbook.rows(hidden)) for (const row of batch) values.push(textOf(row.cells[0]))
  if (values[0] === 'needs-results' && values[2] !== cycleId) {
    throw new OperationError('INVALID_FILE', { problem: 'otherCycle', file: fileName })
  }
}
