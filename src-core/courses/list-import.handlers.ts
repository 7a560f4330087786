import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import { type FieldKey, fieldName, type ImportIssue, standingBatchOf } from '../imports/index.ts'
import { breaksRule } from '../kernel/errors.ts'
import {
  correctedWorkbook,
  type ReadSheet,
  readSheet,
  rememberMapping,
  seeSheets,
  sheetErrors,
  withFile,
  wrongRows,
} from '../people/index.ts'
import type { ListChange } from './list-change.ts'
import type { ListCheck, ListImport, listImportContract } from './list-import.contract.ts'
import { type Analysed, importerFor } from './list-importers.ts'
import { inspectionOf, toIssue } from './list-inspection.ts'
import { workbookFile } from './workbook-file.ts'

const mostChanges = 5_000
const mostIssues = 20_000

type Language = ListImport['language']

const named =
  (language: Language) =>
  (change: ListChange): ListChange => ({
    ...change,
    fields: change.fields.map((field) => ({ ...field, field: fieldName(field.field as FieldKey, language) })),
  })

type Read = { readonly sheet: ReadSheet | null; readonly analysed: Analysed | null }

/** Reads the sheet and finds what it changes; without a readable table there is nothing to analyse. */
async function analyse(input: ListImport, call: Omit<QueryCall<unknown>, 'input'>): Promise<Read> {
  const { db, ports, signal, report } = call
  report({ stage: 'reading', done: 0, total: 0 })
  return withFile(input, { db, ports, signal }, async (book) => {
    const importer = importerFor(input.kind, db, input.language)
    const [seen] = await seeSheets(book, importer.fields, input, db)
    if (!seen) return { sheet: null, analysed: null }
    const sheet = await readSheet(book, seen, [], signal)
    report({ stage: 'checking', done: 0, total: sheet.rows.length })
    const readable = seen.proposal !== null && sheetErrors(sheet).length === 0
    return { sheet, analysed: readable ? await importer.analyse(sheet) : null }
  })
}

const issuesOf = ({ sheet, analysed }: Read): readonly ImportIssue[] => analysed?.issues ?? sheet?.issues ?? []

function countsOf(read: Read): ListCheck['counts'] {
  const issues = issuesOf(read)
  const changes = read.analysed?.changes ?? []
  return {
    rows: read.analysed?.rows ?? 0,
    same: read.analysed?.same ?? 0,
    new: changes.filter((change) => change.kind === 'new').length,
    changed: changes.filter((change) => change.kind === 'changed').length,
    errors: issues.filter(({ severity }) => severity === 'error').length,
    warnings: issues.filter(({ severity }) => severity === 'warning').length,
    wrongRows: wrongRows(issues).size,
  }
}

export const listImportHandlers: Handlers<typeof listImportContract> = {
  inspectList: async ({ input, db, ports, signal, report }) => {
    report({ stage: 'reading', done: 0, total: 0 })
    return withFile(input, { db, ports, signal }, async (book) => {
      const { fields } = importerFor(input.kind, db, input.language)
      const [seen] = await seeSheets(book, fields, input, db)
      return inspectionOf(book, seen, fields, input.language)
    })
  },

  checkList: async (call) => {
    const { input, db } = call
    const read = await analyse(input, call)
    const before = await standingBatchOf(db, input.kind, input.fileHash)
    return {
      sheet: read.sheet?.seen.info.name ?? null,
      counts: countsOf(read),
      changes: (read.analysed?.changes ?? []).slice(0, mostChanges).map(named(input.language)),
      issues: issuesOf(read).slice(0, mostIssues).map(toIssue(input.language)),
      importedBefore: before ? { batchId: before.id, at: before.createdAt } : null,
    }
  },

  correctedList: async (call) => {
    const { input, ports } = call
    const read = await analyse(input, call)
    if (!read.sheet) return breaksRule('listUnreadable', { file: input.fileName })
    const spec = correctedWorkbook(read.sheet, issuesOf(read), input.language)
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
    report({ stage: 'writing', done: 0, total: analysed.changes.length })
    const result = { created: counts.new, changed: counts.changed }
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
    await analysed.write(write)
    return { batchId, ...result, leftOut: counts.wrongRows }
  },
}
