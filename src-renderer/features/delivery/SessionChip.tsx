import classes from './delivery.module.css'
import type { PlacedSession, Schedule } from './schedule.ts'
import type { Carrying } from './use-carrying.ts'
import type { ShownSchedule } from './use-schedule.ts'
import { useScheduleWords } from './use-words.ts'

/** What the views of the calendar share. */
export type ViewProps = {
  readonly shown: ShownSchedule & { readonly schedule: Schedule }
  readonly carrying: Carrying
  readonly isFaint: (session: PlacedSession) => boolean
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
}

type Props = ViewProps & { readonly session: PlacedSession; readonly withRoom?: boolean }

/** A session in a day of the calendar. */
export function SessionChip({ session, shown, carrying, isFaint, openId, onOpen, withRoom = false }: Props) {
  const words = useScheduleWords()
  const clash = shown.marked.get(session.id)
  const { onPointerDown, onKeyDown } = carrying.grip(session)
  const text = `${words.title(session)}, ${session.training.name}, ${words.when(session)}`
  return (
    <button
      type="button"
      className={`${classes.chip} ${withRoom ? classes.weekChip : ''}`}
      data-clash={clash === undefined ? undefined : clash ? 'hard' : 'soft'}
      data-pinned={session.pinned || undefined}
      data-open={session.id === openId || undefined}
      data-lifted={session.id === carrying.carried?.session.id || undefined}
      data-faint={isFaint(session) || undefined}
      title={text}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onClick={() => {
        if (!carrying.isDropClick()) onOpen(session.id)
      }}
    >
      <span>
        {withRoom ? session.training.code.slice(5) : `${session.training.code.slice(5)} ${session.training.name}`}
      </span>
      {withRoom && <span>{session.training.name}</span>}
      {withRoom && <span className={classes.dim}>{[session.room, session.trainer].filter(Boolean).join(' · ')}</span>}
      <span className={classes.unseen}>{words.told(session)}</span>
    </button>
  )
}
