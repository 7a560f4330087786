import type { Reader } from '../database/store.ts'

/** A line of the cycle as an import meets it again. */
export type KnownLine = {
  readonly id: string
  readonly personId: string | null
  readonly sources: string
}

/** What makes two needs of a cycle one: the person (or the unit, for heads), and the topic or wording. */
export const lineKey = (owner: { personId: string | null; unitId: string }, topicKey: string): string =>
  `${owner.personId ?? `unit:${owner.unitId}`}|${topicKey}`

/** `topic:` and id, or `text:` and search key. */
export const topicKeyOf = (topicId: string | null, freeTextKey: string | null): string =>
  topicId === null ? `text:${freeTextKey ?? ''}` : `topic:${topicId}`

export async function existingLines(db: Reader, cycleId: string): Promise<ReadonlyMap<string, KnownLine>> {
  const rows = await db
    .selectFrom('needLine')
    .select(['id', 'personId', 'unitId', 'topicId', 'freeTextKey', 'sources'])
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
    .execute()
  const lines = new Map<string, KnownLine>()
  for (const row of rows) {
    const known = { id: row.id, personId: row.personId, sources: row.sources }
    lines.set(lineKey(row, topicKeyOf(row.topicId, row.freeTextKey)), known)
    // A wording that was merged to a topic is still the same need when its file comes again.
    if (row.topicId !== null && row.freeTextKey !== null)
      lines.set(lineKey(row, topicKeyOf(null, row.freeTextKey)), known)
  }
  return lines
}

export async function existingForms(db: Reader, cycleId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('tnaForm')
    .select(['id', 'personId'])
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.personId, row.id]))
}
