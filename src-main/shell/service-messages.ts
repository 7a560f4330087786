import type { StoreProblem } from '../../src-core/kernel/errors.ts'

/** What the main process tells the service process. */
export type ToService =
  /** The first message. The key travels here because arguments and environment can be read by other programs. */
  | { readonly type: 'start'; readonly dataKey: Uint8Array }
  /** Carries one MessagePort whose other end is in the window. */
  | { readonly type: 'connect' }
  | { readonly type: 'stop' }

/** What the service process tells the main process. */
export type FromService =
  | { readonly type: 'ready' }
  /** It will not open the store, and ends. */
  | { readonly type: 'refused'; readonly problem: StoreProblem; readonly folder: string }
