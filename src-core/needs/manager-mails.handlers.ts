import { weekdayOf } from '../courses/index.ts'
import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import { formatInstant, istanbulDate } from '../kernel/dates.ts'
import { fullName, loadUnits, managerOf } from '../people/index.ts'
import { currentCycle } from './cycle.repository.ts'
import { collectingAt } from './cycle.rules.ts'
import type { Cycle } from './cycle.ts'
import { mailStaff } from './form-mails.ts'
import type { managerMailsContract } from './manager-mails.contract.ts'
import { type Placed, silentPeople, waitingPeople } from './manager-mails.repository.ts'

/** Names that a mail lists; the rest are a number. */
const mostNames = 20

const lastDays = 3
const day = 86_400_000

type Call = CommandCall<unknown>

/** People by whoever decides on their forms; those above whom nobody is named are left out. */
async function byManager({ db }: Call, people: readonly Placed[]): Promise<ReadonlyMap<string, readonly Placed[]>> {
  const units = new Map((await loadUnits(db)).map((unit) => [unit.id, unit]))
  const groups = Map.groupBy(people, (person) => managerOf(person, units) ?? '')
  groups.delete('')
  return groups
}

const listed = (people: readonly Placed[]) => ({
  count: people.length,
  people: people.slice(0, mostNames).map(fullName).join(', '),
  more: Math.max(0, people.length - mostNames),
})

async function tellEach(
  call: Call,
  cycle: Cycle,
  people: readonly Placed[],
  code: 'TNA-04' | 'TNA-07',
  once: string,
): Promise<number> {
  let written = 0
  for (const [managerId, group] of await byManager(call, people)) {
    const data = { year: cycle.year, closesAt: formatInstant(cycle.closesAt), ...listed(group) }
    if (await mailStaff(call, managerId, { code, data, dedupeKey: `${code}:${managerId}:${once}` })) written++
  }
  return written
}

export const managerMailsHandlers: Handlers<typeof managerMailsContract> = {
  mailManagers: async (call) => {
    const { db, now } = call
    const cycle = await currentCycle(db)
    const today = istanbulDate(now)
    if (!cycle || collectingAt(cycle, now) !== 'open' || weekdayOf(today) > 5) return { waiting: 0, silent: 0 }
    const waiting = await tellEach(call, cycle, await waitingPeople(db, cycle.id), 'TNA-04', today)
    const nearing = Date.parse(cycle.closesAt) - Date.parse(now) <= lastDays * day
    // An extension moves the closing, and is told again.
    const once = `${cycle.id}:${cycle.closesAt}`
    const silent = nearing ? await tellEach(call, cycle, await silentPeople(db, cycle), 'TNA-07', once) : 0
    return { waiting, silent }
  },
}
