import { weekdayOf } from '../courses/index.ts'
import { formatDate, formatLongDate, istanbulDate } from '../kernel/dates.ts'
import { formatNumber } from '../kernel/numbers.ts'
import { upperTr } from '../kernel/turkish.ts'
import { type ScheduleWords, scheduleWords } from './document.words.ts'
import type { PaperSession } from './paper.repository.ts'
import { wallCalendar } from './wall-calendar.ts'

export type TimetableKind = 'trainers' | 'rooms' | 'units' | 'people'

/** One page or more: a trainer, a room, a unit or a person, with the sessions in order. */
export type TimetableOf = {
  readonly name: string
  readonly note: string
  readonly sessions: readonly (PaperSession & { readonly who?: readonly string[] })[]
}

type Common = {
  readonly year: number
  readonly institution: string
  readonly language: 'tr' | 'en'
  readonly now: string
  /** Sessions of each training, with a day or without. */
  readonly counts: ReadonlyMap<string, number>
  /** People of each training. */
  readonly people: ReadonlyMap<string, number>
}

const clock = (minutes: number | null): string =>
  minutes === null
    ? ''
    : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function headOf({ year, institution, language, now }: Common, kind: 'calendar' | TimetableKind) {
  const words = scheduleWords[language]
  return {
    language,
    institution: upperTr(institution),
    title: words.titles[kind],
    year: String(year),
    made: words.made(formatDate(istanbulDate(now))),
    pageWord: words.page,
    nothing: words.nothing,
    fileName: `${year} ${words.files[kind]}.pdf`,
  }
}

/** The year on A3: a page at a glance, then a page a month. */
export function calendarDocument(
  source: Common & {
    readonly sessions: readonly PaperSession[]
    readonly holidays: Parameters<typeof wallCalendar>[0]['holidays']
  },
) {
  const words = scheduleWords[source.language]
  const days = new Set(source.sessions.map(({ date }) => date)).size
  const number = (value: number) => formatNumber(value, undefined, source.language)
  return {
    ...headOf(source, 'calendar'),
    kind: 'calendar',
    note: words.inYear(number(source.sessions.length), number(days)),
    legend: words.legend,
    weekdays: words.weekdays,
    shortWeekdays: words.shortWeekdays,
    months: wallCalendar({ ...source, words }),
  }
}

/** A timetable for each trainer, room, unit or person, each beginning on a page of its own. */
export function timetableDocument(
  source: Common & { readonly kind: TimetableKind; readonly of: readonly TimetableOf[] },
) {
  const { kind, language } = source
  const words = scheduleWords[language]
  const number = (value: number) => formatNumber(value, undefined, language)
  return {
    ...headOf(source, kind),
    kind: 'timetable',
    landscape: kind === 'units',
    columns: columnsOf(kind, words),
    subjects: source.of.map(({ name, note, sessions }) => ({
      name,
      note,
      stats: words.inYear(number(sessions.length), number(new Set(sessions.map(({ date }) => date)).size)),
      months: [...Map.groupBy(sessions, ({ date }) => date.slice(0, 7))].map(([month, own]) => ({
        name: formatLongDate(`${month}-01`, language).split(' ').slice(1).join(' '),
        rows: own.map((session) => rowOf(session, source, words)),
      })),
    })),
  }
}

type Column = { readonly title: string; readonly width: string; readonly right: boolean }

function columnsOf(kind: TimetableKind, { columns: c }: ScheduleWords): readonly Column[] {
  const column = (title: string, width: string, right = false): Column => ({ title, width, right })
  return [
    column(c.date, '30mm'),
    column(c.hours, '21mm'),
    column(c.training, kind === 'units' ? '62mm' : '1fr'),
    column(c.session, '14mm', true),
    ...(kind === 'rooms' ? [] : [column(c.room, '38mm')]),
    ...(kind === 'trainers' ? [] : [column(c.trainer, kind === 'units' ? '30mm' : '34mm')]),
    ...(kind === 'people' ? [] : [column(c.persons, '12mm', true)]),
    ...(kind === 'units' ? [column(c.who, '1fr')] : []),
  ]
}

function rowOf(
  session: TimetableOf['sessions'][number],
  { kind, counts, people, language }: Common & { readonly kind: TimetableKind },
  words: ScheduleWords,
): readonly string[] {
  const place = [session.room, session.venue].filter(Boolean).join(', ')
  const seated = kind === 'units' ? (session.who?.length ?? 0) : (people.get(session.trainingId) ?? 0)
  return [
    `${formatDate(session.date)}\n${words.weekdays[weekdayOf(session.date) - 1] ?? ''}`,
    `${clock(session.startMin)}–${clock(session.endMin)}`,
    `${session.name}\n${session.code}`,
    `${session.ordinal}/${counts.get(session.trainingId) ?? session.ordinal}`,
    ...(kind === 'rooms' ? [] : [place]),
    ...(kind === 'trainers' ? [] : [session.trainer ?? '']),
    ...(kind === 'people' ? [] : [formatNumber(seated, undefined, language)]),
    ...(kind === 'units' ? [(session.who ?? []).join(', ')] : []),
  ]
}
