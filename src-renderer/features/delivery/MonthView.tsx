import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, daysFrom, monthSpan } from '../../../src-core/courses/days.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { weekdayNames } from '../courses/calendar-words.ts'
import { toneOf } from './CarriedWord.tsx'
import classes from './delivery.module.css'
import { SessionChip, type ViewProps } from './SessionChip.tsx'
import { dayOff, type PlacedSession } from './schedule.ts'
import { useScheduleWords } from './use-words.ts'
import { mondayOf } from './WeekView.tsx'

type Props = ViewProps & {
  readonly year: number
  readonly month: number
  readonly onDay: (date: string) => void
}

const mostShown = 4
const order = { am: 0, none: 1, pm: 2 } as const

/** Weeks of a month; a day shows a few sessions and opens to all of them. */
export function MonthView({ year, month, onDay, ...parts }: Props) {
  const language = useNumberLanguage()
  const { from, to } = monthSpan(year, month)
  const first = mondayOf(from)
  const days = [...daysFrom(first, addDays(mondayOf(to), 6))]
  return (
    <div className={classes.calendar}>
      <div className={classes.heads}>
        {weekdayNames(language).map(({ long }) => (
          <div key={long} className={classes.weekdayHead}>
            {long}
          </div>
        ))}
      </div>
      <div className={classes.monthGrid}>
        {days.map((date) => (
          <Day key={date} {...parts} date={date} outside={date < from || date > to} onDay={onDay} />
        ))}
      </div>
    </div>
  )
}

type DayProps = ViewProps & { readonly date: string; readonly outside: boolean; readonly onDay: (date: string) => void }

function Day({ date, outside, onDay, ...parts }: DayProps) {
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const [whole, setWhole] = useState(false)
  const { schedule } = parts.shown
  const sessions = (schedule.byDate.get(date) ?? []).toSorted(byTime)
  const off = dayOff(schedule, date, 'am') ?? dayOff(schedule, date, 'pm')
  const { carried } = parts.carrying
  const hidden = whole ? 0 : Math.max(0, sessions.length - mostShown)
  return (
    <div
      className={classes.day}
      data-day={date}
      data-off={off && true}
      data-outside={outside || undefined}
      data-target={carried?.place?.date === date ? toneOf(carried) : undefined}
    >
      <div className={classes.dayTitle}>
        <button type="button" className={classes.link} aria-label={words.day(date)} onClick={() => onDay(date)}>
          {Number(date.slice(8))}
        </button>
        <span className={classes.dim} title={off?.name}>
          {off?.name}
        </span>
      </div>
      {sessions.slice(0, sessions.length - hidden).map((session) => (
        <SessionChip key={session.id} {...parts} session={session} />
      ))}
      {hidden > 0 && (
        <button type="button" className={classes.link} onClick={() => setWhole(true)}>
          {t('calendar.more', { count: hidden })}
        </button>
      )}
    </div>
  )
}

const byTime = (one: PlacedSession, other: PlacedSession): number =>
  order[one.half] - order[other.half] || (one.training.code < other.training.code ? -1 : 1)
