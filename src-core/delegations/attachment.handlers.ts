import { officerNames } from '../access/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { DelegationAttachmentTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import type { attachmentContract } from './attachment.contract.ts'
import * as attached from './attachment.repository.ts'
import { attachable, keptName } from './attachment.rules.ts'
import { type AttachmentType, mostAttached } from './attachment.ts'
import * as files from './delegation.repository.ts'
import { requestById } from './request.repository.ts'

const mediaTypes: Readonly<Record<AttachmentType, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const sumOf = (rows: readonly Pick<DelegationAttachmentTable, 'bytes'>[]): number =>
  rows.reduce((sum, { bytes }) => sum + bytes, 0)

async function refuseTooMuch(db: Reader, requestId: string, more: number): Promise<void> {
  const kept = sumOf(await attached.attachmentsOf(db, requestId))
  if (kept + more > mostAttached) breaksRule('attachmentsFull', { limit: mostAttached / 1024 / 1024 })
}

const attachmentAt = async (db: Reader, id: string): Promise<DelegationAttachmentTable> =>
  found(await attached.attachmentById(db, id), 'delegationAttachment', id)

export const attachmentHandlers: Handlers<typeof attachmentContract> = {
  attachments: async ({ db, input }) => {
    const request = found(await requestById(db, input.requestId), 'delegationRequest', input.requestId)
    const rows = await attached.attachmentsOf(db, request.id)
    const names = await officerNames(
      db,
      rows.map(({ createdBy }) => createdBy),
    )
    return {
      attachments: rows.map((row) => ({
        id: row.id,
        rowVersion: row.rowVersion,
        delegationId: row.delegationId,
        paper: row.paper,
        fileName: row.fileName,
        fileType: row.fileType,
        bytes: row.bytes,
        note: row.note,
        addedAt: row.createdAt,
        addedByName: names.get(row.createdBy) ?? null,
      })),
    }
  },

  attachmentFile: async ({ db, input, ports }) => {
    const row = await attachmentAt(db, input.id)
    const bytes = await ports.files.get(row.hash)
    if (!bytes) return breaksRule('attachmentMissing', { name: row.fileName })
    return new File([new Uint8Array(bytes)], row.fileName, { type: mediaTypes[row.fileType] })
  },

  addAttachment: async ({ db, input, write, ports }) => {
    const { requestId, delegationId, paper, note, file } = input
    const request = found(await requestById(db, requestId), 'delegationRequest', requestId)
    if (delegationId !== null) {
      const delegation = found(await files.delegationById(db, delegationId), 'delegation', delegationId)
      if (delegation.requestId !== request.id) found(undefined, 'delegation', delegationId)
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const type = attachable(bytes, file.name, paper)
    if (typeof type !== 'string') throw new OperationError('INVALID_FILE', { problem: type.problem, file: file.name })
    await refuseTooMuch(db, request.id, bytes.length)
    const own = { fileName: keptName(file.name, type), hash: await ports.files.put(bytes), fileType: type }
    const id = await write.insert('delegationAttachment', {
      ...{ requestId: request.id, delegationId, paper, note, bytes: bytes.length },
      ...own,
    })
    return { id, rowVersion: 1 }
  },

  changeAttachment: async ({ db, input, write }) => {
    const row = await attachmentAt(db, input.id)
    const picture = row.fileType === 'png' || row.fileType === 'jpg'
    if (input.paper === 'PHOTO' && !picture) breaksRule('photoIsNoPicture', { name: row.fileName })
    const patch = { paper: input.paper, note: input.note }
    const differs = await write.update('delegationAttachment', row.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  removeAttachments: async ({ db, input, write }) => {
    for (const id of input.ids) await attachmentAt(db, id)
    return { removed: await write.removeMany('delegationAttachment', new Set(input.ids)) }
  },

  restoreAttachments: async ({ db, input, write }) => {
    const rows = await attached.removedAttachments(db, input.ids)
    if (rows.length !== new Set(input.ids).size) found(undefined, 'delegationAttachment')
    const requestIds = new Set(rows.map(({ requestId }) => requestId))
    for (const requestId of requestIds) {
      const back = rows.filter((row) => row.requestId === requestId)
      await refuseTooMuch(db, requestId, sumOf(back))
    }
    const restored = await write.restoreMany(
      'delegationAttachment',
      rows.map(({ id }) => ({ id, patch: { deletedAt: null } })),
    )
    return { restored }
  },
}
