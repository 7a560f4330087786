import { istanbulDate } from '../kernel/dates.ts'
import type { Cycle } from './cycle.ts'
import type { TodayItem } from './today.contract.ts'

/** Days from one calendar day to another; negative when the other is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** How many days ahead a date begins to matter. */
const aheadDays = 60

/** From how many days on a backup is old; one is made at the first start of each day. */
const oldBackupDays = 2

/** Whether the backups want a look. Instants; a store younger than that needs none yet. */
export function backupItem(
  { lastBackup, firstUse }: { readonly lastBackup: string | undefined; readonly firstUse: string | undefined },
  today: string,
): TodayItem | undefined {
  const since = lastBackup ?? firstUse
  if (since === undefined) return undefined
  const days = daysBetween(today, istanbulDate(since))
  if (-days < oldBackupDays) return undefined
  return { kind: 'backupOld', on: lastBackup ? istanbulDate(lastBackup) : null, days }
}

type Dated = Pick<Cycle, 'id' | 'year' | 'state'> & { readonly opensOn: string; readonly closesOn: string }

/** What a cycle's calendar asks for today. */
export function deadlineOf(cycle: Dated, today: string): TodayItem | undefined {
  const about = { cycleId: cycle.id, year: cycle.year }
  const opens = { on: cycle.opensOn, days: daysBetween(today, cycle.opensOn) }
  const closes = { on: cycle.closesOn, days: daysBetween(today, cycle.closesOn) }
  switch (cycle.state) {
    case 'DRAFT':
      return opens.days <= aheadDays ? { kind: 'cycleDraft', ...about, ...opens } : undefined
    case 'READY':
      return opens.days <= aheadDays ? { kind: 'cycleOpens', ...about, ...opens } : undefined
    case 'OPEN':
    case 'EXTENDED':
      return { kind: 'cycleCloses', ...about, ...closes }
    case 'CLOSED':
      return { kind: 'cycleClosed', ...about, ...closes }
    default:
      return undefined
  }
}
