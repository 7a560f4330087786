import type { Reader } from '../database/store.ts'
import {
  type ColumnMapping,
  columnMapping,
  type ImportIssue,
  issueOf,
  mappingOf,
  type Proposal,
  proposeMapping,
  readTable,
  textOf,
  workbookIssues,
} from '../imports/index.ts'
import { OperationError } from '../kernel/errors.ts'
import type { Progress } from '../kernel/operation.ts'
import type { OpenWorkbook } from '../kernel/ports.ts'
import type { SheetInfo, SheetRow } from '../kernel/sheet.ts'
import type { NeedImport } from './import.contract.ts'
import { lineKey } from './import.repository.ts'
import { draftTopicKey, type Findings, type NeedDraft, noFindings } from './import-draft.ts'
import { needFields } from './import-fields.ts'
import { longReader, wideReader } from './import-long.ts'
import type { ImportLookups } from './import-lookups.ts'
import { ownerReader } from './import-owner.ts'
import { topicReader } from './import-topics.ts'
import { needValueMatchers } from './import-values.ts'
import { templateMark, templateSheet } from './template.ts'

/** Rows a sheet is judged by. */
const headRows = 3000

/** Confidence from which a sheet is read without being named. */
const sureSheet = 0.45

export type ProposedSheet = {
  readonly index: number
  readonly info: SheetInfo
  readonly proposal: Proposal | null
  readonly issues: readonly ImportIssue[]
  readonly chosen: boolean
}

type Watch = { readonly report: (progress: Progress) => void; readonly signal: AbortSignal }

/** What every sheet of a workbook seems to be, and which are read: those named, else the surest and its like. */
export async function proposeSheets(
  db: Reader,
  workbook: OpenWorkbook,
  lookups: ImportLookups,
  choices: NeedImport,
): Promise<readonly ProposedSheet[]> {
  const fields = needFields(lookups, needValueMatchers())
  const named = new Map(choices.sheets.map(({ sheet, mapping }) => [sheet, mapping]))
  const proposed: ProposedSheet[] = []
  for (const [index, info] of workbook.info.sheets.entries()) {
    const hidden = info.visibility !== 'visible' && !choices.readHidden && !named.has(info.name)
    if (hidden || info.rowCount === 0) {
      proposed.push({ index, info, proposal: null, issues: [], chosen: false })
      continue
    }
    const head = await firstRows(workbook, index)
    const layout = choices.layout ? { layout: choices.layout } : {}
    const options = { isTopic: lookups.topics.isTopic, chosen: { ...layout, ...named.get(info.name) } }
    const first = proposeMapping(info, head, fields, options)
    const remembered = first.proposal && (await rememberedMapping(db, first.proposal.table.fingerprint))
    const { proposal, issues } = remembered ? proposeMapping(info, head, fields, { ...options, remembered }) : first
    proposed.push({ index, info, proposal, issues, chosen: named.has(info.name) })
  }
  for (const sheet of named.keys()) {
    if (!workbook.info.sheets.some((info) => info.name === sheet)) {
      throw new OperationError('INVALID_FILE', { problem: 'sheetMissing', file: choices.fileName, sheet })
    }
  }
  if (named.size > 0) return proposed
  const form = await formSheet(workbook)
  return form === undefined
    ? chooseSurest(proposed)
    : proposed.map((one) => ({ ...one, chosen: one.info.name === form }))
}

const isOwnSheet = (sheet: SheetInfo): boolean => sheet.name === templateSheet && sheet.visibility === 'veryHidden'

/** The sheet of one of our own forms that holds the requests, told by its hidden sheet. */
async function formSheet(workbook: OpenWorkbook): Promise<string | undefined> {
  const hidden = workbook.info.sheets.findIndex(isOwnSheet)
  if (hidden < 0) return undefined
  const values: string[] = []
  for await (const batch of workbook.rows(hidden)) for (const row of batch) values.push(textOf(row.cells[0]))
  const name = values[0] === templateMark ? values[4] : undefined
  return workbook.info.sheets.some((sheet) => sheet.name === name) ? name : undefined
}

