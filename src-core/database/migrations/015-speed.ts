import type { Kysely } from 'kysely'

/**
 * What waits in the outbox, and what was sent, is looked for at each round of the synchronisation; whose manager somebody is, and
 * whether a trainer, at each request to the portal.
 */
export async function speed(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('outbox_state_seq').on('outbox').columns(['state', 'seq']).execute()
  await db.schema
    .createIndex('person_managerOverrideId')
    .on('person')
    .column('managerOverrideId')
    .where('managerOverrideId' as never, 'is not', null)
    .execute()
  await db.schema
    .createIndex('trainer_personId')
    .on('trainer')
    .column('personId')
    .where('personId' as never, 'is not', null)
    .execute()
}
