import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import type { GroupDecision } from '../database/schema.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import { workbookType } from '../kernel/file.ts'
import type { OutCell, OutColumn, WorkbookSpec } from '../kernel/workbook-spec.ts'
import { demandOfLine } from './closing.ts'
import { cycleById } from './cycle.repository.ts'
import { outcomeOf } from './decision.ts'
import { demandGroups, demandKeyText } from './demand.repository.ts'
import { reasonLabels } from './import-values.ts'
import { decideDemands, rankDemands } from './priority.handlers.ts'
import type { resultsContract } from './results.contract.ts'
import {
  inResultOrder,
  linesForDecision,
  type ResultLine,
  type ResultNames,
  resultLines,
  resultNames,
} from './results.repository.ts'
import { decisionOf, decisionWords, reasonWords, resultHeaders, resultWords } from './results.words.ts'
import { type ReadDecision, readDecisions } from './results-read.ts'
import { templateArchive } from './template.ts'
import { wholeDemands } from './whole-demands.ts'

type Language = 'tr' | 'en'

const formatVersion = 1

/** The results workbook: what it is, the lines, and hidden what it belongs to. */
async function resultsWorkbook(
  call: QueryCall<unknown>,
  cycleId: string,
  language: Language,
  unitId: string | undefined,
) {
  const cycle = found(await cycleById(call.db, cycleId), 'tnaCycle', cycleId)
  call.report({ stage: 'readingLines', done: 0, total: 0 })
  const every = await resultLines(call.db, cycleId)
  const { demands } = await rankDemands(call.db, cycleId, cycle.weights, call.now, every)
  const byKey = new Map(demands.map((demand) => [demand.key, demand]))
  const names = await resultNames(call.db)
  const wanted = unitId === undefined ? every : every.filter((line) => line.unitId === unitId)
  const lines = inResultOrder(wanted, names)
  function* rows(): Generator<readonly OutCell[]> {
    for (const [index, line] of lines.entries()) {
      if (index % 2000 === 0) {
        if (call.signal.aborted) throw new OperationError('CANCELLED', {})
        call.report({ stage: 'writingWorkbook', done: index, total: lines.length })
      }
      const demand = byKey.get(demandKeyText(demandOfLine(line)))
      yield rowOf(
        line,
        names,
        language,
        demand?.score ?? null,
        demand?.decision ?? 'UNDECIDED',
        demand?.decisionReason ?? null,
      )
    }
  }
  const words = resultWords[language]
  const spec: WorkbookSpec = {
    sheets: [
      readMe(language, cycle.name),
      { name: words.sheet, columns: columnsOf(language), rows: rows(), filter: true },
      {
        name: 'akademi',
        visibility: 'veryHidden',
        header: false,
        columns: [{ header: '', type: 'text' }],
        rows: [['needs-results'], [String(formatVersion)], [cycleId]],
      },
    ],
  }
  const bytes = await call.ports.writeWorkbook(spec)
  return {
    file: new File([new Uint8Array(bytes)], `${cycle.year} ${words.file}.xlsx`, { type: workbookType }),
    lines: lines.length,
  }
}

function columnsOf(language: Language): readonly OutColumn[] {
  const text = (header: string, width: number): OutColumn => ({ header, width, type: 'text' })
  const whole = (header: string, width: number): OutColumn => ({ header, width, type: 'integer' })
  const h = resultHeaders[language]
  const at = (index: number): string => h[index] ?? ''
  return [
    text(at(0), 12),
    text(at(1), 12),
    text(at(2), 26),
    text(at(3), 10),
    text(at(4), 34),
    whole(at(5), 8),
    text(at(6), 10),
    text(at(7), 42),
    text(at(8), 34),
    text(at(9), 18),
    whole(at(10), 8),
    whole(at(11), 8),
    whole(at(12), 8),
    { header: at(13), width: 8, type: 'decimal' },
    { header: at(14), width: 12, type: 'text', list: { values: Object.values(decisionWords[language]) } },
    { header: at(15), width: 22, type: 'text', list: { values: Object.values(reasonWords[language]) } },
    text(at(16), 40),
  ]
}

function rowOf(
  line: ResultLine,
  { people, units, topics }: ResultNames,
  language: Language,
  score: number | null,
  decision: GroupDecision,
  reason: keyof (typeof reasonWords)['tr'] | null,
): readonly OutCell[] {
  const own = line.outcome === 'OPEN' ? decision : decisionOf[line.outcome]
  const ownReason = line.outcome === 'OPEN' ? reason : (line.outcomeReason as typeof reason)
  const person = line.personId === null ? undefined : people.get(line.personId)
  const unit = units.get(line.unitId)
  const topic = line.topicId === null ? undefined : topics.get(line.topicId)
  return [
    line.id,
    person?.registryNo ?? null,
    person?.name ?? null,
    unit?.code ?? null,
    unit?.name ?? null,
    line.headcount,
    topic?.code ?? null,
    topic?.name ?? null,
    line.freeText,
    line.reason === null ? null : reasonLabels[line.reason][language],
    line.urgency,
    line.preferredQuarter,
    line.managerPriority,
    score,
    decisionWords[language][own],
    ownReason === null ? null : (reasonWords[language][ownReason] ?? null),
    line.note,
  ]
}

