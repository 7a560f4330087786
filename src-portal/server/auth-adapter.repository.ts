import { type CleanedWhere, createAdapterFactory } from 'better-auth/adapters'
import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Reader } from '../../src-core/database/store.ts'
import type { UnitOfWork } from './unit-of-work.ts'

// biome-ignore lint/suspicious/noExplicitAny: the library names tables and columns at run time
type Loose = any
type Row = Record<string, unknown>
type Build = ExpressionBuilder<Loose, Loose>
type Condition = ExpressionWrapper<Loose, Loose, SqlBool>

const comparisons: Readonly<Record<string, string>> = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' }

function conditionOf(build: Build, { field, operator, value }: CleanedWhere): Condition {
  const column = build.ref(field)
  if (value === null) return build(column, operator === 'ne' ? 'is not' : 'is', null)
  const compare = comparisons[operator]
  if (compare) return build(column, compare as '=', value)
  if (operator === 'in' || operator === 'not_in') {
    const values = Array.isArray(value) ? value : [value]
    return build(column, operator === 'in' ? 'in' : 'not in', values.length > 0 ? values : [''])
  }
  throw new Error(`The portal's accounts are never searched with ${operator}`)
}

/** Conditions with AND all together, those with OR as alternatives. */
function conditionsOf(build: Build, where: readonly CleanedWhere[]): Condition {
  const all = where.filter(({ connector }) => connector !== 'OR').map((one) => conditionOf(build, one))
  const some = where.filter(({ connector }) => connector === 'OR').map((one) => conditionOf(build, one))
  return build.and([...all, ...(some.length > 0 ? [build.or(some)] : [])]) as Condition
}

const loose = (db: Reader): Loose => db

const matching = (where: readonly CleanedWhere[]) => (build: Build) => conditionsOf(build, where)

/**
 * better-auth over the academy's own store: one line of writers, one kind of transaction, both databases. The library brings
 * no connection of its own, which on SQLite would wait for a transaction that waits for it.
 */
export const storeAdapter = (unit: UnitOfWork) =>
  createAdapterFactory({
    config: {
      adapterId: 'akademi',
      supportsDates: false,
      supportsBooleans: false,
      supportsJSON: false,
      supportsNumericIds: false,
      transaction: false,
    },
    adapter: () => ({
      create: async ({ model, data }) => {
        await unit.write((db) => loose(db).insertInto(model).values(data).execute())
        return data
      },
      findOne: async ({ model, where }) =>
        (await unit.read((db) =>
          loose(db).selectFrom(model).selectAll().where(matching(where)).limit(1).executeTakeFirst(),
        )) ?? null,
      findMany: async ({ model, where = [], limit, sortBy, offset }) =>
        unit.read((db) => {
          const rows = loose(db).selectFrom(model).selectAll().where(matching(where))
          const ordered = sortBy ? rows.orderBy(sortBy.field, sortBy.direction) : rows
          return ordered
            .limit(limit)
            .offset(offset ?? 0)
            .execute()
        }),
      count: async ({ model, where = [] }) => {
        const { count } = await unit.read<Loose>((db) =>
          loose(db)
            .selectFrom(model)
            .select((build: Build) => build.fn.countAll().as('count'))
            .where(matching(where))
            .executeTakeFirstOrThrow(),
        )
        return Number(count)
      },
      update: ({ model, where, update }) =>
        unit.write(async (db) => {
          const found = await firstOf(db, model, where)
          if (!found) return null
          await loose(db).updateTable(model).set(update).where('id', '=', found.id).execute()
          return { ...found, ...(update as Row) } as never
        }),
      updateMany: async ({ model, where, update }) => {
        const result = await unit.write<Loose>((db) =>
          loose(db).updateTable(model).set(update).where(matching(where)).executeTakeFirst(),
        )
        return Number(result.numUpdatedRows)
      },
      delete: async ({ model, where }) => {
        await unit.write((db) => loose(db).deleteFrom(model).where(matching(where)).execute())
      },
      deleteMany: async ({ model, where }) => {
        const result = await unit.write<Loose>((db) =>
          loose(db).deleteFrom(model).where(matching(where)).executeTakeFirst(),
        )
        return Number(result.numDeletedRows)
      },
      /** Whoever takes a link first has it; a second taker finds nothing. */
      consumeOne: ({ model, where }) =>
        unit.write(async (db) => {
          const found = await firstOf(db, model, where)
          if (!found) return null
          await loose(db).deleteFrom(model).where('id', '=', found.id).execute()
          return found as never
        }),
      incrementOne: ({ model, where, increment, set = {} }) =>
        unit.write(async (db) => {
          const found = await firstOf(db, model, where)
          if (!found) return null
          const counted = Object.entries(increment).map(([name, by]) => [
            name,
            sql`coalesce(${sql.ref(name)}, 0) + ${by}`,
          ])
          await loose(db)
            .updateTable(model)
            .set({ ...set, ...Object.fromEntries(counted) })
            .where('id', '=', found.id)
            .execute()
          return (await firstOf(db, model, [
            { field: 'id', value: String(found.id), operator: 'eq', connector: 'AND', mode: 'sensitive' },
          ])) as never
        }),
    }),
  })

const firstOf = (db: Reader, model: string, where: readonly CleanedWhere[]): Promise<Row | undefined> =>
  loose(db).selectFrom(model).selectAll().where(matching(where)).limit(1).executeTakeFirst()
