import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import type { WebSocket } from 'ws'
import type { Dispatcher } from '../../src-core/database/dispatcher.ts'
import type { Connection } from '../../src-core/kernel/context.ts'
import { type Academy, openAcademy } from './academy.ts'
import { startBackupClock } from './backup-clock.ts'
import { startCycleClock } from './cycle-clock.ts'
import { rescueDispatcher, rescueFor } from './rescue.ts'
import { createRpcRouter } from './rpc.ts'
import { startSyncClock } from './sync-clock.ts'
import { startWorker } from './worker-client.ts'

export type ServiceOptions = {
  readonly storeFolder: string
  readonly dataKey?: Uint8Array
  /** Milliseconds until the day's backup is looked after for the first time. */
  readonly firstBackupAfter?: number
}

type Port = Parameters<PortHandler<{ connection: Connection }>['upgrade']>[0]

export type Service = {
  readonly dispatcher: Dispatcher
  /** Serves a window over a MessagePort. */
  connect(port: Port): void
  /** Serves a window over a WebSocket. */
  connectSocket(socket: WebSocket): Promise<void>
  stop(): Promise<void>
}

const windowConnection = (): Connection => ({ source: 'window', actor: null, session: null, locked: false })

/**
 * The officer's service: the store, the operations, and one worker thread for long work. Plain Node, no Electron. Before a
 * store that does not open but has backups it serves nothing but the way back; any other refusal is thrown.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { dispatcher, stop } = await openOrRescue(options)
  const router = createRpcRouter(dispatcher)
  const ports = new PortHandler(router)
  const sockets = new SocketHandler(router)
  return {
    dispatcher,
    connect: (port) => ports.upgrade(port, { context: { connection: windowConnection() } }),
    connectSocket: (socket) => sockets.upgrade(socket, { context: { connection: windowConnection() } }),
    stop,
  }
}

async function openOrRescue(options: ServiceOptions): Promise<Pick<Service, 'dispatcher' | 'stop'>> {
  const { storeFolder, dataKey, firstBackupAfter } = options
  const worker = startWorker({ storeFolder, dataKey })
  let close = async () => {}
  const open = async (): Promise<Academy> => {
    const academy = await openAcademy({
      folder: storeFolder,
      dataKey,
      syncs: true,
      elsewhere: worker.run,
      beforeRestore: worker.stop,
    })
    const clocks = [startCycleClock(academy.dispatcher), startBackupClock(academy.dispatcher, firstBackupAfter)]
    if (academy.sync) clocks.push(startSyncClock(academy.sync))
    close = async () => {
      for (const clock of clocks) await clock.stop()
      await worker.stop()
      await academy.close()
    }
    return academy
  }
  const stop = () => close()
  try {
    return { dispatcher: (await open()).dispatcher, stop }
  } catch (refusal) {
    const rescue = await rescueFor(refusal, storeFolder)
    if (!rescue) throw refusal
    return { dispatcher: rescueDispatcher(rescue, open), stop }
  }
}
