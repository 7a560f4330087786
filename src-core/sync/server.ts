import { implement, ORPCError } from '@orpc/server'
import { notNoted } from '../access/index.ts'
import type { Feature } from '../database/calls.ts'
import { operationsOf } from '../database/dispatcher.ts'
import type { RecordedColumns } from '../database/recorded-columns.ts'
import { createReplay } from '../database/replay.ts'
import type { Reader, Store } from '../database/store.ts'
import { isOperationError, OperationError } from '../kernel/errors.ts'
import { uuidV7 } from '../kernel/ids.ts'
import type { Ports } from '../kernel/ports.ts'
import { giveChunk, haveOf, type PartialFiles, takeChunk } from './answer-files.ts'
import { answerHello } from './answer-hello.ts'
import { pageOfChanges } from './answer-pull.ts'
import { rememberedResults, takeCommands } from './answer-push.ts'
import { pageOfRows } from './answer-reset.ts'
import { isEmpty, isIncomplete, takeSeed, takeSeedRows } from './answer-seed.ts'
import { type Device, joinedDevices, noteSeen, removeDevice } from './device.ts'
import { beginEpoch, readEpoch } from './epoch.ts'
import { everKnown, type Officers } from './officers.ts'
import { protocolContract } from './protocol.contract.ts'
import { keyMarkOf, ownVersions } from './protocol.ts'

export type SyncServerOptions = {
  readonly store: Store
  readonly columns: RecordedColumns
  readonly features: Readonly<Record<string, Feature>>
  readonly ports: Ports
  /** Who the officers of a device are here. */
  readonly officers: Officers
  /** Runs `sync.noteOfficers`, when somebody is known of whom the rows do not say it. */
  readonly noteOfficers: () => Promise<unknown>
  readonly partial: PartialFiles
  readonly clock: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly logFault: (reference: string, error: unknown) => void
}

/** Who asks; found by the host from the token that came with the message (`deviceByToken`). */
export type SyncContext = { readonly device: Device }

/**
 * The portal's end of the synchronisation: a router that answers the messages of `protocolContract`. It runs over any number of
 * processes on one store: nothing is kept between two messages but in the store.
 */
