import { sql } from 'kysely'
import type { CertificateKind, CertificateLanguage, CertificateTemplateTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** Every template that was ever active, the newest version of each first. */
export const allTemplates = (db: Reader): Promise<CertificateTemplateTable[]> =>
  db.selectFrom('certificateTemplate').selectAll().where('deletedAt', 'is', null).orderBy('version', 'desc').execute()

export const activeTemplate = (
  db: Reader,
  kind: CertificateKind,
  language: CertificateLanguage,
): Promise<CertificateTemplateTable | undefined> =>
  db
    .selectFrom('certificateTemplate')
    .selectAll()
    .where('kind', '=', kind)
    .where('language', '=', language)
    .where('state', '=', 'ACTIVE')
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

/** The highest version a kind ever had in a language; 0 where there was none. */
export async function lastVersion(db: Reader, kind: CertificateKind, language: CertificateLanguage): Promise<number> {
  const row = await db
    .selectFrom('certificateTemplate')
    .select('version')
    .where('kind', '=', kind)
    .where('language', '=', language)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row?.version ?? 0
}

export const templateById = (db: Reader, id: string): Promise<CertificateTemplateTable | undefined> =>
  db.selectFrom('certificateTemplate').selectAll().where('id', '=', id).executeTakeFirst()

/** The longest name among staff and among participants, for the proof. */
export async function longestNames(db: Reader): Promise<string[]> {
  const person = await db
    .selectFrom('person')
    .select(['givenNames', 'surname'])
    .where('deletedAt', 'is', null)
    .orderBy(sql`length("givenNames") + length("surname")`, 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  const holder = await db
    .selectFrom('certificateHolder')
    .select('name')
    .where('deletedAt', 'is', null)
    .orderBy(sql`length("name")`, 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return [person && `${person.givenNames} ${person.surname}`, holder?.name].filter((name) => name !== undefined)
}
