import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { readBoard } from './board.handlers.ts'
import type { CycleView } from './cycle.contract.ts'
import { countsOf, listCycles } from './cycle.repository.ts'
import { cycleView, hasRole, nextCycleYear } from './cycle.rules.ts'
import type { Cycle } from './cycle.ts'
import type { TodayItem, todayContract } from './today.contract.ts'
import { countOpenImports, countProposedTopics, firstUse } from './today.repository.ts'
import { backupItem, deadlineOf } from './today.rules.ts'

type Call = QueryCall<unknown>

export const todayHandlers: Handlers<typeof todayContract> = {
  today: async (call) => {
    const { actor, now } = call
    const today = istanbulDate(now)
    const backup = await oldBackup(call, today)
    if (!hasRole(actor, 'TO') && !hasRole(actor, 'TM')) return { items: [...backup] }
    const cycles = await listCycles(call.db)
    const views = cycles.map((cycle) => ({ cycle, view: cycleView(cycle, now) }))
    const items: TodayItem[] = []
    const year = nextCycleYear(today)
    if (!cycles.some((cycle) => cycle.year >= year)) items.push({ kind: 'noCycle', year })
    for (const { cycle, view } of views) {
      const deadline = deadlineOf(view, today)
      if (deadline) items.push(deadline)
      items.push(...(await workIn(call, cycle, view)))
    }
    items.push(...(await workAside(call)), ...backup)
    return { items }
  },
}

/** Backups are the administrator's and the manager's business. */
async function oldBackup({ db, ports, actor }: Call, today: string): Promise<readonly TodayItem[]> {
  if (!hasRole(actor, 'SA') && !hasRole(actor, 'TM')) return []
  const [last] = await ports.backups.list()
  const item = backupItem({ lastBackup: last?.at, firstUse: await firstUse(db) }, today)
  return item ? [item] : []
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