export async function openSyncServer(options: SyncServerOptions) {
  const { store, columns, features, ports, officers, partial, clock, random } = options
  await beginEpoch(store, clock(), random(10))
  const operations = operationsOf(features)
  const replay = createReplay({ columns, features, ports })
  const keyMark = keyMarkOf(ports)
  const files = { files: ports.files, partial }

  const explained = (error: unknown) => (isOperationError(error) ? error : store.explain(error))
  const isOfStore = (error: unknown): boolean => explained(error)?.code === 'STORE_FAILED'

  /** Refusals are remembered; what the store itself cannot do is tried again later. */
  function refusalOf(error: unknown): OperationError {
    if (isOfStore(error)) throw error
    const refusal = explained(error)
    if (refusal) return refusal
    const reference = uuidV7(clock().getTime(), random(10)).slice(-12)
    options.logFault(reference, error)
    return new OperationError('UNEXPECTED', { reference })
  }

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const refusal = explained(error)
      if (refusal?.code === 'STORE_FAILED') throw new ORPCError('SERVICE_UNAVAILABLE', { data: refusal.data })
      if (refusal) throw new ORPCError('BAD_REQUEST', { data: refusal.data })
      options.logFault('sync', error)
      throw error
    }
  }

  /** Reads one unchanging state, and only while the portal is the one the desktop means. */
  const reading = <T>(epoch: string, work: (db: Reader) => Promise<T>) =>
    guarded(() =>
      store.snapshot(async (db) => ((await readEpoch(db)) === epoch ? work(db) : ({ state: 'otherEpoch' } as const))),
    )

  const os = implement(protocolContract).$context<SyncContext>()
  return os.router({
    hello: os.hello.handler(({ input, context }) =>
      guarded(async () => {
        await noteSeen(store, context.device.id, clock())
        // Before its first command: a rule that asks whether two acted as one has to know it then.
        if (await store.snapshot(owesNames)) await options.noteOfficers()
        return store.snapshot(async (db) =>
          answerHello(db, input, {
            versions: ownVersions,
            keyMark,
            epoch: (await readEpoch(db)) ?? '',
            officers: (await officers.knownAt(db, context.device.id)).map(({ id }) => id),
          }),
        )
      }),
    ),

    devices: os.devices.handler(({ context }) =>
      guarded(async () => {
        const devices = await store.read(joinedDevices)
        return devices.map(({ id, name, joinedAt, lastSeenAt }) => {
          return { id, name, joinedAt, lastSeenAt, own: id === context.device.id }
        })
      }),
    ),

    removeDevice: os.removeDevice.handler(({ input: { id, officer }, context: { device } }) =>
      guarded(() =>
        store.write(async ({ db }) => {
          if (id !== null) {
            const given = { actor: { id: officer, name: '' }, source: 'window' } as const
            const { roles } = await officers.recognise(db, device, given)
            if (roles !== 'all' && !roles.includes('SA')) throw new ORPCError('FORBIDDEN')
          }
          await removeDevice(db, id ?? device.id, clock().toISOString())
          return {}
        }),
      ),
    ),

    push: os.push.handler(({ input, context }) =>
      guarded(() =>
        store.write(async (transaction) => {
          if ((await readEpoch(transaction.db)) !== input.epoch) return { state: 'otherEpoch' as const }
          const now = clock().toISOString()
          const means = { operations, officers, replay, refusalOf, isOfStore, now }
          const results = await takeCommands(transaction, context.device, input.commands, means)
          return { state: 'taken' as const, results: [...results] }
        }),
      ),
    ),

    pull: os.pull.handler(({ input: { epoch, cursor } }) =>
      reading(epoch, async (db) => ({ state: 'page' as const, ...(await pageOfChanges(db, columns, cursor)) })),
    ),

    reset: os.reset.handler(({ input: { epoch, after } }) =>
      reading(epoch, async (db) => ({ state: 'page' as const, ...(await pageOfRows(db, columns, after)) })),
    ),

    known: os.known.handler(({ input: { epoch, commandIds } }) =>
      reading(epoch, async (db) => {
        const results = await rememberedResults(db, commandIds)
        return { state: 'known' as const, results: [...results.values()] }
      }),
    ),

    seed: os.seed.handler(({ input: { epoch, ...rows }, context }) =>
      guarded(() =>
        store.write(async (transaction) => {
          refuseUnlessAdministrator(context.device)
          if ((await readEpoch(transaction.db)) !== epoch) return { state: 'otherEpoch' as const }
          return { state: await takeSeedRows(transaction, columns, rows) }
        }),
      ),
    ),

    seedEnd: os.seedEnd.handler(({ input: { epoch, seedId, sums }, context: { device } }) =>
      guarded(async () => {
        refuseUnlessAdministrator(device)
        const actor = { id: device.id, name: device.name, roles: device.roles }
        const recorded = { commandId: seedId, actor, now: clock().toISOString(), source: 'service' as const }
        try {
          return await store.write(async (transaction) => {
            if ((await readEpoch(transaction.db)) !== epoch) return { state: 'otherEpoch' as const }
            return takeSeed(transaction, columns, sums, recorded)
          })
        } catch (error) {
          if (isIncomplete(error)) return { state: 'incomplete' as const }
          throw error
        }
      }),
    ),

    files: os.files.handler(({ input: { hashes } }) => guarded(async () => ({ have: await haveOf(files, hashes) }))),

    putChunk: os.putChunk.handler(({ input: { base64, ...piece } }) =>
      guarded(async () => ({ have: await takeChunk(files, { ...piece, bytes: Buffer.from(base64, 'base64') }) })),
    ),

    getChunk: os.getChunk.handler(({ input: { hash, start } }) =>
      guarded(async () => {
        const piece = await giveChunk(files, hash, start)
        return piece ? { size: piece.size, base64: Buffer.from(piece.bytes).toString('base64') } : null
      }),
    ),
  })
}

/** A portal without rows notes nobody: it waits for a desktop to bring its own, and they have to be the first. */
const owesNames = async (db: Reader): Promise<boolean> =>
  !(await isEmpty(db)) && (await notNoted(db, await everKnown(db))).length > 0

/** Giving a portal its first rows is for whoever administers it. */
function refuseUnlessAdministrator({ roles }: Device): void {
  if (!roles.includes('SA')) throw new ORPCError('FORBIDDEN')
}
