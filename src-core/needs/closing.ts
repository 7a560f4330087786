import type { NeedLineTable } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import { closingInstant, openingInstant } from '../kernel/dates.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import type { Progress } from '../kernel/operation.ts'
import { cycleById, cycleOfYear } from './cycle.repository.ts'
import { linesOfCycle } from './decision.repository.ts'
import type { DemandKey } from './decision.ts'
import { outcomeOf } from './decision.ts'
import { demandGroups, demandKeyText } from './demand.repository.ts'

type Report = (progress: Progress) => void

export const demandOfLine = (line: Pick<NeedLineTable, 'topicId' | 'freeTextKey'>): DemandKey =>
  line.topicId === null
    ? { topicId: null, freeTextKey: line.freeTextKey ?? '' }
    : { topicId: line.topicId, freeTextKey: null }

/** Writes every line's outcome: its own where it has one, else that of its demand. */
export async function consolidateCycle(write: Writer, cycleId: string, report: Report, signal: AbortSignal) {
  const cycle = found(await cycleById(write.db, cycleId), 'tnaCycle', cycleId)
  if (cycle.state !== 'FROZEN') breaksRule('cycleNotFrozen')
  const lines = await linesOfCycle(write.db, cycleId)
  const groups = await demandGroups(write.db, cycleId)
  const open = lines.filter((line) => line.outcome === 'OPEN')
  const undecided = new Set(
    open
      .map((line) => demandKeyText(demandOfLine(line)))
      .filter((key) => (groups.get(key)?.decision ?? 'UNDECIDED') === 'UNDECIDED'),
  )
  if (undecided.size > 0) breaksRule('demandsUndecided', { count: undecided.size })
  const decided = await write.updateMany(
    'needLine',
    watched(open, report, signal, 'writingOutcomes', (line) => {
      const group = groups.get(demandKeyText(demandOfLine(line)))
      return {
        id: line.id,
        patch: { outcome: outcomeOf[group?.decision ?? 'UNDECIDED'], outcomeReason: group?.decisionReason ?? null },
      }
    }),
  )
  await write.update('tnaCycle', cycleId, { state: 'CONSOLIDATED' })
  return { lines: decided }
}

/** The next year's cycle as a draft with this one's rules; deferred lines come back, each naming the line it came from. */
export async function openNextCycle(write: Writer, cycleId: string, report: Report, signal: AbortSignal) {
  const cycle = found(await cycleById(write.db, cycleId), 'tnaCycle', cycleId)
  if (cycle.state !== 'CONSOLIDATED' && cycle.state !== 'ARCHIVED') breaksRule('cycleNotConsolidated')
  const year = cycle.year + 1
  if (await cycleOfYear(write.db, year)) breaksRule('cycleExists', { year })
  const nextId = await write.insert('tnaCycle', {
    year,
    name: `${year} Eğitim İhtiyaç Analizi`,
    opensAt: openingInstant(`${year - 1}-12-01`),
    closesAt: closingInstant(`${year}-01-31`),
    eligibleTypes: JSON.stringify(cycle.eligibleTypes),
    maxLinesPerPerson: cycle.maxLinesPerPerson,
    weights: JSON.stringify(cycle.weights),
    state: 'DRAFT',
    extensionReason: null,
    frozenHash: null,
    frozenAt: null,
  })
  const deferred = (await linesOfCycle(write.db, cycleId)).filter((line) => line.outcome === 'DEFERRED')
  const forms = new Map<string, string>()
  for (const { personId } of deferred) if (personId && !forms.has(personId)) forms.set(personId, write.newId())
  await write.insertMany('tnaForm', formsOf(forms, nextId))
  const carried = await write.insertMany(
    'needLine',
    watched(deferred, report, signal, 'carryingOver', (line) => ({
      id: write.newId(),
      cycleId: nextId,
      formId: (line.personId && forms.get(line.personId)) ?? null,
      personId: line.personId,
      unitId: line.unitId,
      headcount: line.headcount,
      kind: line.kind,
      topicId: line.topicId,
      freeText: line.freeText,
      freeTextKey: line.freeTextKey,
      reason: line.reason,
      selfLevel: line.selfLevel,
      targetLevel: line.targetLevel,
      urgency: line.urgency,
      preferredQuarter: line.preferredQuarter,
      managerPriority: line.managerPriority,
      managerState: 'WAITING' as const,
      managerReason: null,
      note: line.note,
      demandGroupId: null,
      outcome: 'OPEN' as const,
      outcomeReason: null,
      carriedFromId: line.id,
      sources: line.sources,
      importId: null,
    })),
  )
  return { cycleId: nextId, carried }
}

function* formsOf(forms: ReadonlyMap<string, string>, cycleId: string) {
  for (const [personId, id] of forms) {
    yield {
      id,
      cycleId,
      personId,
      state: 'DRAFT' as const,
      submittedAt: null,
      source: 'proxy' as const,
      sourceRef: null,
      note: null,
    }
  }
}

/** Items one by one while progress is told and cancelling is heard. */
function* watched<A, B>(
  items: readonly A[],
  report: Report,
  signal: AbortSignal,
  stage: string,
  to: (item: A) => B,
): Generator<B> {
  for (const [index, item] of items.entries()) {
    if (index % 1000 === 0) {
      if (signal.aborted) throw new OperationError('CANCELLED', {})
      report({ stage, done: index, total: items.length })
    }
    yield to(item)
  }
}
