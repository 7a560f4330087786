import { expect, test } from 'vitest'
import { statement } from '../../../src-core/database/statement.ts'
import { sumOf } from '../../../src-core/database/written.ts'
import { onEveryStore } from './stores.ts'

const recorded = ['id', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'rowVersion', 'origin'] as const

onEveryStore('statements that are written once', (open) => {
  test('are asked with as many parameters as they have places, or not at all', async () => {
    const { store } = await open()
    await expect(store.read((db) => sumOf(db))).rejects.toThrow('0 parameters for 1 places')
    expect(await store.read((db) => sumOf(db, 'no table'))).toEqual([])
  })

  test('what was only sent and fails takes its command back, with its own reason, and no other', async () => {
    const { store } = await open()
    const keep = statement((db) => db.insertInto('storeInfo').values({ key: '', value: '' }))
    const names = [...recorded, 'topicId', 'text', 'textKey', 'source']
    const marks = names.map((_, at) => (store.dialect === 'sqlite' ? '?' : `$${at + 1}`))
    const text = `insert into "topicAlias" (${names.map((name) => `"${name}"`)}) values (${marks})`
    const row = ['x', '', '', '', '', 1, 'desktop', 'no topic', 'a', 'a', 'officer']
    const failing = store.write(async ({ db, bulk }) => {
      await keep(db, 'lost', '1')
      await bulk.run(text, [row])
    })
    const other = store.write(({ db }) => keep(db, 'kept', '1'))
    const error = await failing.then(
      () => undefined,
      (failure: unknown) => failure,
    )
    expect(store.explain(error)).toMatchObject({ code: 'NOT_FOUND' })
    await other
    const there = await store.read((db) => db.selectFrom('storeInfo').select('key').execute())
    expect(there.map(({ key }) => key)).toEqual(expect.arrayContaining(['kept']))
    expect(there.map(({ key }) => key)).not.toContain('lost')
  })
})
