import type { ContractRouterClient } from '@orpc/contract'
import type { RecordedColumns } from '../database/recorded-columns.ts'
import type { Replay } from '../database/replay.ts'
import type { Store } from '../database/store.ts'
import type { OperationError } from '../kernel/errors.ts'
import type { FileMeans } from './answer-files.ts'
import type { protocolContract } from './protocol.contract.ts'

/** The portal as a desktop sees it: its messages, whatever carries them. */
export type Portal = ContractRouterClient<typeof protocolContract>

/** What the desktop's end of the synchronisation works with. */
export type SyncMeans = {
  readonly store: Store
  readonly columns: RecordedColumns
  readonly replay: Replay
  readonly files: FileMeans
  /** Of the key under which this store seals now. */
  readonly keyMark: string
  /** JSON text with every value that an older key of this store sealed under its newest one. */
  readonly renew: (json: string) => string
  readonly clock: () => Date
  readonly random: (bytes: number) => Uint8Array
  /** Turns what was thrown into a refusal, or throws it on when the store itself failed. */
  readonly refusalOf: (error: unknown) => OperationError
}

/** The portal was restored from a backup while a desktop spoke to it; the round begins anew. */
export class OtherEpoch extends Error {
  constructor() {
    super('The portal has another history than the one this desktop knows')
    this.name = 'OtherEpoch'
  }
}

/** An answer with the state `otherEpoch` ends the step. */
export function ofSameEpoch<T extends { readonly state: string }>(
  answer: T,
): Exclude<T, { readonly state: 'otherEpoch' }> {
  if (answer.state === 'otherEpoch') throw new OtherEpoch()
  return answer as Exclude<T, { readonly state: 'otherEpoch' }>
}

/** Work that goes on beside other work: whoever awaits it later hears of its failure then. */
export function besides<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}
