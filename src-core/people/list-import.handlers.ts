import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import { type ImportIssue, type MatchReason, sentence, standingBatchOf, textOf } from '../imports/index.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule } from '../kernel/errors.ts'
import { columnName } from '../kernel/sheet.ts'
import { correctedWorkbook } from './corrected-workbook.ts'
import type { ChangeKind, ListChange, ListMapping } from './list-change.ts'
import { listFieldName } from './list-fields.ts'
import type { ListCheck, ListInspection, ListIssue, listImportContract } from './list-import.contract.ts'
import { rememberMapping } from './list-import.repository.ts'
import { type ListImport, sheetErrors, wrongRows } from './list-import.ts'
import { type Analysed, importerFor } from './list-importers.ts'
import { type ReadSheet, readSheet, type SeenSheet, seeSheets, withFile } from './list-sheet.ts'
import { checkLosses } from './staff.rules.ts'
import { workbookFile } from './workbook-file.ts'

const mostChanges = 5_000
const mostIssues = 20_000
const mostUnknownUnits = 200
const sampleValues = 3
const sureFrom = 0.75

type Call = Omit<QueryCall<unknown>, 'input'>

const toIssue =
  (language: 'tr' | 'en') =>
  (issue: ImportIssue): ListIssue => ({
    severity: issue.severity,
    code: issue.code,
    sheet: issue.sheet ?? '',
    cell: issue.cell ?? '',
    message: sentence(issue, language),
  })

type Read = { readonly sheet: ReadSheet | null; readonly analysed: Analysed | null }

/** Reads the sheet and finds what it changes; without a readable table there is nothing to analyse. */
async function analyse(input: ListImport, call: Call): Promise<Read> {
  const { db, ports, signal, report } = call
  report({ stage: 'reading', done: 0, total: 0 })
  return withFile(input, { db, ports, signal }, async (book) => {
    const importer = await importerFor(input, { db, ports, signal, today: istanbulDate(call.now) })
    const [seen] = await seeSheets(book, importer.fields, input, db)
    if (!seen) return { sheet: null, analysed: null }
    const sheet = await readSheet(book, seen, importer.groupFields, signal)
    report({ stage: 'checking', done: 0, total: sheet.rows.length })
    const readable = seen.proposal !== null && sheetErrors(sheet).length === 0
    return { sheet, analysed: readable ? await importer.analyse(sheet) : null }
  })
}

/** Those who move or leave come first: they are few, and they are what an officer looks for. */
const weight: Readonly<Record<ChangeKind, number>> = { gone: 0, left: 0, moved: 1, returned: 2, changed: 3, new: 4 }

const byWeight = (a: ListChange, b: ListChange): number =>
  Math.min(...a.kinds.map((kind) => weight[kind])) - Math.min(...b.kinds.map((kind) => weight[kind]))

function countsOf({ sheet, analysed }: Read): ListCheck['counts'] {
  const issues = analysed?.issues ?? sheet?.issues ?? []
  const count = (kind: ChangeKind) => analysed?.changes.filter(({ kinds }) => kinds.includes(kind)).length ?? 0
  return {
    rows: analysed?.rows ?? 0,
    same: analysed?.same ?? 0,
    new: count('new'),
    changed: count('changed'),
    moved: count('moved'),
    returned: count('returned'),
    left: count('left'),
    gone: count('gone'),
    errors: issues.filter(({ severity }) => severity === 'error').length,
    warnings: issues.filter(({ severity }) => severity === 'warning').length,
    wrongRows: wrongRows(issues).size,
  }
}

function staffOf(analysed: Analysed | null): ListCheck['staff'] {
  if (!analysed?.staff) return null
  const { losses, completeTypes, unread, unknownUnits, titles } = analysed.staff
  return {
    losses: { ...losses, units: losses.units.map((unit) => ({ ...unit })) },
    completeTypes: [...completeTypes],
    unread,
    unknownUnits: [...unknownUnits]
      .map(([text, { rows, near }]) => ({ text, rows, near: near.map(({ id, nameTr }) => ({ id, name: nameTr })) }))
      .sort((a, b) => b.rows - a.rows)
      .slice(0, mostUnknownUnits),
    newTitles: [...titles.values()],
  }
}

function reasonOf(reasons: readonly MatchReason[]): ListInspection['columns'][number]['reason'] {
  return reasons[0]?.kind ?? null
}

function columnsOf({ proposal, info }: SeenSheet): ListInspection['columns'] {
  if (!proposal) return []
  const matches = new Map(proposal.matches.map((match) => [match.column, match]))
  return proposal.table.columns
    .filter(({ column }) => column < Math.max(info.columnCount, 1))
    .map(({ column, name, hidden }) => {
      const match = matches.get(column)
      const values = proposal.sample.map((row) => textOf(row[column])).filter(Boolean)
      return {
        name,
        letter: columnName(column),
        hidden,
        samples: [...new Set(values)].slice(0, sampleValues),
        field: match?.field ?? null,
        reason: reasonOf(match?.reasons ?? []),
        sure: match === undefined || match.confidence >= sureFrom,
      }
    })
}

