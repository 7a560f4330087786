import type { Handlers } from '../database/dispatcher.ts'
import type { ProgrammeTemplateTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { found } from '../kernel/errors.ts'
import { sortKey } from '../kernel/turkish.ts'
import * as files from './delegation.repository.ts'
import type { ownTemplateContract } from './own-template.contract.ts'
import * as own from './own-template.repository.ts'
import { keptSlots } from './own-template.rules.ts'
import { fieldsOf } from './programme.handlers.ts'
import { allSites } from './site.repository.ts'

const templateAt = async (db: Reader, id: string): Promise<ProgrammeTemplateTable> =>
  found(await own.ownTemplateById(db, id), 'programmeTemplate', id)

export const ownTemplateHandlers: Handlers<typeof ownTemplateContract> = {
  saveTemplate: async ({ db, input, write }) => {
    const file = found(await files.delegationById(db, input.delegationId), 'delegation', input.delegationId)
    const { titleTr, titleEn } = input
    const items = (await files.itemsOf(db, file.id)).map(fieldsOf)
    const kept = keptSlots(items, await allSites(db))
    const id = await write.insert('programmeTemplate', { titleTr, titleEn, ...kept, sortKey: sortKey(titleTr) })
    return { id, rowVersion: 1 }
  },

  renameTemplate: async ({ db, input, write }) => {
    const { titleTr, titleEn } = input
    const row = await templateAt(db, input.id)
    const patch = { titleTr, titleEn, sortKey: sortKey(titleTr) }
    const differs = await write.update('programmeTemplate', row.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  removeTemplate: async ({ db, input, write }) => {
    const row = await templateAt(db, input.id)
    if (row.rowVersion === input.rowVersion) await write.removeMany('programmeTemplate', [row.id])
    // Somebody renamed it since; the version is what says so.
    else await write.update('programmeTemplate', row.id, { titleTr: row.titleTr }, input.rowVersion)
    return { id: row.id }
  },

  restoreTemplate: async ({ db, input, write }) => {
    const row = found(await own.removedTemplate(db, input.id), 'programmeTemplate', input.id)
    await write.restoreMany('programmeTemplate', [{ id: row.id, patch: { deletedAt: null } }])
    return { rowVersion: found(await own.ownTemplateById(db, row.id), 'programmeTemplate', row.id).rowVersion }
  },
}
