import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, dayCount, monthSpan, weekdayOf } from '../../../src-core/courses/days.ts'
import type { Holiday } from '../../../src-core/courses/holiday.ts'
import { formatLongDate } from '../../../src-core/kernel/dates.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { monthName, weekdayNames } from './calendar-words.ts'
import { holidayName } from './holiday-form.ts'
import classes from './YearCalendar.module.css'

type Props = {
  readonly year: number
  readonly holidays: readonly Holiday[]
  readonly openDay: string | undefined
  readonly onDay: (date: string) => void
}

/** Twelve months at a glance. Arrows walk through the days, Enter opens one. */
export function YearCalendar({ year, holidays, openDay, onDay }: Props) {
  const language = useNumberLanguage()
  const first = `${year}-01-01`
  const last = `${year}-12-31`
  const [focused, setFocused] = useState(openDay)
  const current = focused?.startsWith(`${year}-`) ? focused : first
  const byDate = Map.groupBy(holidays, (holiday) => holiday.date)

  // The panel narrows the calendar, and the months move.
  useEffect(() => {
    if (openDay) document.getElementById(idOf(openDay))?.scrollIntoView({ block: 'nearest' })
  }, [openDay])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = addDays(current, step)
    const kept = next < first ? first : next > last ? last : next
    setFocused(kept)
    requestAnimationFrame(() => document.getElementById(idOf(kept))?.focus())
  }

  return (
    <div className={classes.page}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside have the focus, the arrows walk among them */}
      <div className={classes.months} onKeyDown={onKeyDown}>
        {Array.from({ length: 12 }, (_, at) => monthSpan(year, at + 1)).map(({ from, to }) => (
          <section key={from} className={classes.month} aria-label={`${monthName(from, language)} ${year}`}>
            <h2 className={classes.title}>{monthName(from, language)}</h2>
            <div className={classes.days}>
              {weekdayNames(language).map(({ short, long }) => (
                <span key={long} className={classes.weekday} aria-hidden>
                  {short}
                </span>
              ))}
              {Array.from({ length: dayCount(from, to) }, (_, at) => addDays(from, at)).map((date) => (
                <Day
                  key={date}
                  date={date}
                  holidays={byDate.get(date) ?? []}
                  open={date === openDay}
                  reachable={date === current}
                  onFocus={() => setFocused(date)}
                  onOpen={() => onDay(date)}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
      <Legend />
    </div>
  )
}

const idOf = (date: string): string => `day-${date}`

type DayProps = {
  readonly date: string
  readonly holidays: readonly Holiday[]
  readonly open: boolean
  readonly reachable: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
}

function Day({ date, holidays, open, reachable, onFocus, onOpen }: DayProps) {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const weekend = weekdayOf(date) > 5
  const whole = holidays.find((holiday) => holiday.half === 'none')
  const shown = whole ?? holidays[0]
  const said =
    holidays.length > 0
      ? holidays
          .map((holiday) =>
            [
              holidayName(holiday, language),
              ...(holiday.half === 'none' ? [] : [t(`word.half.${holiday.half}`)]),
              ...(holiday.announced ? [] : [t('holidays.calculated')]),
            ].join(', '),
          )
          .join('; ')
      : t(weekend ? 'holidays.weekend' : 'holidays.working')
  return (
    <button
      id={idOf(date)}
      type="button"
      className={classes.day}
      style={{ gridColumnStart: weekdayOf(date) }}
      data-weekend={weekend || undefined}
      data-kind={shown?.kind}
      data-half={shown?.half}
      data-calculated={(shown && !shown.announced) || undefined}
      data-several={holidays.length > 1 || undefined}
      data-open={open || undefined}
      tabIndex={reachable ? 0 : -1}
      aria-label={`${formatLongDate(date, language)}: ${said}`}
      title={holidays.length > 0 ? said : undefined}
      onFocus={onFocus}
      onClick={onOpen}
    >
      {Number(date.slice(8))}
    </button>
  )
}

function Legend() {
  const { t } = useTranslation('courses')
  return (
    <div className={classes.legend}>
      {(['public', 'religious', 'administrativeLeave', 'institution'] as const).map((kind) => (
        <span key={kind} className={classes.key}>
          <span className={classes.swatch} data-kind={kind} data-half="none" aria-hidden />
          {t(`word.holidayKind.${kind}`)}
        </span>
      ))}
      <span className={classes.key}>
        <span className={classes.swatch} data-kind="public" data-half="pm" aria-hidden />
        {t('word.half.pm')}
      </span>
      <span className={classes.key}>
        <span className={classes.swatch} data-kind="religious" data-half="none" data-calculated aria-hidden />
        {t('holidays.calculated')}
      </span>
      <span className={classes.hint}>{t('holidays.keysHint')}</span>
    </div>
  )
}
