import { addDays, monthSpan, weekdayOf } from '../courses/index.ts'
import { formatLongDate } from '../kernel/dates.ts'
import { formatNumber } from '../kernel/numbers.ts'
import type { ScheduleWords } from './document.words.ts'
import type { PaperSession } from './paper.repository.ts'

/** Lines that a day has room for, by the weeks of its month; where they do not suffice, the last one counts the rest. */
const linesOfDay: Readonly<Record<number, number>> = { 4: 18, 5: 15, 6: 12 }

type Holiday = { readonly date: string; readonly half: string; readonly name: string; readonly nameEn: string | null }

type Source = {
  readonly year: number
  readonly sessions: readonly PaperSession[]
  readonly holidays: readonly Holiday[]
  readonly language: 'tr' | 'en'
  readonly words: ScheduleWords
}

const order = { none: 0, am: 1, pm: 2 } as const

/** The months of a year in weeks from Monday to Sunday, each day with what is held on it. */
export function wallCalendar({ year, sessions, holidays, language, words }: Source) {
  const byDate = Map.groupBy(sessions, ({ date }) => date)
  const off = Map.groupBy(holidays, ({ date }) => date)
  const number = (value: number) => formatNumber(value, undefined, language)
  const busiest = Math.max(1, ...[...byDate.values()].map((own) => own.length))
  const dayOf = (date: string, month: number, lines: number) => {
    if (Number(date.slice(5, 7)) !== month || !date.startsWith(String(year))) return null
    const own = (byDate.get(date) ?? []).toSorted((a, b) => order[a.half] - order[b.half] || (a.code < b.code ? -1 : 1))
    const free = off.get(date) ?? []
    const shown = own.length > lines ? own.slice(0, lines - 1) : own
    return {
      day: Number(date.slice(8)),
      off: weekdayOf(date) > 5 || free.some(({ half }) => half === 'none'),
      holiday: [...new Set(free.map(({ name, nameEn }) => (language === 'en' ? (nameEn ?? name) : name)))].join(', '),
      count: own.length,
      share: own.length / busiest,
      items: shown.map(({ code, name, half, room }) => ({ half: words.halves[half], code, name, room: room ?? '' })),
      more: own.length > shown.length ? words.more(number(own.length - shown.length)) : '',
    }
  }
  return Array.from({ length: 12 }, (_, at) => at + 1).map((month) => {
    const { from, to } = monthSpan(year, month)
    const first = addDays(from, 1 - weekdayOf(from))
    const mondays: string[] = []
    for (let monday = first; monday <= to; monday = addDays(monday, 7)) mondays.push(monday)
    const lines = linesOfDay[mondays.length] ?? 12
    const weeks = mondays.map((monday) =>
      Array.from({ length: 7 }, (_, day) => dayOf(addDays(monday, day), month, lines)),
    )
    const count = weeks.flat().reduce((sum, day) => sum + (day?.count ?? 0), 0)
    return {
      name: formatLongDate(from, language).split(' ')[1] ?? '',
      note: words.sessions(number(count)),
      weeks,
      weekend: weeks.some((week) => week.slice(5).some((day) => (day?.count ?? 0) > 0)),
    }
  })
}
