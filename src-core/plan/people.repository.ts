import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import { fullName } from '../people/index.ts'

export async function unitNames(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('orgUnit').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const idsAtOnce = 500

/** One page of the needs of these ids with whose they are, persons in Turkish order, head-counts of units last. */
export async function needsBehind(db: Reader, ids: readonly string[], page: PageRequest) {
  const found = []
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    found.push(
      ...(await db
        .selectFrom('needLine as need')
        .innerJoin('orgUnit as unit', 'unit.id', 'need.unitId')
        .leftJoin('person', 'person.id', 'need.personId')
        .select(['need.id as needLineId', 'need.personId', 'need.headcount', 'unit.name as unit'])
        .select(['person.registryNo', 'person.givenNames', 'person.surname', 'person.sortKey'])
        .where('need.id', 'in', ids.slice(from, from + idsAtOnce))
        .execute()),
    )
  }
  const inOrder = found.sort((a, b) => compare(a.sortKey, b.sortKey) || compare(a.needLineId, b.needLineId))
  return inOrder.slice(page.start, page.end).map(({ givenNames, surname, sortKey: _, ...row }) => ({
    ...row,
    name: surname === null || givenNames === null ? null : fullName({ givenNames, surname }),
  }))
}

const compare = (a: string | null, b: string | null): number => {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
