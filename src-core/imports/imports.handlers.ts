import type { z } from 'zod'
import { feature } from '../database/dispatcher.ts'
import type { ImportBatchTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { found, OperationError } from '../kernel/errors.ts'
import { largestFile } from '../kernel/file.ts'
import { type importBatchSchema, importsContract } from './imports.contract.ts'
import { batchById, batches } from './imports.repository.ts'
import { takeBackImport, undoableUntil } from './take-back.ts'

function toBatch(row: ImportBatchTable): z.infer<typeof importBatchSchema> {
  const report = JSON.parse(row.report) as { created?: number; changed?: number; kept?: unknown[]; by?: string }
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.fileName,
    fileHash: row.fileHash,
    sender: row.sender,
    state: row.state,
    at: row.createdAt,
    by: report.by ?? '',
    created: report.created ?? 0,
    changed: report.changed ?? 0,
    kept: report.kept?.length ?? 0,
    undoableUntil: undoableUntil(row),
  }
}

type Guards = {
  /** Refuses when what an import wrote may not be taken back now; the feature that wrote it knows. */
  readonly beforeUndo: (db: Reader, batch: ImportBatchTable) => Promise<void>
}

export const importsFeature = ({ beforeUndo }: Guards) =>
  feature(importsContract, {
    upload: async ({ input, ports }) => {
      const { file } = input
      if (file.size > largestFile) {
        throw new OperationError('INVALID_FILE', { problem: 'tooLarge', file: file.name, details: { megabytes: 100 } })
      }
      if (file.size === 0) throw new OperationError('INVALID_FILE', { problem: 'empty', file: file.name })
      const fileHash = await ports.files.put(new Uint8Array(await file.arrayBuffer()))
      return { fileHash, fileName: file.name, bytes: file.size }
    },

    file: async ({ input, db, ports }) => {
      const batch = found(await batchById(db, input.batchId), 'importBatch', input.batchId)
      const bytes = found(await ports.files.get(batch.fileHash), 'file', batch.fileHash)
      return new File([new Uint8Array(bytes)], batch.fileName)
    },

    list: async ({ db }) => (await batches(db)).map(toBatch),

    undo: async (call) => {
      const batch = found(await batchById(call.db, call.input.batchId), 'importBatch', call.input.batchId)
      await beforeUndo(call.db, batch)
      return takeBackImport(call, batch)
    },
  })
