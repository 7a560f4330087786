import type { Handlers } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import type { OfficerRole } from '../kernel/roles.ts'
import { keptTooLong } from './delegation.repository.ts'
import { daysBetween } from './own-template.rules.ts'
import { daysAfter } from './request.rules.ts'
import type { VisitToday, visitTodayContract } from './today.contract.ts'
import { filesAtWork, openRequests, openTasksUntil, unansweredHosts } from './today.repository.ts'

/** How far ahead the day's work looks. */
const week = 7

export const visitTodayHandlers: Handlers<typeof visitTodayContract> = {
  visitsToday: async ({ db, actor, now }) => {
    const today = istanbulDate(now)
    const holds = (role: OfficerRole) => actor.roles === 'all' || actor.roles.includes(role)
    const due = (on: string) => ({ on, days: daysBetween(today, on) })
    const items: VisitToday[] = []
    const files = await filesAtWork(db)
    if (holds('TM'))
      for (const { id, titleTr, titleEn, fromDate, state } of files)
        if (state === 'PROGRAMME_READY') items.push({ kind: 'approvalWaiting', id, titleTr, titleEn, ...due(fromDate) })
    if (!holds('DC')) return { items }
    for (const { id, titleTr, titleEn, fromDate, toDate, state } of files) {
      const file = { id, titleTr, titleEn }
      if (state === 'RUNNING' && toDate >= today) items.push({ kind: 'here', ...file, ...due(toDate) })
      else if (fromDate >= today && fromDate <= daysAfter(today, week))
        items.push({ kind: 'arrives', ...file, ...due(fromDate) })
    }
    const hosts = await unansweredHosts(db)
    const tasks = await openTasksUntil(db, daysAfter(today, week))
    for (const { id, titleTr, titleEn, fromDate, state } of files) {
      const file = { id, titleTr, titleEn }
      const own = tasks.filter(({ delegationId }) => delegationId === id).map(({ dueOn }) => dueOn)
      const [first] = own
      const late = own.filter((dueOn) => dueOn < today).length
      if (first !== undefined) items.push({ kind: 'tasksDue', ...file, count: own.length, late, ...due(first) })
      const count = hosts.get(id) ?? 0
      if (state === 'HOSTS_PENDING' && count > 0) items.push({ kind: 'hostsPending', ...file, count, ...due(fromDate) })
    }
    const waiting = await openRequests(db)
    const oldest = waiting[0]?.receivedOn
    if (oldest !== undefined) items.push({ kind: 'requestsWaiting', count: waiting.length, ...due(oldest) })
    const kept = await keptTooLong(db, daysAfter(today, -30))
    if (kept.length > 0) items.push({ kind: 'purgeDue', count: kept.length })
    return { items }
  },
}
