import type { Kysely } from 'kysely'

/** What waits in the outbox, and what was sent, is looked for at each round of the synchronisation. */
export async function speed(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('outbox_state_seq').on('outbox').columns(['state', 'seq']).execute()
}
