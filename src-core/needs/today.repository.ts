import type { Reader } from '../database/store.ts'

/** Imports that were begun and neither committed nor taken back. */
export async function countOpenImports(db: Reader): Promise<number> {
  const { open } = await db
    .selectFrom('importBatch')
    .select((build) => build.fn.countAll<number>().as('open'))
    .where('deletedAt', 'is', null)
    .where('state', 'in', ['UPLOADED', 'MAPPED', 'CHECKED'])
    .executeTakeFirstOrThrow()
  return Number(open)
}

/** When this store was first used. */
export async function firstUse(db: Reader): Promise<string | undefined> {
  const first = await db.selectFrom('commandLog').select('at').orderBy('seq').limit(1).executeTakeFirst()
  return first?.at
}

export async function countProposedTopics(db: Reader): Promise<number> {
  const { proposed } = await db
    .selectFrom('topic')
    .select((build) => build.fn.countAll<number>().as('proposed'))
    .where('deletedAt', 'is', null)
    .where('state', '=', 'PROPOSED')
    .executeTakeFirstOrThrow()
  return Number(proposed)
}
