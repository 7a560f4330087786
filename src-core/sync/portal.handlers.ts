import { portalHolder } from '../access/index.ts'
import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import { found, OperationError } from '../kernel/errors.ts'
import { removeDevice } from './device.ts'
import { decideJoin, waitingJoin } from './join.ts'
import { devicesOf } from './portal-devices.ts'
import type { syncContract } from './sync.contract.ts'

type OnPortal = 'joinAsked' | 'confirmJoin' | 'refuseJoin' | 'joinedDevices' | 'removeJoinedDevice'

type Call = Pick<QueryCall<unknown>, 'db' | 'connection' | 'now' | 'actor'>

async function accountOf({ db, connection }: Call): Promise<string> {
  const holder = await portalHolder(db, connection)
  if (!holder) throw new OperationError('NOT_SIGNED_IN', {})
  return holder.id
}

const askedUnder = async ({ db, now }: Call, code: string) => found(await waitingJoin(db, code, now), 'joinCode')

async function decide(call: Call, code: string, state: 'confirmed' | 'refused') {
  const { id } = await askedUnder(call, code)
  await decideJoin(call.db, id, state, await accountOf(call))
  return {}
}

/** Whose devices somebody sees: her own, or as administrator everybody's. */
const ownerOf = async (call: Call): Promise<string | undefined> => {
  const { roles } = call.actor
  return roles === 'all' || roles.includes('SA') ? undefined : accountOf(call)
}

/** What the portal's pages ask of the synchronisation. */
export const portalHandlers: Pick<Handlers<typeof syncContract>, OnPortal> = {
  joinAsked: async (call) => {
    const { deviceName, officerName, deviceId } = await askedUnder(call, call.input.code)
    return { deviceName, officerName, of: deviceId === null ? 'desktop' : 'officer' }
  },

  confirmJoin: (call) => decide(call, call.input.code, 'confirmed'),

  refuseJoin: (call) => decide(call, call.input.code, 'refused'),

  joinedDevices: async (call) => ({ devices: [...(await devicesOf(call.db, await ownerOf(call)))] }),

  removeJoinedDevice: async (call) => {
    const { id } = call.input
    const seen = await devicesOf(call.db, await ownerOf(call))
    const device = found(
      seen.find((one) => one.id === id),
      'syncDevice',
      id,
    )
    await removeDevice(call.db, device.id, call.now)
    return {}
  },
}
