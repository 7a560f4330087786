import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import type { Ports } from '../kernel/ports.ts'
import type { SyncChoice } from '../kernel/sync-port.ts'
import type { SyncStatus, syncContract } from './sync.contract.ts'
import { inbox, standing } from './sync.repository.ts'

async function statusOf({ db, ports }: Pick<QueryCall<unknown>, 'db' | 'ports'>): Promise<SyncStatus> {
  return { ...(await standing(db)), ...ports.sync.activity() }
}

/** The same for work outside any transaction, which reads by asking again. */
const statusAfter = async (ports: Ports): Promise<SyncStatus> => ({
  ...(await ports.sync.standing()),
  ...ports.sync.activity(),
})

export const syncHandlers: Handlers<typeof syncContract> = {
  status: statusOf,

  now: async ({ ports }) => {
    await ports.sync.now()
    return statusAfter(ports)
  },

  join: ({ input: { address, deviceName }, ports }) => ports.sync.join(address, deviceName),

  stopJoining: async ({ ports }) => {
    await ports.sync.stopJoining()
    return {}
  },

  leave: async ({ ports }) => {
    await ports.sync.leave()
    return {}
  },

  conflicts: async ({ db }) => [...(await inbox(db))],

  resolve: async ({ input: { commandId, how, values = {} }, ports, connection }) => {
    const choice: SyncChoice = how === 'typed' ? { how, values } : { how }
    await ports.sync.settle(commandId, choice, connection)
    return {}
  },

  exportConflicts: async ({ db, now }) => {
    const entries = (await inbox(db)).map((entry) => ({ ...entry, input: JSON.parse(entry.input) }))
    const text = JSON.stringify({ at: now, entries }, null, 2)
    return new File([text], `Akademi ${istanbulDate(now)} çakışmalar.json`, { type: 'application/json' })
  },

  allowRemoval: async ({ ports }) => {
    await ports.sync.allowRemoval()
    return statusAfter(ports)
  },
}
