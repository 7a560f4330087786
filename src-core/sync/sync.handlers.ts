import { noteOfficer, notNoted } from '../access/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { Actor } from '../kernel/context.ts'
import { istanbulDate } from '../kernel/dates.ts'
import type { Ports } from '../kernel/ports.ts'
import type { SyncActivity, SyncChoice, SyncOfficer, SyncStanding } from '../kernel/sync-port.ts'
import { everKnown } from './officers.ts'
import { portalHandlers } from './portal.handlers.ts'
import { resealRows } from './reseal.ts'
import type { SyncStatus, syncContract } from './sync.contract.ts'
import { inbox, standing } from './sync.repository.ts'

/** How it stands, as whoever asks sees it. */
function seenBy(actor: Actor, { officers, ...stands }: SyncStanding, activity: SyncActivity): SyncStatus {
  const known = stands.joined === null || officers === null || officers.includes(actor.id)
  return { ...stands, ...activity, known }
}

/** For work outside any transaction, which reads by asking again. */
const statusAfter = async ({ ports, actor }: { readonly ports: Ports; readonly actor: Actor }): Promise<SyncStatus> =>
  seenBy(actor, await ports.sync.standing(), ports.sync.activity())

const asks = ({ id, name }: Actor): SyncOfficer => ({ id, name })

export const syncHandlers: Handlers<typeof syncContract> = {
  ...portalHandlers,

  status: async ({ db, ports, actor }) => seenBy(actor, await standing(db), ports.sync.activity()),

  now: async (call) => {
    await call.ports.sync.now()
    return statusAfter(call)
  },

  join: ({ input: { address, deviceName }, ports, actor }) => ports.sync.join(address, deviceName, asks(actor)),

  introduce: ({ ports, actor }) => ports.sync.introduce(asks(actor)),

  devices: ({ ports }) => ports.sync.devices(),

  removeDevice: async ({ input: { id }, ports, actor }) => {
    await ports.sync.removeDevice(id, asks(actor))
    return {}
  },

  stopJoining: async ({ ports }) => {
    await ports.sync.stopJoining()
    return {}
  },

  leave: async ({ ports }) => {
    await ports.sync.leave()
    return {}
  },

  reseal: async ({ db, write, columns, ports }) => ({
    rows: await resealRows({ db, write, columns, renew: ports.sync.renew }),
  }),

  noteOfficers: async ({ db, write }) => {
    const unknown = await notNoted(db, await everKnown(db))
    for (const officer of unknown) await noteOfficer(write, officer)
    return { noted: unknown.length }
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

  allowRemoval: async (call) => {
    await call.ports.sync.allowRemoval()
    return statusAfter(call)
  },
}
