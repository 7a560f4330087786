import { type CSSProperties, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, daysFrom, monthSpan, weekdayOf } from '../../../src-core/courses/days.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { monthName } from '../courses/calendar-words.ts'
import classes from './delivery.module.css'
import { dayOff, type PlacedSession, type Schedule } from './schedule.ts'
import { useScheduleWords } from './use-words.ts'

type Props = {
  readonly schedule: Schedule
  readonly marked: ReadonlyMap<string, boolean>
  readonly isFaint: (session: PlacedSession) => boolean
  readonly onDay: (date: string) => void
}

const strongest = 38

/** Twelve months at a glance: the fuller a day, the deeper its colour. Arrows walk through the days, Enter opens the week. */
export function YearView({ schedule, marked, isFaint, onDay }: Props) {
  const { t } = useTranslation('delivery')
  const language = useNumberLanguage()
  const words = useScheduleWords()
  const { year } = schedule.board
  const [focused, setFocused] = useState(`${year}-01-01`)
  const counts = new Map([...schedule.byDate].map(([date, own]) => [date, own.filter((one) => !isFaint(one)).length]))
  const most = Math.max(1, ...counts.values())
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = addDays(focused, step)
    if (!next.startsWith(String(year))) return
    setFocused(next)
    document.getElementById(`year-${next}`)?.focus()
  }
  return (
    <div className={classes.calendar}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside have the focus, the arrows walk among them */}
      <div className={classes.yearGrid} onKeyDown={onKeyDown}>
        {Array.from({ length: 12 }, (_, at) => monthSpan(year, at + 1)).map(({ from, to }) => (
          <section key={from} className={classes.yearMonth} aria-label={`${monthName(from, language)} ${year}`}>
            <h2>{monthName(from, language)}</h2>
            <div className={classes.yearDays}>
              {[...daysFrom(from, to)].map((date) => {
                const count = counts.get(date) ?? 0
                const clash = (schedule.byDate.get(date) ?? []).some(({ id }) => marked.has(id))
                const off = dayOff(schedule, date, 'am') !== undefined && dayOff(schedule, date, 'pm') !== undefined
                const said = `${words.day(date)}: ${t('calendar.sessions', { count })}${clash ? `, ${t('calendar.withClash')}` : ''}`
                return (
                  <button
                    key={date}
                    id={`year-${date}`}
                    type="button"
                    className={classes.yearDay}
                    style={
                      { gridColumnStart: weekdayOf(date), '--heat': `${(count / most) * strongest}%` } as CSSProperties
                    }
                    data-off={(off && count === 0) || undefined}
                    data-clash={clash || undefined}
                    tabIndex={date === focused ? 0 : -1}
                    aria-label={said}
                    title={said}
                    onFocus={() => setFocused(date)}
                    onClick={() => onDay(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                )
              })}
            </div>
          </section>
        ))}
      </div>
    </div>
  )
}
