import type { Reader, Store } from '../database/store.ts'
import { uuidV7 } from '../kernel/ids.ts'

/** The portal's history as one: it changes when the portal is restored from a backup, and what came later is gone. */
export const readEpoch = async (db: Reader): Promise<string | undefined> =>
  (await db.selectFrom('storeInfo').select('value').where('key', '=', 'epoch').executeTakeFirst())?.value

/** Gives the store its epoch if it has none yet. Several processes may begin at once: the first one's counts. */
export async function beginEpoch(store: Store, now: Date, random: Uint8Array): Promise<string> {
  const fresh = uuidV7(now.getTime(), random)
  return store.write(async ({ db }) => {
    await db
      .insertInto('storeInfo')
      .values({ key: 'epoch', value: fresh })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
    return (await readEpoch(db)) ?? fresh
  })
}

/** After a restore: every desktop offers again what it had been acknowledged. */
export async function rotateEpoch(store: Store, now: Date, random: Uint8Array): Promise<string> {
  const fresh = uuidV7(now.getTime(), random)
  await store.write(({ db }) =>
    db
      .insertInto('storeInfo')
      .values({ key: 'epoch', value: fresh })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: fresh }))
      .execute(),
  )
  return fresh
}
