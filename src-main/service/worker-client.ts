import { Worker } from 'node:worker_threads'
import type { DispatcherOptions } from '../../src-core/database/dispatcher.ts'
import { OperationError } from '../../src-core/kernel/errors.ts'
import type { FromWorker, ToWorker, WorkerData } from './worker-protocol.ts'

type Elsewhere = NonNullable<DispatcherOptions['elsewhere']>

/** Beside the source it is TypeScript, beside the built service JavaScript. */
const workerFile = () => new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/**
 * One thread for long operations. It starts with the first of them; if it dies (out of memory on a hostile file), the
 * operation it ran is refused, nothing of it is kept, and the next one gets a new thread.
 */
export function startWorker(data: WorkerData): { readonly run: Elsewhere; stop(): Promise<void> } {
  let worker: Worker | undefined
  let next = 0
  const waiting = new Map<number, { message(message: FromWorker): void; died(error: Error): void }>()

  function thread(): Worker {
    if (worker) return worker
    const started = new Worker(workerFile(), { workerData: data, resourceLimits: { maxOldGenerationSizeMb: 3072 } })
    started.on('message', (message: FromWorker) => waiting.get(message.call)?.message(message))
    const gone = (error: Error) => {
      if (worker === started) worker = undefined
      for (const call of waiting.values()) call.died(error)
      waiting.clear()
    }
    started.on('error', gone)
    started.on('exit', () => gone(new Error('The worker thread ended')))
    started.unref()
    worker = started
    return started
  }

  const run: Elsewhere = (name, input, context, { signal, report }) =>
    new Promise((resolve, reject) => {
      const call = next++
      const post = (message: ToWorker) => thread().postMessage(message)
      const cancel = () => post({ type: 'cancel', call })
      const settle = () => {
        waiting.delete(call)
        signal?.removeEventListener('abort', cancel)
      }
      if (signal?.aborted) return reject(new OperationError('CANCELLED', {}))
      waiting.set(call, {
        message: (message) => {
          if (message.type === 'progress') return report?.(message.progress)
          settle()
          if (message.type === 'done') resolve(message.result)
          else reject(new OperationError(message.code, message.data))
        },
        died: (error) => {
          settle()
          const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
          reject(outOfMemory ? new OperationError('INVALID_FILE', { problem: 'tooLarge' }) : error)
        },
      })
      signal?.addEventListener('abort', cancel, { once: true })
      post({ type: 'run', call, name, input, context })
    })

  const stop = async () => {
    if (!worker) return
    const ending = worker
    // Nothing else may be keeping the process alive, and the store is closed only after the thread has let go of it.
    ending.ref()
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.postMessage({ type: 'close' } satisfies ToWorker)
    await ended
  }

  return { run, stop }
}
