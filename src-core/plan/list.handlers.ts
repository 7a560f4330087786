import { inspectionOf, type ListCheck, toIssue } from '../courses/index.ts'
import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import type { ImportBatchTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { fieldName, type ImportIssue, issueOf, standingBatchOf, textOf } from '../imports/index.ts'
import { breaksRule } from '../kernel/errors.ts'
import { workbookType } from '../kernel/file.ts'
import type { OpenWorkbook, Ports } from '../kernel/ports.ts'
import type { WorkbookSpec } from '../kernel/workbook-spec.ts'
import {
  correctedWorkbook,
  type ReadSheet,
  rememberMapping,
  type SeenSheet,
  seeSheets,
  sheetErrors,
  versionSheetName,
  withFile,
  wrongRows,
} from '../people/index.ts'
import { currencies } from './foreign-cells.rules.ts'
import { analysePlanList, type PlanListAnalysis } from './list.analysis.ts'
import { readBlocks } from './list.blocks.ts'
import type { PlanImport, planListContract } from './list.contract.ts'
import { planListFields } from './list.fields.ts'
import { knownForPlan } from './list.known.ts'
import { writePlanList } from './list.write.ts'
import { linesOf } from './plan.repository.ts'
import { mayEdit } from './plan.rules.ts'
import { planMark, planWorkbook } from './plan.workbook.ts'
import { editablePlan, planOf } from './plan-change.ts'

const kind = 'plan'
const mostChanges = 5_000
const mostIssues = 20_000

type Language = PlanImport['language']
type Read = {
  readonly blocks: readonly ReadSheet[]
  readonly analysed: PlanListAnalysis | null
  readonly issues: readonly ImportIssue[]
}

/** The year of the plan that a workbook of ours was written from; undefined for any other workbook. */
async function yearOfOwn(book: OpenWorkbook): Promise<number | undefined> {
  const index = book.info.sheets.findIndex(({ name }) => name === versionSheetName)
  if (index < 0) return undefined
  const texts: string[] = []
  for await (const batch of book.rows(index)) texts.push(...batch.map(({ cells }) => textOf(cells[0])))
  return texts[0] === planMark ? Number(texts[3]) : undefined
}

/** Visible sheets with rows that are not the one that was read. */
function otherSheets(book: OpenWorkbook, seen: SeenSheet): readonly ImportIssue[] {
  const names = book.info.sheets
    .filter(({ name, visibility, rowCount }) => visibility === 'visible' && rowCount > 1 && name !== seen.info.name)
    .map(({ name }) => name)
  return names.length === 0 ? [] : [issueOf('W48', {}, { names: names.join(', ') })]
}

async function analyse(input: PlanImport, call: Omit<QueryCall<unknown>, 'input'>): Promise<Read> {
  const { db, ports, signal, report, actor } = call
  const plan = await planOf(db, input.planId)
  report({ stage: 'reading', done: 0, total: 0 })
  return withFile({ ...input, kind }, { db, ports, signal }, async (book) => {
    const fields = planListFields()
    const [seen] = await seeSheets(book, fields, { ...input, kind }, db)
    if (!seen) return { blocks: [], analysed: null, issues: [] }
    const blocks = await readBlocks(book, seen, fields, signal)
    report({ stage: 'checking', done: 0, total: blocks.reduce((sum, { rows }) => sum + rows.length, 0) })
    const writtenFrom = await yearOfOwn(book)
    const own = writtenFrom !== undefined
    const strange: readonly ImportIssue[] =
      own && writtenFrom !== plan.year
        ? [issueOf('E45', { sheet: seen.info.name }, { year: writtenFrom, planYear: plan.year })]
        : []
    const before = [...strange, ...(own ? [] : otherSheets(book, seen))]
    const [first] = blocks
    if (!first || seen.proposal === null || sheetErrors(first).length > 0 || strange.length > 0)
      return { blocks, analysed: null, issues: [...before, ...blocks.flatMap(({ issues }) => issues)] }
    const known = await knownForPlan(db, plan, rounded(input.rates))
    const analysed = analysePlanList(blocks, known, { language: input.language, responsible: actor.name })
    return { blocks, analysed, issues: [...before, ...analysed.issues] }
  })
}

/** Only the rates that were given. */
const rounded = (rates: PlanImport['rates']) =>
  Object.fromEntries(currencies.flatMap((one) => (rates[one] === undefined ? [] : [[one, rates[one]]])))

function countsOf({ analysed, issues }: Read): ListCheck['counts'] {
  return {
    rows: analysed?.rows ?? 0,
    same: analysed?.same ?? 0,
    new: analysed?.added.length ?? 0,
    changed: analysed?.changed.length ?? 0,
    errors: issues.filter(({ severity }) => severity === 'error').length,
    warnings: issues.filter(({ severity }) => severity === 'warning').length,
    wrongRows: wrongRows(issues).size,
  }
}

async function workbookOf(ports: Ports, spec: WorkbookSpec, name: string): Promise<File> {
  const bytes = await ports.writeWorkbook(spec)
  return new File([new Uint8Array(bytes)], `${name}.xlsx`, { type: workbookType })
}

/** Each block on a sheet of its own, since their columns differ. */
function correctedSpec({ blocks, issues }: Read, language: Language): WorkbookSpec {
  const sheets = blocks.flatMap((block, at) => {
    const rows = new Set(block.rows.map(({ row }) => row))
    const own = issues.filter(({ row }) => row !== null && rows.has(row))
    return correctedWorkbook(block, own, language).sheets.map((sheet) => ({
      ...sheet,
      name: blocks.length === 1 ? sheet.name : `${sheet.name.slice(0, 24)} (${at + 1})`,
    }))
  })
  return { sheets }
}

export const planListHandlers: Handlers<typeof planListContract> = {
  exportLines: async ({ db, input, ports }) => {
    const plan = await planOf(db, input.planId)
    const spec = planWorkbook(plan, await linesOf(db, plan.id), input.language)
    const revision = plan.revision === 0 ? '' : ` R${plan.revision}`
    return workbookOf(
      ports,
      spec,
      `${plan.year}${revision} ${{ tr: 'eğitim planı', en: 'training plan' }[input.language]}`,
    )
  },

  inspectLines: async ({ input, db, ports, signal, report }) => {
    report({ stage: 'reading', done: 0, total: 0 })
    return withFile({ ...input, kind }, { db, ports, signal }, async (book) => {
      const fields = planListFields()
      const [seen] = await seeSheets(book, fields, { ...input, kind }, db)
      return inspectionOf(book, seen, fields, input.language)
    })
  },

  checkLines: async (call) => {
    const { input, db } = call
    const read = await analyse(input, call)
    const before = await standingBatchOf(db, kind, input.fileHash)
    const unpriced = new Set(read.issues.flatMap(({ code, values }) => (code === 'E46' ? [values.currency] : [])))
    return {
      sheet: read.blocks[0]?.seen.info.name ?? null,
      counts: countsOf(read),
      changes: (read.analysed?.changes ?? []).slice(0, mostChanges).map((change) => ({
        ...change,
        fields: change.fields.map((field) => ({ ...field, field: fieldName(field.field, input.language) })),
      })),
      issues: read.issues.slice(0, mostIssues).map(toIssue(input.language)),
      importedBefore: before ? { batchId: before.id, at: before.createdAt } : null,
      currencies: currencies.filter((one) => unpriced.has(one) || input.rates[one] !== undefined),
    }
  },

  correctedLines: async (call) => {
    const { input, ports } = call
    const read = await analyse(input, call)
    if (read.blocks.length === 0) return breaksRule('listUnreadable', { file: input.fileName })
    const name = input.fileName.replace(/\.[^.]*$/, '')
    return workbookOf(
      ports,
      correctedSpec(read, input.language),
      `${name} ${{ tr: 'düzeltilecek', en: 'to correct' }[input.language]}`,
    )
  },

  commitLines: async (call) => {
    const { input, actor, commandId, write, report, db } = call
    const plan = await editablePlan(db, input.planId, input.changeReason)
    const read = await analyse(input, call)
    const { analysed, blocks } = read
    const [first] = blocks
    if (!first?.seen.proposal || !analysed) return breaksRule('listUnreadable', { file: input.fileName })
    const counts = countsOf(read)
    if (counts.wrongRows > 0 && !input.leaveOutErrors) breaksRule('listHasErrors', { rows: counts.wrongRows })
    if (analysed.changes.length === 0) breaksRule('listChangesNothing', { file: input.fileName })
    report({ stage: 'writing', done: 0, total: analysed.changes.length })
    const result = { created: counts.new, changed: counts.changed }
    const { mapping } = first.seen.proposal
    const batchId = await write.insert('importBatch', {
      kind,
      fileHash: input.fileHash,
      fileName: input.fileName,
      sender: null,
      cycleId: null,
      state: 'COMMITTED',
      mapping: JSON.stringify(mapping),
      report: JSON.stringify({ ...result, by: actor.name, leftOut: counts.wrongRows, planId: plan.id }),
      commandId,
      undoCommandId: null,
    })
    await rememberMapping(write, kind, mapping)
    await writePlanList(write, plan, analysed, input.changeReason)
    return { batchId, ...result, leftOut: counts.wrongRows }
  },
}

/** An import of lines is taken back as long as its plan may be edited, and no longer. */
export async function refusePlanImportUndo(db: Reader, batch: ImportBatchTable): Promise<void> {
  if (batch.kind !== kind) return
  const { planId } = JSON.parse(batch.report) as { planId?: string }
  const plan = await planOf(db, planId ?? '')
  if (!mayEdit(plan.state)) breaksRule('planLocked')
}
