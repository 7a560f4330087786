import type { CertificatePageTable, CertificatePrintTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

export const printsOf = (db: Reader, groupId: string): Promise<CertificatePrintTable[]> =>
  db
    .selectFrom('certificatePrint')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute()

export const printById = (db: Reader, id: string): Promise<CertificatePrintTable | undefined> =>
  db.selectFrom('certificatePrint').selectAll().where('id', '=', id).executeTakeFirst()

export const pagesOf = (db: Reader, printId: string): Promise<CertificatePageTable[]> =>
  db.selectFrom('certificatePage').selectAll().where('printId', '=', printId).orderBy('page').execute()
