import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import type { WebSocket } from 'ws'
import type { Dispatcher } from '../../src-core/database/dispatcher.ts'
import type { Connection } from '../../src-core/kernel/context.ts'
import { openAcademy } from './academy.ts'
import { startBackupClock } from './backup-clock.ts'
import { startCycleClock } from './cycle-clock.ts'
import { createRpcRouter } from './rpc.ts'
import { startWorker } from './worker-client.ts'

export type ServiceOptions = {
  readonly storeFolder: string
  readonly dataKey?: Uint8Array
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

/** The officer's service: the store, the operations, and one worker thread for long work. Plain Node, no Electron. */
export async function startService({ storeFolder, dataKey }: ServiceOptions): Promise<Service> {
  const worker = startWorker({ storeFolder, dataKey })
  const academy = await openAcademy({ folder: storeFolder, dataKey, elsewhere: worker.run, beforeRestore: worker.stop })
  const clock = startCycleClock(academy.dispatcher)
  const backups = startBackupClock(academy.dispatcher)
  const router = createRpcRouter(academy.dispatcher)
  const ports = new PortHandler(router)
  const sockets = new SocketHandler(router)
  return {
    dispatcher: academy.dispatcher,
    connect: (port) => ports.upgrade(port, { context: { connection: windowConnection() } }),
    connectSocket: (socket) => sockets.upgrade(socket, { context: { connection: windowConnection() } }),
    stop: async () => {
      await clock.stop()
      await backups.stop()
      await worker.stop()
      await academy.close()
    },
  }
}
