import type { Reader } from '../database/store.ts'

/** Counts one more look at a certificate on a day. */
export async function countCheck(db: Reader, certificateId: string, day: string): Promise<void> {
  await db
    .insertInto('certificateCheck')
    .values({ certificateId, day, checks: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['certificateId', 'day'])
        .doUpdateSet((set) => ({ checks: set('certificateCheck.checks', '+', 1) })),
    )
    .execute()
}
