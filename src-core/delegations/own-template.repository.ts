import type { ProgrammeTemplateTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

export const ownTemplates = (db: Reader): Promise<ProgrammeTemplateTable[]> =>
  db
    .selectFrom('programmeTemplate')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('sortKey')
    .orderBy('id')
    .execute()

export const ownTemplateById = (db: Reader, id: string): Promise<ProgrammeTemplateTable | undefined> =>
  db.selectFrom('programmeTemplate').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

export const removedTemplate = (db: Reader, id: string): Promise<ProgrammeTemplateTable | undefined> =>
  db
    .selectFrom('programmeTemplate')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .executeTakeFirst()