function readMe(language: Language, cycle: string): WorkbookSpec['sheets'][number] {
  const lines =
    language === 'tr'
      ? [
          `${cycle}: ihtiyaç sonuçları`,
          'Her satır bir eğitim ihtiyacıdır; puan, talebin bütününün puanıdır.',
          '“Karar” ve “Karar Gerekçesi” sütunlarını listelerden seçerek değiştirebilirsiniz.',
          'Ertele, Reddet ve E-eğitim için bir gerekçe seçin.',
          'Dosyayı Akademi’de İhtiyaçlar › Sonuçlar ekranından geri alın; yalnızca bu iki sütun okunur.',
          '“Satır Kimliği” sütununu silmeyin ve değiştirmeyin.',
        ]
      : [
          `${cycle}: needs results`,
          'Each row is one training need; the score is that of the whole demand.',
          'You may change the columns “Decision” and “Reason of decision” from their lists.',
          'Choose a reason for Defer, Reject and E-training.',
          'Take the file back in Akademi under Needs › Results; only these two columns are read.',
          'Do not delete or change the column “Line id”.',
        ]
  return {
    name: resultWords[language].readMe,
    header: false,
    columns: [{ header: '', width: 100, type: 'text' }],
    rows: lines.map((line) => [line]),
  }
}

async function compare(
  call: QueryCall<unknown>,
  input: { cycleId: string; fileHash: string; fileName: string; language: Language },
) {
  const bytes = found(await call.ports.files.get(input.fileHash), 'file', input.fileHash)
  const workbook = await call.ports.openWorkbook(bytes, { fileName: input.fileName, signal: call.signal })
  try {
    const { rows, errors } = await readDecisions(workbook, input.fileName, input.cycleId, input.language)
    const lines = await linesForDecision(call.db, input.cycleId)
    const groups = await demandGroups(call.db, input.cycleId)
    const compared = changesOf(rows, errors, lines, groups, input.language)
    return { ...compared, whole: wholeDemands(lines.values(), groups, compared.changes) }
  } finally {
    await workbook.close()
  }
}

const undecidedAlone: Readonly<Record<Language, string>> = {
  tr: 'Talebin kararı verilmiş; tek satırda “Kararsız” olamaz. Kararı İhtiyaçlar › Öncelikler ekranında kaldırın.',
  en: 'The demand is decided, so one line cannot be undecided. Take the decision back under Needs › Priorities.',
}

function changesOf(
  rows: readonly ReadDecision[],
  errors: readonly { row: number; cell: string; message: string }[],
  lines: Awaited<ReturnType<typeof linesForDecision>>,
  groups: Awaited<ReturnType<typeof demandGroups>>,
  language: Language,
) {
  const found = [...errors]
  const changes = rows.flatMap((row) => {
    const line = lines.get(row.lineId)
    if (!line) {
      const message =
        language === 'tr'
          ? 'Bu satır kimliği dönemde yok; satır silinmiş ya da dosya başka bir dönemin.'
          : 'This line id is not in the cycle; the line was removed or the file is of another cycle.'
      found.push({ row: row.row + 1, cell: row.idCell, message })
      return []
    }
    const group = groups.get(demandKeyText(demandOfLine(line)))
    // A line falls back to its demand's decision, so "undecided" would be taken and change nothing.
    if (row.decision === 'UNDECIDED' && (group?.decision ?? 'UNDECIDED') !== 'UNDECIDED') {
      found.push({ row: row.row + 1, cell: row.decisionCell, message: undecidedAlone[language] })
      return []
    }
    const from = line.outcome === 'OPEN' ? (group?.decision ?? 'UNDECIDED') : decisionOf[line.outcome]
    const fromReason = line.outcome === 'OPEN' ? (group?.decisionReason ?? null) : line.outcomeReason
    if (from === row.decision && (fromReason ?? null) === row.reason) return []
    const whose = line.givenNames === null ? line.unit : `${line.givenNames} ${line.surname}`
    return [
      {
        lineId: row.lineId,
        row: row.row + 1,
        whose,
        topic: line.topic ?? line.freeText ?? '',
        from,
        to: row.decision,
        reason: row.reason,
      },
    ]
  })
  return { lines: rows.length, changes, errors: found.sort((a, b) => a.row - b.row) }
}

export const resultsHandlers: Handlers<typeof resultsContract> = {
  exportResults: (call) => resultsWorkbook(call, call.input.cycleId, call.input.language, call.input.unitId),

  checkResults: async (call) => {
    const { whole: _whole, ...compared } = await compare(call, call.input)
    return compared
  },

  commitResults: async (call) => {
    const { input, db, write, actor, commandId } = call
    const cycle = found(await cycleById(db, input.cycleId), 'tnaCycle', input.cycleId)
    if (cycle.state === 'CONSOLIDATED' || cycle.state === 'ARCHIVED') breaksRule('cycleClosed')
    const { changes, errors, whole } = await compare(call, input)
    if (errors.length > 0) breaksRule('importHasErrors', { count: errors.length })
    if (changes.length === 0) breaksRule('nothingChanged')
    const batchId = await write.insert('importBatch', {
      kind: 'needsResults',
      fileHash: input.fileHash,
      fileName: input.fileName,
      sender: null,
      cycleId: cycle.id,
      state: 'COMMITTED',
      mapping: '[]',
      report: JSON.stringify({ created: 0, changed: changes.length, by: actor.name }),
      commandId,
      undoCommandId: null,
    })
    const decided = new Set(whole.flatMap(({ lines }) => lines))
    await decideDemands(
      call,
      cycle,
      whole.map(({ key, decision, reason }) => ({ key, decision, reason, note: null })),
    )
    await write.updateMany('needLine', [
      ...changes
        .filter(({ lineId }) => !decided.has(lineId))
        .map(({ lineId, to, reason }) => ({
          id: lineId,
          patch: { outcome: outcomeOf[to], outcomeReason: reason },
        })),
      // What the demand says is no longer said once more by its lines.
      ...whole.flatMap(({ ownLines }) =>
        ownLines.map((id) => ({ id, patch: { outcome: 'OPEN' as const, outcomeReason: null } })),
      ),
    ])
    return { batchId, changed: changes.length }
  },

  templates: (call) => templateArchive(call, call.input),
}
