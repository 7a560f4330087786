import { Worker } from 'node:worker_threads'
import { OperationError, type OperationErrorCode, type OperationErrorData } from '../../src-core/kernel/errors.ts'
import type { FileProblem, SheetRow, WorkbookInfo } from '../../src-core/kernel/sheet.ts'
import { deadlineMs, workerHeapMb } from './limits.ts'
import { type OpenOptions, type Workbook, workbookOf } from './workbook.ts'

/** What the worker is given. */
export type ReadTask = { readonly bytes: Uint8Array; readonly fileName: string }

/** What it tells, in this order: info, rows of each sheet, end; or a refusal. */
export type ReadMessage =
  | { readonly kind: 'info'; readonly info: WorkbookInfo }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'refused'
      readonly code: OperationErrorCode
      readonly data: OperationErrorData[OperationErrorCode]
    }

export type WorkerOptions = OpenOptions & {
  /** Milliseconds until the file counts as one that cannot be read. */
  readonly deadlineMs?: number
  /** Megabytes of heap; a file that needs more is refused as too large, and the caller lives on. */
  readonly heapMb?: number
}

/**
 * `openWorkbook` in a thread of its own, with a limited heap and a deadline, for callers that must stay responsive. The
 * signal stops it at any moment. Refuses as `openWorkbook` does, and with `tooLarge` and `tookTooLong` where it ends the
 * thread.
 */
export function readInWorker(bytes: Uint8Array, options: WorkerOptions): Promise<Workbook> {
  const { fileName, signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new OperationError('CANCELLED', {}))
    const worker = new Worker(workerFile, {
      workerData: { bytes, fileName } satisfies ReadTask,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb ?? workerHeapMb },
    })
    const sheets: SheetRow[][] = []
    let info: WorkbookInfo | undefined
    const settle = (result: Workbook | OperationError) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      void worker.terminate()
      if (result instanceof OperationError) reject(result)
      else resolve(result)
    }
    const refuse = (problem: FileProblem, reason?: string) =>
      settle(
        new OperationError('INVALID_FILE', { problem, file: fileName, ...(reason ? { details: { reason } } : {}) }),
      )
    const cancel = () => settle(new OperationError('CANCELLED', {}))
    const timer = setTimeout(() => refuse('tookTooLong'), options.deadlineMs ?? deadlineMs)
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: ReadMessage) => {
      if (message.kind === 'info') {
        info = message.info
        for (const _ of info.sheets) sheets.push([])
      } else if (message.kind === 'rows') for (const row of message.rows) sheets[message.sheet]?.push(row)
      else if (message.kind === 'refused') settle(new OperationError(message.code, message.data))
      else if (info) settle(workbookOf(info, sheets))
    })
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('tooLarge')
      else refuse('unreadable', error.message.slice(0, 200))
    })
    worker.on('exit', () => refuse('unreadable'))
  })
}

/** Beside this file, both as source under Node and as the bundle that ships. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js', import.meta.url)
