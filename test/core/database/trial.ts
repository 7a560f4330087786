import { z } from 'zod'
import { feature } from '../../../src-core/database/dispatcher.ts'
import { breaksRule } from '../../../src-core/kernel/errors.ts'
import { command, query } from '../../../src-core/kernel/operation.ts'
import { fold, sortKey } from '../../../src-core/kernel/turkish.ts'

const ids = z.object({ ids: z.array(z.string()) })

const trialContract = {
  /** Adds titles in one run, as an import does. */
  addTitles: command(['TO'])
    .input(z.object({ names: z.array(z.string()) }))
    .output(ids),
  rename: command(['TO'])
    .input(z.object({ id: z.string(), name: z.string(), rowVersion: z.number().optional() }))
    .output(z.object({ changed: z.boolean() })),
  renameAll: command(['TO'])
    .input(z.object({ suffix: z.string() }))
    .output(z.object({ changed: z.number() })),
  remove: command(['TO'])
    .input(ids)
    .output(z.object({ removed: z.number() })),
  restore: command(['TO'])
    .input(ids)
    .output(z.object({ restored: z.number() })),
  /** Writes, and then breaks a rule. */
  breakRule: command(['TO']).output(z.object({})),
  /** Writes, and then fails as a fault of ours would. */
  fail: command(['TO']).output(z.object({})),
  titles: query(['TO']).output(z.array(z.object({ id: z.string(), name: z.string(), rowVersion: z.number() }))),
  /** A query that tries to write. */
  writeInQuery: query(['TO']).output(z.object({})),
}

const titleRow = (name: string, code: string) => ({
  code,
  name,
  nameEn: null,
  staffStatus: null,
  serviceClass: null,
  level: null,
  active: 1 as const,
  searchKey: fold(`${code} ${name}`),
  sortKey: sortKey(name),
})

/** Operations on a real table that do nothing but exercise the store. */
export const trial = feature(trialContract, {
  addTitles: async ({ input, write }) => {
    const rows = input.names.map((name) => {
      const id = write.newId()
      return { ...titleRow(name, id), id }
    })
    await write.insertMany('title', rows)
    return { ids: rows.map(({ id }) => id) }
  },

  rename: async ({ input: { id, name, rowVersion }, write }) => ({
    changed: await write.update('title', id, { name, sortKey: sortKey(name) }, rowVersion),
  }),

  renameAll: async ({ input: { suffix }, db, write }) => {
    const rows = await db.selectFrom('title').select(['id', 'name']).orderBy('id').execute()
    const patches = rows.map(({ id, name }) => ({ id, patch: { name: name + suffix } }))
    return { changed: await write.updateMany('title', patches) }
  },

  remove: async ({ input, write }) => ({ removed: await write.removeMany('title', input.ids) }),

  restore: async ({ input, write }) => {
    const rows = input.ids.map((id) => ({ id, patch: { deletedAt: null } }))
    return { restored: await write.restoreMany('title', rows) }
  },

  breakRule: async ({ write }) => {
    await write.insert('title', titleRow('nobody sees this', write.newId()))
    return breaksRule('trial')
  },

  fail: async ({ write }) => {
    await write.insert('title', titleRow('nor this', write.newId()))
    throw new Error('a fault of ours')
  },

  titles: ({ db }) =>
    db
      .selectFrom('title')
      .select(['id', 'name', 'rowVersion'])
      .where('deletedAt', 'is', null)
      .orderBy('sortKey')
      .execute(),

  writeInQuery: async ({ db }) => {
    await db.deleteFrom('title').execute()
    return {}
  },
})
