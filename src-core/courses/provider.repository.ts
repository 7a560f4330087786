import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { ProviderTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import { ranked, searching } from './list-order.repository.ts'
import { type Provider, providerKinds } from './provider.ts'

const providers = (db: Reader) => db.selectFrom('provider').where('provider.deletedAt', 'is', null)

export const providerById = (db: Reader, id: string): Promise<ProviderTable | undefined> =>
  providers(db).selectAll().where('id', '=', id).executeTakeFirst()

/** Every provider by name, for rules and imports; an institution works with dozens. */
export const allProviders = (db: Reader): Promise<ProviderTable[]> =>
  providers(db).selectAll().orderBy('sortKey').execute()

const provider = (column: string) => sql.ref(`provider.${column}`)

const topicCount = sql<number>`(select count(*) from ${sql.table('topic')} where ${sql.ref('topic.defaultProviderId')} = ${provider('id')} and ${sql.ref('topic.deletedAt')} is null and ${sql.ref('topic.state')} <> 'RETIRED')`

const columns: ListColumns = {
  name: { value: provider('name'), sort: provider('sortKey'), search: provider('searchKey') },
  kind: { value: provider('kind'), sort: ranked(provider('kind'), providerKinds) },
  permissionRequired: { value: provider('permissionRequired') },
  topics: { value: topicCount },
  active: { value: provider('active') },
}

const selection = [
  'provider.id',
  'provider.rowVersion',
  'provider.name',
  'provider.kind',
  'provider.permissionRequired',
  'provider.contacts',
  'provider.active',
] as const

type Row = Pick<ProviderTable, 'id' | 'rowVersion' | 'name' | 'kind' | 'permissionRequired' | 'contacts' | 'active'> & {
  readonly topics: number
}

const toProvider = (row: Row): Provider => ({
  ...row,
  permissionRequired: row.permissionRequired === 1,
  contacts: JSON.parse(row.contacts),
  active: row.active === 1,
  topics: Number(row.topics),
})

export async function listProviders(db: Reader, page: PageRequest): Promise<{ rows: Provider[]; total: number }> {
  const base = providers(db).select([...selection, topicCount.as('topics')])
  const { rows, total } = await fetchPage(base, page, columns, {
    searchKey: provider('searchKey'),
    tieBreak: provider('id'),
  })
  return { rows: rows.map(toProvider), total }
}

export async function readProvider(db: Reader, id: string): Promise<Provider | undefined> {
  const row = await providers(db)
    .select([...selection, topicCount.as('topics')])
    .where('provider.id', '=', id)
    .executeTakeFirst()
  return row && toProvider(row)
}

/** Active providers whose name holds a text, by name. */
export const providerOptions = (db: Reader, search: string) =>
  providers(db)
    .select(['id', 'name', 'kind'])
    .where('active', '=', 1)
    .where(searching(provider('searchKey'), search))
    .orderBy('sortKey')
    .limit(50)
    .execute()
