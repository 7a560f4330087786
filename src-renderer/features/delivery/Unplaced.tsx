import { useTranslation } from 'react-i18next'
import classes from './delivery.module.css'
import type { Schedule } from './schedule.ts'
import type { Carrying } from './use-carrying.ts'
import { useScheduleWords } from './use-words.ts'

const mostShown = 60

type Props = {
  readonly schedule: Schedule
  readonly carrying: Carrying
  readonly onOpen: (id: string) => void
}

/** Sessions without a place: drawn onto the board, or opened and given one there. */
export function Unplaced({ schedule, carrying, onOpen }: Props) {
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const waiting = schedule.sessions.filter(({ date }) => date === null)
  if (waiting.length === 0) return null
  return (
    <div className={classes.unplaced}>
      <strong>{t('board.unplaced', { count: waiting.length })}</strong>
      <ul>
        {waiting.slice(0, mostShown).map((session) => (
          <li key={session.id}>
            <button
              type="button"
              className={classes.chip}
              title={session.training.name}
              onPointerDown={carrying.grip(session).onPointerDown}
              onClick={() => {
                if (!carrying.isDropClick()) onOpen(session.id)
              }}
            >
              {words.title(session)}
            </button>
          </li>
        ))}
        {waiting.length > mostShown && (
          <li className={classes.dim}>{t('board.more', { count: waiting.length - mostShown })}</li>
        )}
      </ul>
    </div>
  )
}
