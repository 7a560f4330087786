import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { recordedTables } from '../../../src-core/database/schema.ts'
import type { AnyStore } from './academy-over.ts'
import { onEveryStore } from './stores.ts'

type Column = { readonly table: string; readonly name: string; readonly type: string; readonly required: boolean }

async function columnsOf({ store }: AnyStore): Promise<Column[]> {
  const tables = await store.read((db) => db.introspection.getTables())
  return tables
    .filter((table) => !table.name.startsWith('sqlite_'))
    .flatMap((table) =>
      table.columns.map(({ name, dataType, isNullable }) => ({
        table: table.name,
        name,
        type: dataType.toLowerCase().replace('int4', 'integer'),
        required: !isNullable,
      })),
    )
    .sort((a, b) => `${a.table}.${a.name}`.localeCompare(`${b.table}.${b.name}`, 'en'))
}

onEveryStore('the schema', (open) => {
  test('is the one that is written down', async () => {
    const columns = await columnsOf(await open())
    const text = columns.map(
      ({ table, name, type, required }) => `${table}.${name} ${type}${required ? ' required' : ''}`,
    )
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('schema.snapshot.txt')
  })

  test('keeps whole numbers and texts and nothing else', async () => {
    const types = new Set((await columnsOf(await open())).map((column) => column.type))
    expect([...types].sort()).toEqual(['integer', 'text'])
  })

  test('every recorded table carries the conventions', async () => {
    const columns = await columnsOf(await open())
    for (const table of recordedTables) {
      const names = columns.filter((column) => column.table === table).map((column) => column.name)
      for (const name of [
        'id',
        'createdAt',
        'createdBy',
        'updatedAt',
        'updatedBy',
        'rowVersion',
        'deletedAt',
        'origin',
      ]) {
        expect(names, table).toContain(name)
      }
    }
  })

  test('a flag is 0 or 1, a closed list holds nothing else, a reference leads somewhere', async () => {
    const { store } = await open()
    const stamp = { createdAt: '', createdBy: '', updatedAt: '', updatedBy: '', rowVersion: 1, deletedAt: null }
    const account = {
      userName: 'a',
      userNameKey: 'a',
      displayName: 'A',
      roles: '[]',
      language: 'tr',
      active: 1,
    } as const
    const insert = (id: string, own: object) =>
      store.write(({ db }) =>
        db
          .insertInto('account')
          .values({ id, ...stamp, origin: 'desktop', ...account, ...own })
          .execute(),
      )
    await insert('good', {})
    await expect(insert('flag', { userNameKey: 'b', active: 2 })).rejects.toThrow()
    await expect(insert('list', { userNameKey: 'c', language: 'fr' })).rejects.toThrow()
    await expect(insert('same', {})).rejects.toThrow()
    await expect(
      store.write(({ db }) =>
        db
          .insertInto('officerSession')
          .values({ tokenHash: 'x', accountId: 'nobody', startedAt: '', lastSeenAt: '', lockedAt: null })
          .execute(),
      ),
    ).rejects.toThrow()
  })

  test('text sorts by code point and compares exactly', async () => {
    const { store } = await open()
    const { rows } = await store.read((db) =>
      sql<{
        text: string
      }>`with "t" ("text") as (values ('b'), ('B'), ('~'), ('a!'), ('a')) select * from "t" order by 1`.execute(db),
    )
    expect(rows.map((row) => row.text)).toEqual(['B', 'a', 'a!', 'b', '~'])
  })
})
