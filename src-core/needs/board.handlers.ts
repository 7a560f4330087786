import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { found, OperationError } from '../kernel/errors.ts'
import { workbookType } from '../kernel/file.ts'
import type { boardContract } from './board.contract.ts'
import { answersByUnit, boardUnits, listUnanswered } from './board.repository.ts'
import { boardOf } from './board.rules.ts'
import { noAnswers, sumOfAnswers } from './board.ts'
import { boardWorkbook } from './board.workbook.ts'
import { cycleById } from './cycle.repository.ts'
import type { Cycle } from './cycle.ts'

const wholeList = { start: 0, end: 1_000_000, filter: {}, search: '' }

/** The board of a cycle with its sums. */
export async function readBoard(db: Reader, cycle: Cycle) {
  const own = await answersByUnit(db, cycle)
  const rows = boardOf(await boardUnits(db), own)
  const asking = rows.filter((row) => row.own.eligible > 0)
  return {
    rows: [...rows],
    total: [...own.values()].reduce(sumOfAnswers, noAnswers),
    units: asking.length,
    silentUnits: asking.filter((row) => row.own.answered === 0 && row.own.lines === 0).length,
  }
}

export const boardHandlers: Handlers<typeof boardContract> = {
  board: async ({ db, input }) => readBoard(db, found(await cycleById(db, input.cycleId), 'cycle', input.cycleId)),

  unanswered: async ({ db, input }) =>
    listUnanswered(db, found(await cycleById(db, input.cycleId), 'cycle', input.cycleId), input.unitId, input.page),

  exportBoard: async ({ db, input, now, ports, report, signal }) => {
    const cycle = found(await cycleById(db, input.cycleId), 'cycle', input.cycleId)
    report({ stage: 'readRows', done: 0, total: 0 })
    const { rows, total } = await readBoard(db, cycle)
    const sort = [
      { column: 'unit', descending: false },
      { column: 'name', descending: false },
    ]
    const silent = await listUnanswered(db, cycle, null, { ...wholeList, sort })
    if (signal.aborted) throw new OperationError('CANCELLED', {})
    report({ stage: 'writeRows', done: 0, total: silent.total })
    const board = { year: cycle.year, rows, total, silent: silent.rows }
    const { name, spec } = boardWorkbook(board, input.language, istanbulDate(now))
    const bytes = await ports.writeWorkbook(spec)
    return new File([new Uint8Array(bytes)], name, { type: workbookType })
  },
}
