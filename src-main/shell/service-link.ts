import { isOperationError, type OperationErrorData } from '../../src-core/kernel/errors.ts'
import type { FromService, ToService } from './service-messages.ts'

/** Electron's ports keep what they receive until they are started. */
type Startable = { readonly start: () => void }

type Incoming<Port> = { readonly data: ToService; readonly ports: readonly Port[] }

type Service<Port> = { readonly connect: (port: Port) => void; readonly stop: () => Promise<void> }

/** What the service process is made of: its line to the main process, the service, and its own end. */
type ServiceLink<Port> = {
  readonly parent: {
    readonly on: (event: 'message', listener: (message: Incoming<Port>) => void) => unknown
    readonly postMessage: (message: FromService) => void
  }
  readonly storeFolder: string
  readonly start: (options: { storeFolder: string; dataKey: Uint8Array }) => Promise<Service<Port>>
  readonly exit: (code: number) => void
  /** Takes what ended the service unexpectedly. */
  readonly report: (fault: unknown) => void
}

/** Runs the service for the main process until it says stop. Exits with 0 when asked to or refused, with 1 on a fault. */
export function linkService<Port extends Startable>({
  parent,
  storeFolder,
  start,
  exit,
  report,
}: ServiceLink<Port>): void {
  let service: Promise<Service<Port>> | undefined

  const fail = (fault: unknown) => {
    report(fault)
    exit(1)
  }

  const begin = async (dataKey: Uint8Array) => {
    try {
      service = start({ storeFolder, dataKey })
      await service
      parent.postMessage({ type: 'ready' })
    } catch (error) {
      const refused = refusal(error, storeFolder)
      if (!refused) return fail(error)
      parent.postMessage(refused)
      exit(0)
    }
  }

  const stop = async () => {
    try {
      await (await service)?.stop()
      exit(0)
    } catch (error) {
      fail(error)
    }
  }

  const connect = async (port: Port | undefined) => {
    const running = await service?.catch(() => undefined)
    if (!running || !port) return
    running.connect(port)
    port.start()
  }

  parent.on('message', ({ data, ports }) => {
    if (data.type === 'start' && !service) void begin(data.dataKey)
    if (data.type === 'connect') void connect(ports[0])
    if (data.type === 'stop') void stop()
  })
}

function refusal(error: unknown, storeFolder: string): FromService | undefined {
  if (!isOperationError(error) || error.code !== 'STORE_FAILED') return undefined
  const { problem, folder = storeFolder } = error.data as OperationErrorData['STORE_FAILED']
  return { type: 'refused', problem, folder }
}
