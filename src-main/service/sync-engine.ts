import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dispatcher, DispatcherOptions } from '../../src-core/database/dispatcher.ts'
import { createReplay } from '../../src-core/database/replay.ts'
import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { createSyncEngine, type SyncEngine } from '../../src-core/sync/engine.ts'
import { keyMarkOf } from '../../src-core/sync/protocol.ts'
import { offerForKey } from '../../src-node/crypto/hand-over.ts'
import type { KeyRing } from '../../src-node/crypto/key-ring.ts'
import { deviceFlow } from '../../src-node/sync/device-flow.ts'
import { explainPortalError, httpPortal } from '../../src-node/sync/http-portal.ts'
import { partialFilesIn } from '../../src-node/sync/partial-files.ts'
import { tokenFile } from '../../src-node/sync/token-file.ts'
import { program } from './program.ts'

type Parts = Pick<DispatcherOptions, 'store' | 'columns' | 'features' | 'ports' | 'clock' | 'random' | 'logFault'> & {
  /** The host's own key, under which the portal's token is kept. */
  readonly own: Ports['seal']
  readonly ring: KeyRing
  /** Ends other threads, which would go on with the earlier key. */
  readonly endOtherThreads: (() => Promise<void>) | undefined
}

/** The synchronisation of the store in `folder`, with the portal over HTTP. */
export function openSyncEngine(folder: string, parts: Parts, dispatcher: () => Dispatcher): SyncEngine {
  const { store, columns, features, ports, clock, random, logFault, own, ring, endOtherThreads } = parts
  const reference = () => randomBytes(6).toString('hex')
  const refusalOf = (error: unknown): OperationError => {
    if (isOperationError(error) && error.code !== 'STORE_FAILED') return error
    if (isOperationError(error) || store.explain(error)) throw error
    const named = reference()
    logFault(named, error)
    return new OperationError('UNEXPECTED', { reference: named })
  }
  const means = {
    store,
    columns,
    replay: createReplay({ columns, features, ports }),
    files: { files: ports.files, partial: partialFilesIn(join(folder, 'files', 'coming')) },
    get keyMark() {
      return keyMarkOf(ports)
    },
    renew: ring.renew,
    clock,
    random,
    refusalOf,
  }
  return createSyncEngine(
    means,
    {
      connect: httpPortal,
      tokens: tokenFile(folder, { seal: own }, () => ports.randomToken()),
      deviceFlow,
      keys: {
        offer: offerForKey,
        take: async (key) => {
          await ring.take(key)
          await endOtherThreads?.()
          await dispatcher().run('sync.reseal', undefined, program)
        },
      },
      pause: (milliseconds, signal) => sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined),
      explain: explainPortalError,
      logFault: (error) => logFault(reference(), error),
    },
    dispatcher,
  )
}
