import { formatDate } from '../../../src-core/kernel/dates.ts'
import { formatPercent } from '../../../src-core/kernel/numbers.ts'
import type { TodayItem } from '../../../src-core/needs/today.contract.ts'
import { textOf } from '../../app/i18n.ts'
import type { Tone } from '../../ui/values/StatusWord.tsx'

type ErasuresToday = { readonly count: number; readonly dueOn: string | null; readonly days: number }

export type TodayLine = {
  readonly title: string
  readonly text: string
  readonly tone: Tone
  /** When it is due or was, in words. */
  readonly when?: string
  /** Where it is done. */
  readonly to: string
}

const deadlines: readonly TodayItem['kind'][] = ['noCycle', 'cycleDraft', 'cycleOpens', 'cycleCloses', 'cycleClosed']

export const isDeadline = (item: TodayItem): boolean => deadlines.includes(item.kind)

/** `bugün`, `3 gün sonra`, `2 gün önce`. */
export function inDays(days: number): string {
  if (days === 0) return textOf('needs:today.todayWord')
  if (days === 1) return textOf('needs:today.tomorrow')
  return days > 0 ? textOf('needs:today.inDays', { count: days }) : textOf('needs:today.agoDays', { count: -days })
}

/** Few days left want a look, none left at once. */
const pressing = (days: number): Tone => (days <= 0 ? 'bad' : days <= 7 ? 'warn' : 'neutral')

/** One thing to do, in the officer's words. */
export function lineOf(item: TodayItem, language: 'tr' | 'en'): TodayLine {
  switch (item.kind) {
    case 'noCycle':
      return {
        title: textOf('needs:today.noCycle', { year: item.year }),
        text: textOf('needs:today.noCycleText'),
        tone: 'warn',
        to: '/needs/cycle?open=new',
      }
    case 'cycleDraft':
    case 'cycleOpens':
    case 'cycleCloses':
    case 'cycleClosed':
      return {
        title: textOf(`needs:today.${item.kind}`, { year: item.year }),
        text: textOf(`needs:today.${item.kind}Text`, { date: formatDate(item.on) }),
        tone: item.kind === 'cycleOpens' ? 'neutral' : pressing(item.days),
        when: inDays(item.days),
        to: '/needs/cycle',
      }
    case 'response': {
      const { eligible, answered, silentUnits } = item
      const rate = eligible === 0 ? 0 : answered / eligible
      const silent = silentUnits > 0 ? ` ${textOf('needs:today.silent', { count: silentUnits })}` : ''
      return {
        title: textOf('needs:today.response', { rate: formatPercent(rate, 1, language) }),
        text: textOf('needs:today.responseText', { eligible, answered }) + silent,
        tone: rate >= 0.8 ? 'good' : 'active',
        to: '/needs/board',
      }
    }
    case 'freeTexts':
      return counted('freeTexts', item.count, '/needs/merge')
    case 'undecided':
      return counted('undecided', item.count, '/needs/priorities')
    case 'importsOpen':
      return counted('importsOpen', item.count, '/imports')
    case 'proposedTopics':
      return counted('proposedTopics', item.count, '/catalogue/topics')
    case 'backupOld':
      return {
        title: item.on
          ? textOf('needs:today.backupOld', { when: formatDate(item.on) })
          : textOf('needs:today.backupNone'),
        text: textOf('needs:today.backupOldText'),
        tone: 'warn',
        when: inDays(item.days),
        to: '/settings/backups',
      }
  }
}

function counted(
  kind: 'freeTexts' | 'undecided' | 'importsOpen' | 'proposedTopics',
  count: number,
  to: string,
): TodayLine {
  return {
    title: textOf(`needs:today.${kind}`, { count }),
    text: textOf(`needs:today.${kind}Text`),
    tone: 'active',
    to,
  }
}

/** People who wait for an answer to their request to have data erased. */
export const erasureLine = ({ count, dueOn, days }: ErasuresToday): TodayLine => ({
  title: textOf('people:erasure.today', { count }),
  text: textOf('people:erasure.todayText', { date: formatDate(dueOn ?? '') }),
  tone: pressing(days),
  when: inDays(days),
  to: '/people/erasures',
})
