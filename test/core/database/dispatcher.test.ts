import { expect, test } from 'vitest'
import { access } from '../../../src-core/access/index.ts'
import { officer } from '../academy.ts'
import { type OpenAnyStore, onEveryStore, openAcademy, type StoreAcademy } from './stores.ts'
import { trial } from './trial.ts'

type Title = { readonly id: string; readonly name: string; readonly rowVersion: number }

onEveryStore('the dispatcher', (open: OpenAnyStore) => {
  const openTrial = async () => openAcademy(open, { trial, access })

  const add = async (academy: StoreAcademy, ...names: string[]) =>
    ((await academy.run('trial.addTitles', { names })) as { ids: string[] }).ids

  const titles = async (academy: StoreAcademy) => (await academy.run('trial.titles')) as Title[]

  const log = (academy: StoreAcademy) =>
    academy.store.read((db) => db.selectFrom('commandLog').selectAll().orderBy('seq').execute())

  test('a command is kept whole, with its entry in the log and its place in the outbox', async () => {
    const academy = await openTrial()
    await add(academy, 'Mühendis', 'Şef', 'Uzman')
    const [entry, ...others] = await log(academy)
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      seq: 1,
      operation: 'trial.addTitles',
      outcome: 'done',
      actorName: 'Akademi',
      at: '2026-12-15T07:00:00.000Z',
      input: '{"names":["Mühendis","Şef","Uzman"]}',
    })
    expect(JSON.parse(entry?.sums ?? '')).toMatchObject({ title: { count: 3 } })
    const outbox = await academy.store.read((db) => db.selectFrom('outbox').selectAll().execute())
    expect(outbox).toEqual([{ seq: 1, commandId: entry?.commandId, baseVersions: '{}', state: 'waiting' }])
  })

  test('many rows made at once are one change, a changed row is one with its old and new values', async () => {
    const academy = await openTrial()
    const [first, second, third] = await add(academy, 'A', 'B', 'C')
    await academy.run('trial.rename', { id: second, name: 'B2' })
    const changes = await academy.store.read((db) =>
      db.selectFrom('commandChange').selectAll().orderBy('seq').execute(),
    )
    expect(changes).toMatchObject([
      { tableName: 'title', kind: 'insert', rowId: first, lastRowId: third, count: 3, before: null, after: null },
      { tableName: 'title', kind: 'update', rowId: second, lastRowId: null, count: 1, rowVersion: 2 },
    ])
    expect(JSON.parse(changes[1]?.before ?? '')).toMatchObject({ name: 'B' })
    expect(JSON.parse(changes[1]?.after ?? '')).toMatchObject({ name: 'B2' })
  })

  test('an outbox entry names the version each row had', async () => {
    const academy = await openTrial()
    const [id = ''] = await add(academy, 'A')
    await academy.run('trial.rename', { id, name: 'A2' })
    await academy.run('trial.rename', { id, name: 'A3' })
    const outbox = await academy.store.read((db) =>
      db.selectFrom('outbox').select('baseVersions').orderBy('seq').execute(),
    )
    expect(outbox.map((row) => JSON.parse(row.baseVersions))).toEqual([
      {},
      { title: { [id]: 1 } },
      { title: { [id]: 2 } },
    ])
  })

  test('a broken rule keeps nothing but the refusal in the log', async () => {
    const academy = await openTrial()
    await expect(academy.run('trial.breakRule')).rejects.toMatchObject({ code: 'RULE_BROKEN', data: { rule: 'trial' } })
    expect(await titles(academy)).toEqual([])
    expect(await log(academy)).toMatchObject([{ operation: 'trial.breakRule', outcome: 'refused', sums: '{}' }])
  })

  test('a fault of ours keeps nothing, and tells a reference and no more', async () => {
    const academy = await openTrial()
    const refusal = await academy.run('trial.fail').catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'UNEXPECTED', data: { reference: expect.stringMatching(/^[0-9a-f]{12}$/) } })
    expect(JSON.stringify(refusal)).not.toContain('a fault of ours')
    expect(await titles(academy)).toEqual([])
    await add(academy, 'the store still works')
  })

  test('a change on an outdated version is refused, one that changes nothing leaves the row as it was', async () => {
    const academy = await openTrial()
    const [id] = await add(academy, 'A')
    expect(await academy.run('trial.rename', { id, name: 'A', rowVersion: 1 })).toEqual({ changed: false })
    expect(await academy.run('trial.rename', { id, name: 'A2', rowVersion: 1 })).toEqual({ changed: true })
    await expect(academy.run('trial.rename', { id, name: 'A3', rowVersion: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { entity: 'title', id, expected: 1, actual: 2 },
    })
    expect(await titles(academy)).toEqual([{ id, name: 'A2', rowVersion: 2 }])
  })

  test('a removed row is gone from lists and comes back as it was', async () => {
    const academy = await openTrial()
    const ids = await add(academy, 'A', 'B')
    expect(await academy.run('trial.remove', { ids: [ids[0]] })).toEqual({ removed: 1 })
    expect((await titles(academy)).map((title) => title.name)).toEqual(['B'])
    expect(await academy.run('trial.restore', { ids: [ids[0]] })).toEqual({ restored: 1 })
    expect((await titles(academy)).map((title) => title.name)).toEqual(['A', 'B'])
  })

  test('changes more rows than one statement takes', async () => {
    const academy = await openTrial()
    await add(academy, ...Array.from({ length: 1001 }, (_, at) => `Unvan ${at}`))
    expect(await academy.run('trial.renameAll', { suffix: '!' })).toEqual({ changed: 1001 })
    expect((await titles(academy)).every((title) => title.name.endsWith('!') && title.rowVersion === 2)).toBe(true)
    expect(await academy.run('access.verify')).toMatchObject({ findings: [], rows: 1001 })
  })

  test('sorts by the stored key, in the order of the Turkish alphabet', async () => {
    const academy = await openTrial()
    await add(academy, 'Zabıta', 'İtfaiyeci', 'Çaycı', 'Işıkçı', 'Şoför', 'Cankurtaran', 'Ölçücü', 'aşçı')
    expect((await titles(academy)).map((title) => title.name)).toEqual([
      'aşçı',
      'Cankurtaran',
      'Çaycı',
      'Işıkçı',
      'İtfaiyeci',
      'Ölçücü',
      'Şoför',
      'Zabıta',
    ])
  })

  test('a query cannot write, whatever its handler tries', async () => {
    const academy = await openTrial()
    await add(academy, 'A')
    await expect(academy.run('trial.writeInQuery')).rejects.toMatchObject({
      code: 'STORE_FAILED',
      data: { problem: 'readOnly' },
    })
    expect(await titles(academy)).toHaveLength(1)
  })

  test('commands that come at once stand in line and all of them are kept', async () => {
    const academy = await openTrial()
    const [id] = await add(academy, 'A')
    await Promise.all(Array.from({ length: 20 }, (_, at) => academy.run('trial.rename', { id, name: `A${at}` })))
    expect(await titles(academy)).toMatchObject([{ rowVersion: 21 }])
    expect(await academy.run('access.verify')).toMatchObject({ entries: 21, findings: [] })
  })

  test('a command that was cancelled before its end keeps nothing and leaves no entry', async () => {
    const academy = await openTrial()
    const stop = new AbortController()
    stop.abort()
    await expect(
      academy.dispatcher.run('trial.addTitles', { names: ['A'] }, officer('TO'), { signal: stop.signal }),
    ).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await titles(academy)).toEqual([])
    expect(await log(academy)).toEqual([])
  })

  test('numbers come back as numbers', async () => {
    const academy = await openTrial()
    await add(academy, 'A')
    const row = await academy.store.read((db) => db.selectFrom('title').selectAll().executeTakeFirstOrThrow())
    expect(row).toMatchObject({ active: 1, rowVersion: 1 })
    const sum = await academy.store.read((db) => db.selectFrom('tableSum').selectAll().executeTakeFirstOrThrow())
    expect(sum.count).toBe(1)
  })
})
