import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { readBoard } from './board.handlers.ts'
import type { CycleView } from './cycle.contract.ts'
import { countsOf, listCycles } from './cycle.repository.ts'
import { cycleView, hasRole, nextCycleYear } from './cycle.rules.ts'
import type { Cycle } from './cycle.ts'
import type { TodayItem, todayContract } from './today.contract.ts'
import { countOpenImports, countProposedTopics } from './today.repository.ts'
import { deadlineOf } from './today.rules.ts'

type Call = QueryCall<unknown>

export const todayHandlers: Handlers<typeof todayContract> = {
  today: async (call) => {
    const { actor, now } = call
    if (!hasRole(actor, 'TO') && !hasRole(actor, 'TM')) return { items: [] }
    const cycles = await listCycles(call.db)
    const today = istanbulDate(now)
    const views = cycles.map((cycle) => ({ cycle, view: cycleView(cycle, now) }))
    const items: TodayItem[] = []
    const year = nextCycleYear(today)
    if (!cycles.some((cycle) => cycle.year >= year)) items.push({ kind: 'noCycle', year })
    for (const { cycle, view } of views) {
      const deadline = deadlineOf(view, today)
      if (deadline) items.push(deadline)
      items.push(...(await workIn(call, cycle, view)))
    }
    items.push(...(await workAside(call)))
    return { items }
  },
}

const collecting: readonly CycleView['state'][] = ['OPEN', 'EXTENDED']
const beforeResults: readonly CycleView['state'][] = ['OPEN', 'EXTENDED', 'CLOSED', 'FROZEN']

/** What waits inside a cycle. */
async function workIn({ db }: Call, cycle: Cycle, { state }: CycleView): Promise<readonly TodayItem[]> {
  if (!beforeResults.includes(state)) return []
  const about = { cycleId: cycle.id, year: cycle.year }
  const items: TodayItem[] = []
  if (collecting.includes(state)) {
    const { total, silentUnits } = await readBoard(db, cycle)
    items.push({ kind: 'response', ...about, eligible: total.eligible, answered: total.answered, silentUnits })
  }
  const { freeTexts, undecided } = await countsOf(db, cycle)
  if (freeTexts > 0) items.push({ kind: 'freeTexts', ...about, count: freeTexts })
  if (state === 'FROZEN' && undecided > 0) items.push({ kind: 'undecided', ...about, count: undecided })
  return items
}

/** What waits beside the cycles. */
async function workAside({ db }: Call): Promise<readonly TodayItem[]> {
  const imports = await countOpenImports(db)
  const proposed = await countProposedTopics(db)
  return [
    ...(imports > 0 ? [{ kind: 'importsOpen' as const, count: imports }] : []),
    ...(proposed > 0 ? [{ kind: 'proposedTopics' as const, count: proposed }] : []),
  ]
}
