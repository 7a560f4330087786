import { parentPort, workerData } from 'node:worker_threads'
import { isOperationError } from '../../src-core/kernel/errors.ts'
import { type Academy, joinAcademy } from './academy.ts'
import type { FromWorker, ToWorker, WorkerData } from './worker-protocol.ts'

const { storeFolder, dataKey } = workerData as WorkerData
const port = parentPort
if (!port) throw new Error('The worker runs as a thread of the service')

let academy: Promise<Academy> | undefined
const running = new Map<number, AbortController>()
const underWay = new Set<Promise<void>>()

const send = (message: FromWorker) => port.postMessage(message)

async function run(message: ToWorker & { type: 'run' }): Promise<void> {
  const { call, name, input, context } = message
  const stop = new AbortController()
  running.set(call, stop)
  try {
    academy ??= joinAcademy({ folder: storeFolder, dataKey })
    const { dispatcher } = await academy
    const report = (progress: { stage: string; done: number; total: number }) =>
      send({ type: 'progress', call, progress })
    send({
      type: 'done',
      call,
      result: await dispatcher.runRecorded(name, input, context, { signal: stop.signal, report }),
    })
  } catch (error) {
    if (!isOperationError(error)) throw error
    send({ type: 'refused', call, code: error.code, data: error.data as never })
  } finally {
    running.delete(call)
  }
}

function start(message: ToWorker & { type: 'run' }): void {
  const work = run(message).finally(() => underWay.delete(work))
  underWay.add(work)
}

/** Stops what runs, lets it end in order, and gives the store back before the thread ends. */
async function close(): Promise<void> {
  for (const stop of running.values()) stop.abort()
  await Promise.allSettled(underWay)
  await (await academy)?.close()
  port?.close()
}

port.on('message', (message: ToWorker) => {
  if (message.type === 'run') start(message)
  else if (message.type === 'cancel') running.get(message.call)?.abort()
  else void close()
})
