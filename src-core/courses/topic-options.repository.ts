import { sql } from 'kysely'
import type { TopicTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { fold } from '../kernel/turkish.ts'
import { searching } from './list-order.repository.ts'

const most = 20

const columns = ['id', 'code', 'name', 'nameEn', 'category', 'level', 'state', 'sortKey'] as const

type Option = Pick<TopicTable, (typeof columns)[number]>

/** Topics that a text may mean, the likeliest first: code, then names that begin with it, then the rest by name. */
export async function topicOptions(
  db: Reader,
  wanted: {
    readonly search: string
    readonly states: readonly TopicTable['state'][]
    readonly without: readonly string[]
  },
): Promise<Omit<Option, 'sortKey'>[]> {
  if (wanted.states.length === 0) return []
  let query = db
    .selectFrom('topic')
    .select(columns)
    .where('deletedAt', 'is', null)
    .where('state', 'in', wanted.states)
    .where(searching(sql.ref('searchKey'), wanted.search))
  if (wanted.without.length > 0) query = query.where('id', 'not in', wanted.without)
  const rows = await query.execute()
  const text = fold(wanted.search)
  const rank = (row: Option): string => {
    const name = fold(row.name)
    const place = fold(row.code) === text ? 0 : name.startsWith(text) ? 1 : name.includes(` ${text}`) ? 2 : 3
    return `${place}${row.sortKey}`
  }
  return rows
    .map((row) => ({ row, key: rank(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, most)
    .map(({ row: { sortKey: _, ...option } }) => option)
}

export async function topicsByIds(db: Reader, ids: readonly string[]): Promise<Omit<Option, 'sortKey'>[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('topic')
    .select(columns)
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute()
  return rows.map(({ sortKey: _, ...option }) => option)
}
