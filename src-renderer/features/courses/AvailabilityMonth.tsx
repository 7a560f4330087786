import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { statedFor } from '../../../src-core/courses/availability.rules.ts'
import type { Availability, AvailabilityChange } from '../../../src-core/courses/availability.ts'
import { addDays, dayCount, monthSpan, weekdayOf } from '../../../src-core/courses/days.ts'
import { type DayHalf, dayHalves, isFree } from '../../../src-core/courses/working-days.rules.ts'
import { formatLongDate, istanbulDate } from '../../../src-core/kernel/dates.ts'
import { orpc } from '../../app/api.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './AvailabilityMonth.module.css'
import { monthName, weekdayNames } from './calendar-words.ts'

type Kind = AvailabilityChange['kind']

type Props = {
  readonly entries: readonly Availability[]
  readonly readOnly: boolean
  readonly onPaint: (change: AvailabilityChange) => void
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** A month of half days. What is chosen above it is marked by clicking or with the space bar; arrows move. */
export function AvailabilityMonth({ entries, readOnly, onPaint }: Props) {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const [first, setFirst] = useState(() => firstToShow(entries))
  const [kind, setKind] = useState<Kind>('available')
  const [focused, setFocused] = useState<{ readonly date: string; readonly half: DayHalf }>()
  const year = Number(first.slice(0, 4))
  const { from, to } = monthSpan(year, Number(first.slice(5, 7)))
  const free = useQuery(orpc.courses.holidaysOfYear.queryOptions({ input: { year } }))
  const holidays = free.data?.holidays ?? []
  const goTo = (date: string) => setFirst(`${date.slice(0, 7)}-01`)
  const paint = (span: Partial<AvailabilityChange>) =>
    onPaint({ fromDate: from, toDate: to, half: 'none', kind, note: null, weekdays: everyDay, ...span })
  const current = focused && focused.date >= from && focused.date <= to ? focused : { date: from, half: 'am' as const }

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next =
        step === -7 || step === 7 ? vertical(current, step) : { ...current, date: addDays(current.date, step) }
      move(next)
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault()
      move({ ...current, date: event.key === 'PageUp' ? addDays(from, -1) : addDays(to, 1) })
    }
  }
  const move = (next: { readonly date: string; readonly half: DayHalf }) => {
    if (next.date < from || next.date > to) goTo(next.date)
    setFocused(next)
    requestAnimationFrame(() => document.getElementById(idOf(next.date, next.half))?.focus())
  }

  return (
    <section className={classes.calendar} aria-label={t('tabs.availability')}>
      <div className={classes.head}>
        <ActionIcon aria-label={t('availability.previous')} onClick={() => goTo(addDays(from, -1))}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <strong className={classes.month} aria-live="polite">
          {monthName(from, language)} {year}
        </strong>
        <ActionIcon aria-label={t('availability.next')} onClick={() => goTo(addDays(to, 1))}>
          <IconChevronRight size={16} />
        </ActionIcon>
        {!readOnly && (
          <SegmentedControl
            className={classes.paint ?? ''}
            size="xs"
            aria-label={t('availability.paint')}
            value={kind}
            onChange={(value) => setKind(value as Kind)}
            data={[
              { value: 'available', label: t('word.availability.available') },
              { value: 'unavailable', label: t('word.availability.unavailable') },
              { value: 'clear', label: t('availability.clear') },
            ]}
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside have the focus, the arrows walk among them */}
      <div className={classes.days} onKeyDown={onKeyDown}>
        {weekdayNames(language).map(({ short, long }, at) => (
          <button
            key={long}
            type="button"
            className={classes.weekday}
            disabled={readOnly}
            title={t('availability.weekday', { day: long })}
            aria-label={`${short}: ${t('availability.weekday', { day: long })}`}
            onClick={() => paint({ weekdays: [at + 1] })}
          >
            {short}
          </button>
        ))}
        {Array.from({ length: dayCount(from, to) }, (_, at) => addDays(from, at)).map((date) => (
          <div key={date} className={classes.day} style={{ gridColumnStart: weekdayOf(date) }}>
            <button
              type="button"
              className={classes.number}
              disabled={readOnly}
              tabIndex={-1}
              aria-label={t('availability.whole', { date: formatLongDate(date, language) })}
              onClick={() => paint({ fromDate: date, toDate: date })}
            >
              {Number(date.slice(8))}
            </button>
            {dayHalves.map((half) => {
              const said = statedFor(entries, date, half)
              const isOff = isFree(date, half, holidays)
              const word = [
                said ? t(`word.availability.${said.kind}`) : t('availability.unstated'),
                ...(isOff ? [t('availability.holiday')] : []),
                ...(said?.note ? [said.note] : []),
              ].join(', ')
              return (
                <button
                  key={half}
                  id={idOf(date, half)}
                  type="button"
                  className={classes.half}
                  data-said={said?.kind}
                  data-free={isOff || undefined}
                  disabled={readOnly}
                  tabIndex={current.date === date && current.half === half ? 0 : -1}
                  title={said?.note ?? undefined}
                  aria-label={t('availability.half', {
                    date: formatLongDate(date, language),
                    half: t(`word.half.${half}`).toLocaleLowerCase(language),
                    said: word,
                  })}
                  onFocus={() => setFocused({ date, half })}
                  onClick={() => paint({ fromDate: date, toDate: date, half })}
                >
                  {said ? <span aria-hidden>{said.kind === 'available' ? '✓' : '✕'}</span> : null}
                </button>
              )
            })}
          </div>
        ))}
      </div>
      <p className={classes.hint}>{t('availability.hint')}</p>
    </section>
  )
}

const idOf = (date: string, half: DayHalf): string => `availability-${date}-${half}`

/** Up and down go through the halves of a day, then to the same weekday of the neighbouring week. */
function vertical({ date, half }: { readonly date: string; readonly half: DayHalf }, step: number) {
  if (step > 0) return half === 'am' ? { date, half: 'pm' as const } : { date: addDays(date, 7), half: 'am' as const }
  return half === 'pm' ? { date, half: 'am' as const } : { date: addDays(date, -7), half: 'pm' as const }
}

/** This month, or the first month with something stated where that lies ahead. */
function firstToShow(entries: readonly Availability[]): string {
  const today = istanbulDate(Date.now())
  const from = entries.filter((entry) => entry.toDate >= today).map((entry) => entry.fromDate)
  const running = from.some((date) => date <= today)
  const first = running ? today : (from.sort()[0] ?? today)
  return `${first.slice(0, 7)}-01`
}
