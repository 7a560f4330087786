import { type PlacingProblem, placingProblemSchema } from '../../src-core/delivery/placing/placing.ts'
import type { Planner } from '../../src-core/kernel/ports.ts'
import { place } from './place.ts'

/** Searches run in a worker thread, whoever stops them calls from the main one; both hear this channel. */
const channelName = 'akademi.planner.stop'

/** The search as handlers see it. */
export const planner: Planner = {
  place: async (problem, { run, signal, ...options }) => {
    const stop = new AbortController()
    const onAbort = () => stop.abort()
    if (signal?.aborted) onAbort()
    signal?.addEventListener('abort', onAbort, { once: true })
    const channel = new BroadcastChannel(channelName)
    channel.onmessage = ({ data }) => {
      if (run !== undefined && data === run) onAbort()
    }
    try {
      const known: PlacingProblem = placingProblemSchema.parse(problem)
      return await place(known, { ...options, signal: stop.signal })
    } finally {
      channel.close()
      signal?.removeEventListener('abort', onAbort)
    }
  },
  stop: (run) => {
    const channel = new BroadcastChannel(channelName)
    channel.postMessage(run)
    channel.close()
  },
}
