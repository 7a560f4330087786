import type { OperationErrorCode, OperationErrorData } from '../../../src-core/kernel/errors.ts'

/** An operation's refusal as it arrives in the window: an oRPC error with our code and data. */
export type Refused<C extends OperationErrorCode> = { readonly code: C; readonly data: OperationErrorData[C] }

/** Whether an error is an operation's refusal of this code. */
export const isCode = <C extends OperationErrorCode>(error: unknown, code: C): error is Refused<C> =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code && 'data' in error
