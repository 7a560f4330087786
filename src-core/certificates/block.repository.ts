import type { CertificateBlockTable, CertificateKind } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** The id of the store this runs on. */
export async function storeIdOf(db: Reader): Promise<string> {
  const row = await db.selectFrom('storeInfo').select('value').where('key', '=', 'storeId').executeTakeFirstOrThrow()
  return row.value
}

export const allBlocks = (db: Reader): Promise<CertificateBlockTable[]> =>
  db
    .selectFrom('certificateBlock')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('kind')
    .orderBy('fromNo')
    .execute()

/** Every block of one register, of any store, closed ones too. */
export const blocksOf = (db: Reader, kind: CertificateKind, year: number): Promise<CertificateBlockTable[]> =>
  db
    .selectFrom('certificateBlock')
    .selectAll()
    .where('kind', '=', kind)
    .where('year', '=', year)
    .where('deletedAt', 'is', null)
    .orderBy('fromNo')
    .execute()

export const blockById = (db: Reader, id: string): Promise<CertificateBlockTable | undefined> =>
  db.selectFrom('certificateBlock').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()
