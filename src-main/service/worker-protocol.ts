import type { RecordedContext } from '../../src-core/kernel/context.ts'
import type { OperationErrorCode } from '../../src-core/kernel/errors.ts'
import type { Progress } from '../../src-core/kernel/operation.ts'

export type WorkerData = { readonly storeFolder: string; readonly dataKey?: Uint8Array }

export type ToWorker =
  | {
      readonly type: 'run'
      readonly call: number
      readonly name: string
      readonly input: unknown
      readonly context: RecordedContext
    }
  | { readonly type: 'cancel'; readonly call: number }
  | { readonly type: 'close' }

export type FromWorker =
  | { readonly type: 'progress'; readonly call: number; readonly progress: Progress }
  | { readonly type: 'done'; readonly call: number; readonly result: unknown }
  | { readonly type: 'refused'; readonly call: number; readonly code: OperationErrorCode; readonly data: never }
