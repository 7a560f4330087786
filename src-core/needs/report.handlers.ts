import { readSetting } from '../access/index.ts'
import { loadTopicDirectory } from '../courses/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { found, OperationError } from '../kernel/errors.ts'
import { inTreeOrder, loadUnits, unitIdsBelow } from '../people/index.ts'
import { readBoard } from './board.handlers.ts'
import { cycleById } from './cycle.repository.ts'
import { demandGroups } from './demand.repository.ts'
import { rankDemands } from './priority.handlers.ts'
import type { reportContract } from './report.contract.ts'
import { reportDocument } from './report.document.ts'
import { linesForSums, namedLines } from './report.repository.ts'
import { summaryOf } from './summary.ts'

type Language = 'tr' | 'en'

const pdfType = 'application/pdf'

async function readSummary(db: Reader, cycleId: string, unitId: string | undefined, language: Language) {
  const unitIds = unitId === undefined ? undefined : await unitIdsBelow(db, unitId)
  const lines = await linesForSums(db, cycleId, unitIds)
  const topics = (await loadTopicDirectory(db)).map((topic) => ({
    ...topic,
    name: language === 'en' && topic.nameEn ? topic.nameEn : topic.name,
  }))
  const units = inTreeOrder(await loadUnits(db)).map(({ node }) => node)
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const groups = await demandGroups(db, cycleId)
  return { summary: summaryOf(lines, groups, byId, units), lines, groups, units, topics: byId }
}

const safeName = (name: string): string => name.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 80)

export const reportHandlers: Handlers<typeof reportContract> = {
  resultsSummary: async ({ db, input }) => {
    const cycle = found(await cycleById(db, input.cycleId), 'tnaCycle', input.cycleId)
    return (await readSummary(db, cycle.id, input.unitId, 'tr')).summary
  },

  report: async ({ db, input, now, ports, report, signal }) => {
    const { language, unitId } = input
    const cycle = found(await cycleById(db, input.cycleId), 'tnaCycle', input.cycleId)
    report({ stage: 'readingLines', done: 0, total: 0 })
    const read = await readSummary(db, cycle.id, unitId, language)
    const unit =
      unitId === undefined
        ? undefined
        : found(
            read.units.find(({ id }) => id === unitId),
            'orgUnit',
            unitId,
          )
    const { demands } = await rankDemands(db, cycle.id, cycle.weights, now)
    const board = await readBoard(db, cycle)
    const names =
      unitId !== undefined && input.names ? await namedLines(db, cycle.id, await unitIdsBelow(db, unitId)) : []
    const document = reportDocument({
      ...read,
      cycle,
      unit,
      demands,
      board,
      names,
      language,
      institution: (await readSetting(db, 'institution')) ?? '',
      now,
    })
    if (signal.aborted) throw new OperationError('CANCELLED', {})
    report({ stage: 'printing', done: 0, total: 0 })
    const bytes = await ports.printDocument('documents/needs-report.typ', document, now)
    const name = safeName([cycle.year, unit?.name, document.fileWord].filter(Boolean).join(' '))
    return {
      file: new File([new Uint8Array(bytes)], `${name}.pdf`, { type: pdfType }),
      demands: document.demandCount,
    }
  },
}
