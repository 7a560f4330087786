import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { OwnColumns } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold } from '../kernel/turkish.ts'
import { withoutUndefined } from './fields.ts'
import type { titleContract } from './title.contract.ts'
import * as titles from './title.repository.ts'
import { newTitleColumns, titleKeys } from './title.rules.ts'

async function checkCode(db: Reader, id: string | null, code: string): Promise<void> {
  const key = fold(code)
  const other = (await titles.loadTitles(db)).find((title) => title.id !== id && fold(title.code) === key)
  if (other) breaksRule('titleCodeTaken', { code, name: other.name })
}

async function save(call: CommandCall<{ id: string; rowVersion: number }>, patch: Partial<OwnColumns<'title'>>) {
  const { id, rowVersion } = call.input
  const differs = await call.write.update('title', id, patch, rowVersion)
  return { rowVersion: rowVersion + (differs ? 1 : 0) }
}

export const titleHandlers: Handlers<typeof titleContract> = {
  listTitles: ({ db, input }) => titles.listTitles(db, input),

  getTitle: async ({ db, input }) => found(await titles.titleRowById(db, input.id), 'title', input.id),

  titleOptions: async ({ db }) => ({ titles: [...(await titles.titleOptions(db))] }),

  addTitle: async ({ db, input, write }) => {
    await checkCode(db, null, input.code)
    return { id: await write.insert('title', newTitleColumns(input)), rowVersion: 1 }
  },

  changeTitle: async (call) => {
    const { db, input } = call
    const title = found(await titles.titleById(db, input.id), 'title', input.id)
    const fields = withoutUndefined(input.fields)
    if (fields.code !== undefined) await checkCode(db, title.id, fields.code)
    return save(call, { ...fields, ...titleKeys({ ...title, ...fields }) })
  },

  deactivateTitle: async (call) => {
    const title = found(await titles.titleRowById(call.db, call.input.id), 'title', call.input.id)
    if (title.staff > 0) breaksRule('titleHasStaff', { name: title.name, staff: title.staff })
    return save(call, { active: 0 })
  },

  reactivateTitle: async (call) => {
    found(await titles.titleById(call.db, call.input.id), 'title', call.input.id)
    return save(call, { active: 1 })
  },
}