function chooseSurest(proposed: readonly ProposedSheet[]): readonly ProposedSheet[] {
  const candidates = proposed.filter(({ proposal }) => proposal !== null)
  const best = candidates.reduce<ProposedSheet | undefined>(
    (a, b) => ((b.proposal?.confidence ?? 0) > (a?.proposal?.confidence ?? -1) ? b : a),
    undefined,
  )
  if (!best?.proposal || (best.proposal.confidence < sureSheet && candidates.length > 1)) return proposed
  const { fingerprint } = best.proposal.table
  return proposed.map((one) => ({ ...one, chosen: one === best || one.proposal?.table.fingerprint === fingerprint }))
}

async function rememberedMapping(db: Reader, fingerprint: string): Promise<ColumnMapping | undefined> {
  const row = await mappingOf(db, 'needs', fingerprint)
  const parsed = row && columnMapping.safeParse(JSON.parse(row.mapping))
  return parsed?.success ? parsed.data : undefined
}

async function firstRows(workbook: OpenWorkbook, sheet: number): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of workbook.rows(sheet)) {
    for (const row of batch) rows.push(row)
    if (rows.length >= headRows) break
  }
  return rows
}

export type CheckedNeeds = {
  readonly findings: Findings
  readonly merged: ReadonlySet<NeedDraft>
  readonly sheets: readonly ProposedSheet[]
}

/** Reads the chosen sheets to the end and checks every row. What comes out is what a commit writes. */
export async function checkNeeds(
  db: Reader,
  workbook: OpenWorkbook,
  lookups: ImportLookups,
  choices: NeedImport,
  watch: Watch,
): Promise<CheckedNeeds> {
  const sheets = await proposeSheets(db, workbook, lookups, choices)
  const findings = noFindings()
  // The hidden sheet of our own forms is ours; nobody hid anything there.
  const theirs = workbook.info.sheets.filter((sheet) => !isOwnSheet(sheet))
  findings.issues.push(...workbookIssues({ ...workbook.info, sheets: theirs }))
  // A read-me beside the sheet that is read has no header, and need not have one.
  const read = sheets.filter(({ chosen }) => chosen)
  for (const sheet of read.length > 0 ? read : sheets) findings.issues.push(...sheet.issues)
  if (
    !sheets.some(({ chosen, proposal }) => chosen && proposal) &&
    findings.issues.every((issue) => issue.severity !== 'error')
  ) {
    findings.issues.push(issueOf('E10', {}, {}))
  }
  const drafts = new Map<string, NeedDraft>()
  const total = sheets.reduce((sum, { chosen, info }) => sum + (chosen ? info.rowCount : 0), 0)
  let done = 0
  for (const { index, info, proposal, chosen } of sheets) {
    if (!chosen || !proposal) continue
    done = await readSheet(workbook, index, info, proposal, lookups, choices, findings, drafts, watch, done, total)
  }
  if (findings.anonymous > 0) findings.issues.push(issueOf('W33', {}, { count: findings.anonymous }))
  findings.drafts.push(...drafts.values())
  const merged = mergeWithCycle(lookups, findings)
  limitLines(lookups, findings, merged)
  return { findings, merged, sheets }
}

