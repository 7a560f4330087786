import type { Handlers } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import type { OfficerRole } from '../kernel/roles.ts'
import type { CertificateToday, certificateTodayContract } from './today.contract.ts'
import { countEnding, countIn, groupsWaiting } from './today.repository.ts'

/** How long before its end a certificate is looked at again (product: mail CRT 03). */
const noticeDays = 60

export const certificateTodayHandlers: Handlers<typeof certificateTodayContract> = {
  certificatesToday: async ({ db, actor, now }) => {
    const holds = (role: OfficerRole) => actor.roles === 'all' || actor.roles.includes(role)
    const items: CertificateToday[] = []
    if (holds('TM'))
      for (const group of await groupsWaiting(db, 'PROPOSED')) items.push({ kind: 'toApprove', ...group })
    if (!holds('CR')) return { items }
    for (const group of await groupsWaiting(db, 'APPROVED')) items.push({ kind: 'toIssue', ...group })
    const today = istanbulDate(now)
    const last = new Date(Date.parse(`${today}T00:00:00Z`) + noticeDays * 86_400_000).toISOString().slice(0, 10)
    const counts = [
      { kind: 'toPrint', count: await countIn(db, 'ISSUED') },
      { kind: 'toHandOver', count: await countIn(db, 'PRINTED') },
      { kind: 'expiring', count: await countEnding(db, today, last) },
    ] as const
    items.push(...counts.filter(({ count }) => count > 0))
    return { items }
  },
}
