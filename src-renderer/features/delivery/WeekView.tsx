import { addDays, weekdayOf } from '../../../src-core/courses/days.ts'
import type { SessionHalf } from '../../../src-core/delivery/session.ts'
import { toneOf } from './CarriedWord.tsx'
import classes from './delivery.module.css'
import { SessionChip, type ViewProps } from './SessionChip.tsx'
import { dayOff } from './schedule.ts'
import { useScheduleWords } from './use-words.ts'

/** The Monday of a day's week. */
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date))

const bands: readonly SessionHalf[] = ['am', 'none', 'pm']

/** A working week: mornings, whole days and afternoons of each day. */
export function WeekView({ day, ...parts }: ViewProps & { readonly day: string }) {
  const words = useScheduleWords()
  const { schedule } = parts.shown
  const { carried } = parts.carrying
  const days = [0, 1, 2, 3, 4].map((at) => addDays(mondayOf(day), at))
  return (
    <div className={classes.calendar}>
      <div className={classes.week}>
        <div className={classes.weekdayHead} />
        {days.map((date) => {
          const off = dayOff(schedule, date, 'am') ?? dayOff(schedule, date, 'pm')
          return (
            <div key={date} className={classes.weekdayHead}>
              {words.day(date)} <span className={classes.dim}>{off?.name}</span>
            </div>
          )
        })}
        {bands.map((band) => (
          <Band key={band} name={words.halfAlone(band)}>
            {days.map((date) => {
              const off =
                band === 'none'
                  ? (dayOff(schedule, date, 'am') ?? dayOff(schedule, date, 'pm'))
                  : dayOff(schedule, date, band)
              const isTarget = carried?.place?.date === date && carried.place.half === band
              return (
                <div
                  key={date}
                  className={classes.day}
                  data-day={date}
                  data-band={band}
                  data-off={off && true}
                  data-target={isTarget && carried ? toneOf(carried) : undefined}
                >
                  {(schedule.byDate.get(date) ?? [])
                    .filter(({ half }) => half === band)
                    .map((session) => (
                      <SessionChip key={session.id} {...parts} session={session} withRoom />
                    ))}
                </div>
              )
            })}
          </Band>
        ))}
      </div>
    </div>
  )
}

function Band({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <div className={classes.bandName}>{name}</div>
      {children}
    </>
  )
}
