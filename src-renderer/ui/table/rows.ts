import type { PageRequest } from '../../../src-core/kernel/page.ts'
import type { Selection } from './selection.ts'

/** Rows that come from the service as they are scrolled to, searched, filtered and sorted there. */
export type ServerRows<Row> = {
  readonly fetch: (request: PageRequest) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>
  /** Changes when the rows may have changed; what is on screen is then read again in place. */
  readonly version?: unknown
}

/** What a screen can ask of its table. */
export type TableHandle = {
  /** Opens the row below or above the open one. */
  readonly step: (by: 1 | -1) => void
  /** Puts the keyboard on a row, or on the first one. */
  readonly focus: (id?: string) => void
  /** What is chosen at this very moment, also where the screen has not been drawn again since. */
  readonly selection: () => Selection
  readonly clearSelection: () => void
}
