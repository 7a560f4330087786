import type { CertificateDesignTable, CertificatePictureTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

export const allDesigns = (db: Reader): Promise<CertificateDesignTable[]> =>
  db
    .selectFrom('certificateDesign')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('sortKey')
    .orderBy('id')
    .execute()

export const designById = (db: Reader, id: string): Promise<CertificateDesignTable | undefined> =>
  db.selectFrom('certificateDesign').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

export const allPictures = (db: Reader): Promise<CertificatePictureTable[]> =>
  db.selectFrom('certificatePicture').selectAll().where('deletedAt', 'is', null).orderBy('id', 'desc').execute()

export const pictureByHash = (db: Reader, hash: string): Promise<CertificatePictureTable | undefined> =>
  db
    .selectFrom('certificatePicture')
    .selectAll()
    .where('hash', '=', hash)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
