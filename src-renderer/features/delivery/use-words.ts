import { useTranslation } from 'react-i18next'
import type { Clash } from '../../../src-core/delivery/clash.ts'
import type { SessionHalf, SessionPlace } from '../../../src-core/delivery/session.ts'
import { formatLongDate } from '../../../src-core/kernel/dates.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import type { BoardSession, PlacedSession, Schedule } from './schedule.ts'

const locales = { tr: 'tr-TR', en: 'en-GB' } as const

/** `9.00–12.00` of minutes of the day. */
export const hoursText = (from: number, to: number): string => `${clock(from)}–${clock(to)}`

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`

/** How days, halves, sessions and clashes are said. */
export function useScheduleWords() {
  const { t } = useTranslation('delivery')
  const language = useNumberLanguage()
  const weekday = new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone: 'UTC' })
  const half = (value: SessionHalf): string => t(`half.${value}`)
  const day = (date: string): string => `${formatLongDate(date, language)} ${weekday.format(Date.parse(date))}`
  const when = ({ date, half: part }: Pick<SessionPlace, 'date' | 'half'>): string => `${day(date)}, ${half(part)}`
  return {
    half,
    /** As it stands alone in a cell, not within a sentence. */
    halfAlone: (value: SessionHalf): string =>
      half(value).replace(/^./u, (first) => first.toLocaleUpperCase(locales[language])),
    day,
    when,
    weekday: (date: string): string => weekday.format(Date.parse(date)),
    title: ({ training, ordinal }: Pick<BoardSession, 'training' | 'ordinal'>): string =>
      `${training.code} · ${t('session.nth', { no: ordinal })}`,
    /** For who cannot see where on the board a session stands. */
    told: ({ ordinal, date, half: part }: Pick<PlacedSession, 'ordinal' | 'date' | 'half'>): string =>
      `, ${t('session.nth', { no: ordinal })}, ${when({ date, half: part })}`,
    where: (place: Pick<SessionPlace, 'roomId' | 'trainerId'>, { rooms, trainers }: Schedule): string =>
      [rooms.get(place.roomId ?? '')?.name ?? t('session.noRoom'), trainers.get(place.trainerId ?? '')?.name]
        .filter(Boolean)
        .join(', '),
    clash: ({ kind, cause, name, persons }: Pick<Clash, 'kind' | 'cause' | 'name' | 'persons'>): string => {
      if (cause === 'taken') return t(kind === 'room' ? 'cause.roomTaken' : 'cause.trainerTaken', { name })
      if (cause === 'tooSmall') return t('cause.tooSmall', { seats: name, count: persons })
      if (cause === 'people') return t('cause.people', { name, count: persons })
      if (cause === 'duty') return t('cause.duty', { name, count: persons })
      return t(`cause.${cause}`, { name })
    },
  }
}

export type ScheduleWords = ReturnType<typeof useScheduleWords>