async function readSheet(
  workbook: OpenWorkbook,
  index: number,
  info: SheetInfo,
  proposal: Proposal,
  lookups: ImportLookups,
  choices: NeedImport,
  findings: Findings,
  drafts: Map<string, NeedDraft>,
  { report, signal }: Watch,
  before: number,
  total: number,
): Promise<number> {
  const { table, mapping, resolved } = proposal
  const values = needValueMatchers()
  const owners = ownerReader(info.name, resolved.fields, lookups, values, choices)
  const topics = topicReader(lookups, choices, findings.unknownTopics)
  const reader = readTable(table, info, { hidden: choices.readHidden })
  const wide =
    mapping.layout === 'wide' && mapping.scale
      ? wideReader(info.name, resolved, mapping.scale, choices.includeLowest, table.headerBottom, topics, findings)
      : undefined
  const long = longReader(info.name, resolved, values, topics, lookups.topics.isTopic, findings)
  let done = before
  for await (const batch of workbook.rows(index)) {
    if (signal.aborted) throw new OperationError('CANCELLED', {})
    for (const sheetRow of batch) {
      const row = reader.read(sheetRow)
      if (!row) continue
      const result = owners(row)
      if (result.kind === 'needsUnit') {
        findings.needsUnit = true
        findings.anonymous++
        // What it would ask for still counts, so that the officer sees it before choosing a unit.
        const nobody = { personId: null, name: null, unitId: '' }
        for (const draft of (wide ? wide.read(row, nobody) : long(row, nobody)) ?? []) addDraft(draft, drafts, findings)
        continue
      }
      findings.issues.push(...result.issues)
      if (result.kind === 'refused') continue
      if (result.owner.personId === null) findings.anonymous++
      else findings.people.add(result.owner.personId)
      for (const draft of (wide ? wide.read(row, result.owner) : long(row, result.owner)) ?? [])
        addDraft(draft, drafts, findings)
    }
    done += batch.length
    report({ stage: 'checkingRows', done, total })
  }
  findings.issues.push(...reader.finish(), ...(wide?.finish() ?? []))
  return done
}

/** The same need twice in a file is one line; heads of one unit for one topic add up. */
function addDraft(draft: NeedDraft, drafts: Map<string, NeedDraft>, findings: Findings): void {
  const key = lineKey(draft, draftTopicKey(draft.topic))
  const known = drafts.get(key)
  if (!known) {
    if (draft.personId === null && draft.urgency !== null) draft.urgency *= draft.headcount
    drafts.set(key, draft)
    return
  }
  if (draft.personId !== null) {
    known.alsoRows.push(draft.row)
    findings.issues.push(
      issueOf('W11', { sheet: draft.sheet, row: draft.row }, { row: known.row + 1, sheet: known.sheet }),
    )
    return
  }
  known.headcount += draft.headcount
  if (draft.urgency !== null) known.urgency = (known.urgency ?? 0) + draft.urgency * draft.headcount
}

/** Needs that the cycle has already; they get a further source mark instead of a second line. */
function mergeWithCycle(lookups: ImportLookups, findings: Findings): ReadonlySet<NeedDraft> {
  const merged = new Set<NeedDraft>()
  for (const draft of findings.drafts) {
    const known = lookups.lines.get(lineKey(draft, draftTopicKey(draft.topic)))
    if (!known) continue
    merged.add(draft)
    if (draft.personId !== null) {
      const topic = draft.topic.kind === 'topic' ? (lookups.topicById.get(draft.topic.topicId)?.nameTr ?? '') : ''
      const values = { name: draft.personName ?? '', topic: draft.topic.kind === 'freeText' ? draft.topic.text : topic }
      findings.issues.push(issueOf('W12', { sheet: draft.sheet, row: draft.row }, values))
    }
  }
  return merged
}

/** Refuses the lines of a person beyond what the cycle allows, in the order of the file. */
function limitLines(lookups: ImportLookups, findings: Findings, merged: ReadonlySet<NeedDraft>): void {
  const limit = lookups.cycle.maxLinesPerPerson
  const counts = new Map(lookups.linesPerPerson)
  const kept: NeedDraft[] = []
  const over = new Map<string, NeedDraft>()
  for (const draft of findings.drafts) {
    if (draft.personId === null || merged.has(draft)) {
      kept.push(draft)
      continue
    }
    const count = (counts.get(draft.personId) ?? 0) + 1
    counts.set(draft.personId, count)
    if (count <= limit) kept.push(draft)
    else if (!over.has(draft.personId)) over.set(draft.personId, draft)
  }
  for (const [personId, draft] of over) {
    const count = counts.get(personId) ?? 0
    findings.issues.push(
      issueOf('E41', { sheet: draft.sheet, row: draft.row }, { name: draft.personName ?? '', limit, count }),
    )
  }
  findings.drafts.splice(0, findings.drafts.length, ...kept)
}
