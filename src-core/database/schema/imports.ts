import type { Recorded } from './recorded.ts'

export type ImportState = 'UPLOADED' | 'MAPPED' | 'CHECKED' | 'COMMITTED' | 'UNDONE' | 'PARTLY_UNDONE'

export type ImportBatchTable = Recorded & {
  kind:
    | 'needs'
    | 'staff'
    | 'units'
    | 'titles'
    | 'topics'
    | 'trainers'
    | 'providers'
    | 'rooms'
    | 'holidays'
    | 'needsResults'
    | 'externalTrainings'
    | 'plan'
  fileHash: string
  fileName: string
  sender: string | null
  cycleId: string | null
  state: ImportState
  mapping: string
  report: string
  commandId: string
  undoCommandId: string | null
}

/** How one sender's sheets were mapped last time. */
export type ImportMappingTable = Recorded & {
  kind: string
  sender: string
  fingerprint: string
  mapping: string
}

export type ImportsTables = {
  importBatch: ImportBatchTable
  importMapping: ImportMappingTable
}
