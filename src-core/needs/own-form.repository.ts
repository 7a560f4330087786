import { sql } from 'kysely'
import { statement } from '../database/statement.ts'
import type { Reader } from '../database/store.ts'
import type { DraftLine } from './own-form.contract.ts'

export async function draftOf(db: Reader, cycleId: string, personId: string) {
  const row = await db
    .selectFrom('needDraft')
    .select(['lines', 'version', 'savedAt'])
    .where('cycleId', '=', cycleId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row && { ...row, lines: JSON.parse(row.lines) as DraftLine[] }
}

type Draft = { readonly cycleId: string; readonly personId: string; readonly lines: readonly DraftLine[] }

export async function saveDraft(db: Reader, { cycleId, personId, lines }: Draft, version: number, savedAt: string) {
  const kept = { lines: JSON.stringify(lines), version, savedAt }
  await db
    .insertInto('needDraft')
    .values({ cycleId, personId, ...kept })
    .onConflict((conflict) => conflict.columns(['cycleId', 'personId']).doUpdateSet(kept))
    .execute()
}

/** Drops the draft of a cycle and a person. */
export const removeDraft = statement((db) =>
  db.deleteFrom('needDraft').where('cycleId', '=', '').where('personId', '=', ''),
)

/** What the manager said about a person's lines, by line. */
export async function managerWords(db: Reader, cycleId: string, personId: string) {
  const rows = await db
    .selectFrom('needLine')
    .select(['id', 'managerState', 'managerReason'])
    .where('cycleId', '=', cycleId)
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ id, ...words }) => [id, words]))
}

/** Where mails to a member of staff go: the address of the staff list, in the language of the account if there is one. */
export const staffAddress = async (db: Reader, personId: string) => (await addresses(db, personId))[0]

const addresses = statement((db) =>
  db
    .selectFrom('person')
    .leftJoin('portalUser', 'portalUser.personId', 'person.id')
    .select(['person.email', 'portalUser.language', 'person.givenNames', 'person.surname'])
    .where('person.id', '=', '')
    .where('person.active', '=', sql.lit(1)),
)
