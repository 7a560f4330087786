import { useTranslation } from 'react-i18next'
import classes from './delivery.module.css'
import type { Schedule } from './schedule.ts'
import type { Carried } from './use-carrying.ts'
import { useScheduleWords } from './use-words.ts'

const tones = { BLOCK: 'bad', BLOCK_AT_PUBLISH: 'warn', WARN: 'warn' } as const

/** Colour of a place for what speaks against it. */
export const toneOf = ({ level }: Pick<Carried, 'level'>) => (level ? tones[level] : 'good')

type Props = { readonly carried: Carried | undefined; readonly schedule: Schedule }

/** Says, while a session is carried, where it would be put and what speaks against it. */
export function CarriedWord({ carried, schedule }: Props) {
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const place = carried?.place
  return (
    <div
      className={classes.carriedWord}
      role="status"
      data-tone={carried && toneOf(carried)}
      data-shown={carried ? true : undefined}
    >
      {carried && !place && t('carry.nowhere')}
      {carried && place && (
        <>
          <strong>{words.title(carried.session)}</strong>
          <span>{`${words.when(place)} · ${words.where(place, schedule)}`}</span>
          <span>
            {carried.level
              ? `${t(`carry.${carried.level}`)} ${carried.clashes.map(words.clash).join(' ')}`
              : t('carry.free')}
          </span>
        </>
      )}
    </div>
  )
}
