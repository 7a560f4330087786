import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { CertificateGroupTable, CertificateHolderTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import type { GroupRow } from './group.ts'

const column = (name: string) => sql.ref(`certificateGroup.${name}`)

const columns: ListColumns = {
  titleTr: { value: column('titleTr'), sort: column('sortKey'), search: column('searchKey') },
  kind: { value: column('kind') },
  language: { value: column('language') },
  fromDate: { value: column('fromDate') },
  toDate: { value: column('toDate') },
  lessonHoursTenths: { value: column('lessonHoursTenths') },
  state: { value: column('state') },
}

export async function listGroups(db: Reader, page: PageRequest): Promise<{ rows: GroupRow[]; total: number }> {
  const base = db.selectFrom('certificateGroup').where('deletedAt', 'is', null).selectAll()
  const { rows, total } = await fetchPage(base, page, columns, {
    searchKey: column('searchKey'),
    tieBreak: column('id'),
  })
  const ids = rows.map(({ id }) => id)
  const counts = new Map<string, { holders: number; issued: number }>()
  if (ids.length > 0) {
    const counted = await db
      .selectFrom('certificateHolder')
      .where('groupId', 'in', ids)
      .where('deletedAt', 'is', null)
      .select(['groupId', 'state', (build) => build.fn.countAll<number>().as('count')])
      .groupBy(['groupId', 'state'])
      .execute()
    for (const { groupId, state, count } of counted) {
      const own = counts.get(groupId) ?? { holders: 0, issued: 0 }
      own.holders += Number(count)
      if (state === 'ISSUED') own.issued += Number(count)
      counts.set(groupId, own)
    }
  }
  return {
    rows: rows.map((row) => ({
      id: row.id,
      rowVersion: row.rowVersion,
      kind: row.kind,
      language: row.language,
      titleTr: row.titleTr,
      titleEn: row.titleEn,
      fromDate: row.fromDate,
      toDate: row.toDate,
      lessonHoursTenths: row.lessonHoursTenths,
      state: row.state,
      holders: counts.get(row.id)?.holders ?? 0,
      issued: counts.get(row.id)?.issued ?? 0,
    })),
    total,
  }
}

export const groupById = (db: Reader, id: string): Promise<CertificateGroupTable | undefined> =>
  db.selectFrom('certificateGroup').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

/** Participants in the order of their seats. */
export const holdersOf = (db: Reader, groupId: string): Promise<CertificateHolderTable[]> =>
  db
    .selectFrom('certificateHolder')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('deletedAt', 'is', null)
    .orderBy('seatNo')
    .orderBy('id')
    .execute()

export const holderById = (db: Reader, id: string): Promise<CertificateHolderTable | undefined> =>
  db.selectFrom('certificateHolder').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

/** Certificates that stand, by their holder. */
export async function standingByHolder(
  db: Reader,
  groupId: string,
): Promise<ReadonlyMap<string, { readonly id: string; readonly serial: string }>> {
  const rows = await db
    .selectFrom('certificate')
    .select(['id', 'serial', 'holderId'])
    .where('groupId', '=', groupId)
    .where('state', 'in', ['ISSUED', 'PRINTED', 'HANDED_OVER', 'REVOKED'])
    .execute()
  return new Map(rows.map(({ id, serial, holderId }) => [holderId, { id, serial }]))
}

export async function registryNumbers(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'registryNo'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, registryNo }) => [id, registryNo]))
}

export const peopleByRegistry = (db: Reader, numbers: readonly string[]) =>
  db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select(['person.id', 'person.registryNo', 'person.givenNames', 'person.surname', 'orgUnit.name as unitName'])
    .where('person.registryNo', 'in', [...numbers])
    .where('person.deletedAt', 'is', null)
    .execute()