function mappingOf(seen: SeenSheet | undefined): ListMapping {
  if (!seen?.proposal) return {}
  const { fingerprint, header, fields } = seen.proposal.mapping
  return { fingerprint, header, fields }
}

export const listImportHandlers: Handlers<typeof listImportContract> = {
  inspectList: async (call) => {
    const { input, db, ports, signal, report } = call
    report({ stage: 'reading', done: 0, total: 0 })
    return withFile(input, { db, ports, signal }, async (book) => {
      const { fields } = await importerFor(input, { db, ports, signal, today: istanbulDate(call.now) })
      const [seen] = await seeSheets(book, fields, input, db)
      const { info } = book
      return {
        format: info.format,
        encoding: info.encoding ?? null,
        delimiter: info.delimiter ?? null,
        repaired: info.repairedFrom1252 ?? false,
        sheets: info.sheets
          .filter(({ visibility, rowCount }) => visibility === 'visible' && rowCount > 0)
          .map(({ name, rowCount, columnCount }) => ({ name, rows: rowCount, columns: columnCount })),
        sheet: seen?.info.name ?? null,
        headerRow: seen?.proposal ? seen.proposal.table.headerBottom + 1 : null,
        recognised: seen?.proposal?.recognised === 'remembered',
        columns: seen ? columnsOf(seen) : [],
        fields: fields.map(({ key, required }) => ({
          key,
          name: listFieldName(input.kind, key, input.language),
          required: required ?? false,
        })),
        mapping: mappingOf(seen),
        issues: (seen?.issues ?? []).map(toIssue(input.language)),
      }
    })
  },

  checkList: async (call) => {
    const { input, db } = call
    const read = await analyse(input, call)
    const before = await standingBatchOf(db, input.kind, input.fileHash)
    const issues = read.analysed?.issues ?? read.sheet?.issues ?? []
    return {
      sheet: read.sheet?.seen.info.name ?? null,
      counts: countsOf(read),
      changes: [...(read.analysed?.changes ?? [])].sort(byWeight).slice(0, mostChanges),
      issues: issues.slice(0, mostIssues).map(toIssue(input.language)),
      staff: staffOf(read.analysed),
      importedBefore: before ? { batchId: before.id, at: before.createdAt } : null,
    }
  },

  correctedList: async (call) => {
    const { input, ports } = call
    const { sheet, analysed } = await analyse(input, call)
    if (!sheet) return breaksRule('listUnreadable', { file: input.fileName })
    const spec = correctedWorkbook(sheet, analysed?.issues ?? sheet.issues, input.language)
    const name = input.fileName.replace(/\.[^.]*$/, '')
    return workbookFile(ports, spec, `${name} ${{ tr: 'düzeltilecek', en: 'to correct' }[input.language]}`)
  },

  commitList: async (call) => {
    const { input, actor, commandId, write, report } = call
    const read = await analyse(input, call)
    const { analysed, sheet } = read
    if (!sheet?.seen.proposal || !analysed) return breaksRule('listUnreadable', { file: input.fileName })
    const counts = countsOf(read)
    if (counts.wrongRows > 0 && !input.leaveOutErrors) breaksRule('listHasErrors', { rows: counts.wrongRows })
    if (analysed.changes.length === 0) breaksRule('listChangesNothing', { file: input.fileName })
    if (analysed.staff) {
      const { completeTypes, unread, losses } = analysed.staff
      if (completeTypes.length > 0 && unread > 0) breaksRule('listNotComplete', { rows: unread })
      checkLosses(losses, input.staff.confirmDeactivations)
    }
    report({ stage: 'writing', done: 0, total: analysed.changes.length })
    const left = counts.left + counts.gone
    const result = { created: counts.new, changed: analysed.changes.length - counts.new, left }
    const { mapping } = sheet.seen.proposal
    const batchId = await write.insert('importBatch', {
      kind: input.kind,
      fileHash: input.fileHash,
      fileName: input.fileName,
      sender: null,
      cycleId: null,
      state: 'COMMITTED',
      mapping: JSON.stringify(mapping),
      report: JSON.stringify({ ...result, by: actor.name, leftOut: counts.wrongRows }),
      commandId,
      undoCommandId: null,
    })
    await rememberMapping(write, input.kind, mapping)
    await analysed.write(write, batchId)
    return { batchId, ...result, leftOut: counts.wrongRows }
  },
}
