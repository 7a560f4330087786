import type { CertificateTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** Groups in a state, the oldest occasion first, with how many participants are in theirs. */
export async function groupsWaiting(db: Reader, state: 'PROPOSED' | 'APPROVED') {
  const rows = await db
    .selectFrom('certificateGroup')
    .innerJoin('certificateHolder', 'certificateHolder.groupId', 'certificateGroup.id')
    .where('certificateGroup.deletedAt', 'is', null)
    .where('certificateHolder.deletedAt', 'is', null)
    .where('certificateGroup.state', '=', state)
    .where('certificateHolder.state', '=', state)
    .select((build) => [
      'certificateGroup.id',
      'certificateGroup.titleTr',
      'certificateGroup.titleEn',
      'certificateGroup.toDate',
      build.fn.countAll<number>().as('count'),
    ])
    .groupBy(['certificateGroup.id', 'certificateGroup.titleTr', 'certificateGroup.titleEn', 'certificateGroup.toDate'])
    .orderBy('certificateGroup.toDate')
    .orderBy('certificateGroup.id')
    .execute()
  return rows.map(({ id, titleTr, titleEn, count }) => ({ id, titleTr, titleEn, count: Number(count) }))
}

export async function countIn(db: Reader, state: CertificateTable['state']): Promise<number> {
  const { count } = await db
    .selectFrom('certificate')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('deletedAt', 'is', null)
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Certificates that stand and end on one of these days. */
export async function countEnding(db: Reader, from: string, to: string): Promise<number> {
  const { count } = await db
    .selectFrom('certificate')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('deletedAt', 'is', null)
    .where('state', 'in', ['ISSUED', 'PRINTED', 'HANDED_OVER'])
    .where('validUntil', '>=', from)
    .where('validUntil', '<=', to)
    .executeTakeFirstOrThrow()
  return Number(count)
}
