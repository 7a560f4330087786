import { useTranslation } from 'react-i18next'
import type { SessionPlace } from '../../../src-core/delivery/session.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../app/session.ts'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import type { BoardSession } from './schedule.ts'

/** What the officer may do about the schedule. */
export function useMaySchedule() {
  const officer = useOfficer()
  return {
    keep: holds(officer, ['TM', 'TO']),
    setLevels: holds(officer, ['TM']),
    seePeople: holds(officer, ['TM', 'TO', 'AU']),
  }
}

/** Commands on sessions, each with its way back. */
export function useMoving() {
  const { t } = useTranslation('delivery')
  const undo = (commandId: string) =>
    client.delivery
      .undo({ commandId })
      .then(({ kept }) => tell({ text: kept > 0 ? t('undoneKept', { count: kept }) : t('undone') }))
      .catch(tellError)
  const run = async (work: Promise<{ commandId: string }>, said: string): Promise<boolean> => {
    try {
      const { commandId } = await work
      tellUndo(said, () => undo(commandId))
      return true
    } catch (error) {
      tellError(error)
      return false
    }
  }
  return {
    run,
    move: ({ id, rowVersion, training }: BoardSession, place: SessionPlace | null, reason: string | null) =>
      run(
        client.delivery.moveSession({ id, rowVersion, place, reason }),
        t(place ? 'moved' : 'unplacedDone', { code: training.code }),
      ),
    pin: (ids: readonly string[], pinned: boolean) =>
      run(
        client.delivery.pinSessions({ ids: [...ids], pinned }),
        t(pinned ? 'pinnedDone' : 'releasedDone', { count: ids.length }),
      ),
  }
}
