import { expect, test } from 'vitest'
import { access } from '../../../src-core/access/index.ts'
import type { Transaction } from '../../../src-core/database/store.ts'
import type { Verification } from '../../../src-core/database/verify.ts'
import { onEveryStore, openAcademy, type StoreAcademy } from './stores.ts'
import { trial } from './trial.ts'

/** An academy with a small history: entries 1 to 4, of which one is a refusal. */
async function withHistory(open: Parameters<Parameters<typeof onEveryStore>[1]>[0]): Promise<StoreAcademy> {
  const academy = await openAcademy(open, { trial, access })
  const { ids } = (await academy.run('trial.addTitles', { names: ['A', 'B', 'C'] })) as { ids: string[] }
  await academy.run('trial.rename', { id: ids[1], name: 'B2' })
  await academy.run('trial.breakRule').catch(() => undefined)
  await academy.run('trial.remove', { ids: [ids[2]] })
  return academy
}

onEveryStore('verification', (open) => {
  const tampered = async (tamper: (transaction: Transaction) => Promise<unknown>): Promise<Verification> => {
    const academy = await withHistory(open)
    await academy.store.write(tamper)
    return academy.run('access.verify')
  }

  test('finds nothing in a store that only commands have changed', async () => {
    const academy = await withHistory(open)
    expect(await academy.run('access.verify')).toEqual({
      entries: 4,
      rows: 3,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      findings: [],
    })
  })

  test('finds a row that was changed past the log', async () => {
    const { findings } = await tampered(({ db }) =>
      db.updateTable('title').set({ name: 'Z' }).where('name', '=', 'A').execute(),
    )
    expect(findings).toEqual([{ kind: 'rowsAltered', table: 'title', expectedCount: 3, actualCount: 3 }])
  })

  test('finds a row that was removed past the log, and one that was added', async () => {
    const removed = await tampered(({ db }) => db.deleteFrom('title').where('name', '=', 'A').execute())
    expect(removed.findings).toEqual([{ kind: 'rowsAltered', table: 'title', expectedCount: 3, actualCount: 2 }])
    const stamp = { createdAt: '', createdBy: '', updatedAt: '', updatedBy: '', rowVersion: 1, deletedAt: null }
    const added = await tampered(({ db }) =>
      db
        .insertInto('setting')
        .values({ id: 'x', key: 'sample', value: 'yes', origin: 'desktop', ...stamp })
        .execute(),
    )
    expect(added.findings).toEqual([{ kind: 'rowsAltered', table: 'setting', expectedCount: 0, actualCount: 1 }])
  })

  test('finds two rows that changed places', async () => {
    const { findings } = await tampered(async ({ db }) => {
      await db.updateTable('title').set({ name: 'swap' }).where('name', '=', 'A').execute()
      await db.updateTable('title').set({ name: 'A' }).where('name', '=', 'B2').execute()
      await db.updateTable('title').set({ name: 'B2' }).where('name', '=', 'swap').execute()
    })
    expect(findings).toMatchObject([{ kind: 'rowsAltered', table: 'title' }])
  })

  test('finds an entry that was rewritten, and names it', async () => {
    const { findings } = await tampered(({ db }) =>
      db.updateTable('commandLog').set({ actorName: 'Somebody else' }).where('seq', '=', 2).execute(),
    )
    expect(findings).toEqual([
      { kind: 'chainBroken', seq: 2, at: '2026-12-15T07:00:00.000Z', operation: 'trial.rename' },
    ])
  })

  test('finds an entry that was taken out: the next one no longer follows', async () => {
    const { findings } = await tampered(({ db }) =>
      db.deleteFrom('commandLog').where('outcome', '=', 'refused').execute(),
    )
    expect(findings).toMatchObject([{ kind: 'chainBroken', seq: 4 }])
  })

  test('finds the last entry gone, though the chain before it holds', async () => {
    const { findings } = await tampered(({ db }) => db.deleteFrom('commandLog').where('seq', '=', 4).execute())
    expect(findings).toEqual([
      { kind: 'changesWithoutEntry', count: 1 },
      { kind: 'rowsAltered', table: 'title', expectedCount: 3, actualCount: 3 },
    ])
  })

  test('finds an old value that was rewritten in the history', async () => {
    const { findings } = await tampered(({ db }) =>
      db.updateTable('commandChange').set({ before: '{"name":"never"}' }).where('kind', '=', 'update').execute(),
    )
    expect(findings).toMatchObject([{ kind: 'changesAltered', seq: 2, operation: 'trial.rename' }])
  })

  test('gives the same verdict however the entry itself was spoilt', async () => {
    const { findings } = await tampered(({ db }) =>
      db.updateTable('commandLog').set({ sums: 'no JSON' }).where('seq', '=', 1).execute(),
    )
    expect(findings).toMatchObject([{ kind: 'chainBroken', seq: 1 }])
  })
})
