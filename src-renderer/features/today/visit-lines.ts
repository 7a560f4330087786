import type { CertificateToday } from '../../../src-core/certificates/today.contract.ts'
import type { VisitToday } from '../../../src-core/delegations/today.contract.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { textOf } from '../../app/i18n.ts'
import { inDays, type TodayLine } from './today-items.ts'

type Titled = { readonly titleTr: string; readonly titleEn: string | null }

/** Visits whose day comes stand with the deadlines. */
export const isVisitDeadline = ({ kind }: VisitToday): boolean => kind === 'arrives' || kind === 'here'

/** One thing to do for visits, in the officer's words. */
export function visitLine(item: VisitToday, language: 'tr' | 'en'): TodayLine {
  const titleOf = ({ titleTr, titleEn }: Titled) => (language === 'en' ? (titleEn ?? titleTr) : titleTr)
  switch (item.kind) {
    case 'arrives':
    case 'here':
      return {
        title: textOf(`delegations:today.${item.kind}`, { title: titleOf(item) }),
        text: textOf(`delegations:today.${item.kind}Text`, { date: formatDate(item.on) }),
        tone: item.kind === 'here' ? 'active' : 'warn',
        when: inDays(item.days),
        to: `/delegations/files/${item.id}?tab=${item.kind === 'here' ? 'day' : 'overview'}`,
      }
    case 'approvalWaiting':
      return {
        title: textOf('delegations:today.approvalWaiting', { title: titleOf(item) }),
        text: textOf('delegations:today.approvalWaitingText', { date: formatDate(item.on) }),
        tone: item.days <= 14 ? 'bad' : 'warn',
        when: inDays(item.days),
        to: `/delegations/files/${item.id}`,
      }
    case 'tasksDue':
      return {
        title: textOf('delegations:today.tasksDue', { title: titleOf(item), count: item.count }),
        text:
          item.late > 0
            ? textOf('delegations:today.tasksLateText', { count: item.late })
            : textOf('delegations:today.tasksDueText', { date: formatDate(item.on) }),
        tone: item.late > 0 ? 'bad' : 'warn',
        when: inDays(item.days),
        to: `/delegations/files/${item.id}?tab=tasks`,
      }
    case 'hostsPending':
      return {
        title: textOf('delegations:today.hostsPending', { title: titleOf(item), count: item.count }),
        text: textOf('delegations:today.hostsPendingText', { date: formatDate(item.on) }),
        tone: 'warn',
        to: `/delegations/files/${item.id}?tab=programme`,
      }
    case 'requestsWaiting':
      return {
        title: textOf('delegations:today.requestsWaiting', { count: item.count }),
        text: textOf('delegations:today.requestsWaitingText', { date: formatDate(item.on) }),
        // Five working days are the promise (product: assessment).
        tone: item.days <= -7 ? 'bad' : 'warn',
        when: inDays(item.days),
        to: '/delegations/requests',
      }
    case 'purgeDue':
      return {
        title: textOf('delegations:today.purgeDue', { count: item.count }),
        text: textOf('delegations:today.purgeDueText'),
        tone: 'bad',
        to: '/delegations/files',
      }
  }
}

/** One thing to do for certificates, in the officer's words. */
export function certificateLine(item: CertificateToday, language: 'tr' | 'en'): TodayLine {
  switch (item.kind) {
    case 'toApprove':
    case 'toIssue':
      return {
        title: textOf(`certificates:today.${item.kind}`, {
          title: language === 'en' ? (item.titleEn ?? item.titleTr) : item.titleTr,
          count: item.count,
        }),
        text: textOf(`certificates:today.${item.kind}Text`),
        tone: 'warn',
        to: `/certificates/groups/${item.id}`,
      }
    case 'toPrint':
    case 'toHandOver':
    case 'expiring':
      return {
        title: textOf(`certificates:today.${item.kind}`, { count: item.count }),
        text: textOf(`certificates:today.${item.kind}Text`),
        tone: item.kind === 'expiring' ? 'warn' : 'active',
        to: '/certificates/register',
      }
  }
}
