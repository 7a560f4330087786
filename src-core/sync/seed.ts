import type { RecordedTable } from '../database/schema.ts'
import { syncedTables } from '../database/schema.ts'
import { uuidV7 } from '../kernel/ids.ts'
import { ofSameEpoch, type Portal, type SyncMeans } from './client.ts'
import { sendFiles } from './files.ts'
import { clearIncoming, hashesIn, keepIncoming } from './incoming.ts'
import { type Pushed, rowsInPage, type Value } from './protocol.ts'
import { type AnyRow, sumsOf, toValues } from './rows.ts'
import { readState, type Seeding, saveState } from './state.ts'

/**
 * Gives this store's rows to a portal that has none; from then on all of them count as confirmed. Gives `notEmpty` when
 * somebody else was first.
 */
export async function seedPortal(
  means: SyncMeans,
  portal: Portal,
  epoch: string,
  signal: AbortSignal,
): Promise<'seeded' | 'stopped' | 'notEmpty'> {
  const seeding = await begin(means, epoch)
  let first = true
  for await (const { table, rows } of keptRows(means)) {
    if (signal.aborted) return 'stopped'
    await sendNamedFiles(means, portal, rows)
    const values = rows.map((row) => JSON.parse(row) as Value[])
    const { state } = await portal.seed({ epoch, first, tables: [{ table, rows: values }] })
    if (state === 'otherEpoch') ofSameEpoch({ state })
    // The answer to an earlier end may have been lost; the portal then tells at the end that it has this very seed.
    if (state === 'notEmpty') break
    first = false
  }
  const answer = ofSameEpoch(await portal.seedEnd({ epoch, seedId: seeding.seedId, sums: seeding.sums }))
  if (answer.state !== 'taken') {
    await means.store.write(async ({ db }) => {
      await clearIncoming(db)
      await saveState(db, { seeding: undefined })
    })
    return answer.state === 'notEmpty' ? 'notEmpty' : 'stopped'
  }
  const { cursor, head } = answer
  await means.store.write(async ({ db }) => {
    await db
      .updateTable('outbox')
      .set({ state: 'confirmed' })
      .where('seq', '<=', seeding.outboxUpTo)
      .where('state', '=', 'waiting')
      .execute()
    await clearIncoming(db)
    await saveState(db, { seeding: undefined, coming: undefined, epoch, cursor, head })
  })
  return 'seeded'
}

/** Copies all rows aside as they are at this moment. What officers do from now on is not among them and waits in the outbox. */
async function begin({ store, columns, clock, random }: SyncMeans, epoch: string): Promise<Seeding> {
  const known = (await store.read(readState)).seeding
  if (known?.epoch === epoch) return known
  return store.write(async (transaction) => {
    const { db } = transaction
    await clearIncoming(db)
    for (const table of syncedTables) {
      let after = ''
      for (;;) {
        const found = await db
          .selectFrom(table)
          .selectAll()
          .where('id', '>', after)
          .orderBy('id')
          .limit(rowsInPage)
          .execute()
        const rows = found as unknown as readonly AnyRow[]
        await keepIncoming(transaction, columns, [{ table, rows: rows.map((row) => toValues(columns, table, row)) }])
        const last = rows.at(-1)
        if (!last || rows.length < rowsInPage) break
        after = last.id
      }
    }
    const outbox = await db.selectFrom('outbox').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
    await db.deleteFrom('syncImage').execute()
    const seeding: Seeding = {
      seedId: uuidV7(clock().getTime(), random(10)),
      epoch,
      sums: await sumsOf(db),
      outboxUpTo: outbox?.seq ?? 0,
    }
    await saveState(db, { seeding, coming: undefined })
    return seeding
  })
}

async function* keptRows({
  store,
}: SyncMeans): AsyncGenerator<{ readonly table: RecordedTable; readonly rows: readonly string[] }> {
  for (const table of syncedTables) {
    let after = ''
    for (;;) {
      const rows = await store.read((db) =>
        db
          .selectFrom('syncIncoming')
          .select(['rowId', 'row'])
          .where('tableName', '=', table)
          .where('rowId', '>', after)
          .orderBy('rowId')
          .limit(rowsInPage)
          .execute(),
      )
      if (rows.length > 0) yield { table, rows: rows.map(({ row }) => row) }
      const last = rows.at(-1)
      if (!last || rows.length < rowsInPage) break
      after = last.rowId
    }
  }
}

const sendNamedFiles = (means: SyncMeans, portal: Portal, rows: readonly string[]): Promise<void> =>
  sendFiles(
    means,
    portal,
    rows.filter((row) => hashesIn(row).length > 0).map((row) => ({ input: row }) as Pick<Pushed, 'input'> as Pushed),
  )
