import type { Reader } from '../database/store.ts'

/** Other delegations that have a programme, newest first, with its first and last day. */
export async function copyableDelegations(db: Reader, exceptId: string) {
  const rows = await db
    .selectFrom('delegation')
    .innerJoin('programmeItem', 'programmeItem.delegationId', 'delegation.id')
    .where('delegation.deletedAt', 'is', null)
    .where('programmeItem.deletedAt', 'is', null)
    .where('delegation.id', '<>', exceptId)
    .select((build) => [
      'delegation.id',
      'delegation.titleTr',
      'delegation.titleEn',
      'delegation.fromDate',
      build.fn.min('programmeItem.date').as('first'),
      build.fn.max('programmeItem.date').as('last'),
    ])
    .groupBy(['delegation.id', 'delegation.titleTr', 'delegation.titleEn', 'delegation.fromDate'])
    .orderBy('delegation.fromDate', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, first: row.first ?? row.fromDate, last: row.last ?? row.fromDate }))
}
