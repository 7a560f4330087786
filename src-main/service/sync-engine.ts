import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dispatcher, DispatcherOptions } from '../../src-core/database/dispatcher.ts'
import { createReplay } from '../../src-core/database/replay.ts'
import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import { createSyncEngine, type SyncEngine } from '../../src-core/sync/engine.ts'
import { keyMarkOf } from '../../src-core/sync/protocol.ts'
import { deviceFlow } from '../../src-node/sync/device-flow.ts'
import { explainPortalError, httpPortal } from '../../src-node/sync/http-portal.ts'
import { partialFilesIn } from '../../src-node/sync/partial-files.ts'
import { tokenFile } from '../../src-node/sync/token-file.ts'

type Parts = Pick<DispatcherOptions, 'store' | 'columns' | 'features' | 'ports' | 'clock' | 'random' | 'logFault'>

/** The synchronisation of the store in `folder`, with the portal over HTTP. */
export function openSyncEngine(folder: string, parts: Parts, dispatcher: () => Dispatcher): SyncEngine {
  const { store, columns, features, ports, clock, random, logFault } = parts
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
    keyMark: keyMarkOf(ports),
    clock,
    random,
    refusalOf,
  }
  return createSyncEngine(
    means,
    {
      connect: httpPortal,
      tokens: tokenFile(folder, ports, () => ports.randomToken()),
      deviceFlow,
      pause: (milliseconds, signal) => sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined),
      explain: explainPortalError,
      logFault: (error) => logFault(reference(), error),
    },
    dispatcher,
  )
}
