import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { standardLevels } from '../../../src-core/delivery/clash.ts'
import { orpc } from '../../app/api.ts'
import { scheduleOf } from './schedule.ts'

/** The year of a plan with everything the boards show, and how hard its clashes are. */
export function useSchedule(planId: string) {
  const input = { planId }
  const found = useQuery(orpc.delivery.board.queryOptions({ input }))
  const levels = useQuery(orpc.delivery.clashLevels.queryOptions())
  const clashing = useQuery(orpc.delivery.clashes.queryOptions({ input }))
  const schedule = useMemo(() => found.data && scheduleOf(found.data), [found.data])
  /** Sessions that clash, on either side, and whether something blocks. */
  const marked = useMemo(() => {
    const hard = new Map<string, boolean>()
    for (const { sessionId, clash, level, accepted } of clashing.data ?? []) {
      for (const id of [sessionId, clash.sessionId]) {
        if (id !== null) hard.set(id, (hard.get(id) ?? false) || (level !== 'WARN' && accepted === null))
      }
    }
    return hard
  }, [clashing.data])
  return {
    schedule,
    /** The same, also where a screen shows only a part of it: clashes are held against all. */
    whole: schedule,
    marked,
    levels: levels.data ?? standardLevels,
    clashes: clashing.data,
    error: found.error,
    retry: () => void found.refetch(),
  }
}

export type ShownSchedule = ReturnType<typeof useSchedule>
