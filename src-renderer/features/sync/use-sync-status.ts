import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { SyncStatus } from '../../../src-core/sync/sync.contract.ts'
import { orpc, refreshData } from '../../app/api.ts'

const lookEvery = 15_000
/** While somebody waits for a code to be confirmed or a round to end. */
const lookSoon = 2000

/** Where the synchronisation stands; looked at again by itself, for rounds run in the background. */
export const useSyncStatus = () =>
  useQuery(
    orpc.sync.status.queryOptions({
      refetchInterval: ({ state }) =>
        state.data?.running || state.data?.joining?.state === 'waiting' ? lookSoon : lookEvery,
    }),
  )

/** Reads whatever is on screen again once a round has brought what others did; forms keep what was typed. */
export function useArrivals(arrivedUpTo: string | null | undefined): void {
  const seen = useRef(arrivedUpTo)
  useEffect(() => {
    if (seen.current !== undefined && arrivedUpTo !== seen.current) refreshData()
    seen.current = arrivedUpTo
  }, [arrivedUpTo])
}

/** The one thing an officer needs to know of it. */
export function standingOf(
  status: SyncStatus,
): 'alone' | 'paused' | 'unreachable' | 'conflicts' | 'never' | 'waiting' | 'synced' {
  if (!status.joined) return status.conflicts > 0 ? 'conflicts' : 'alone'
  if (status.paused) return 'paused'
  if (status.conflicts > 0) return 'conflicts'
  if (status.trouble) return 'unreachable'
  if (status.lastSyncedAt === null) return 'never'
  return status.waiting > 0 ? 'waiting' : 'synced'
}
