import { type RawBuilder, sql } from 'kysely'
import { fold, sortKey } from '../kernel/turkish.ts'

/** Sorts by the Turkish order of a text. */
export const inOrder = <T>(rows: readonly T[], text: (row: T) => string): T[] =>
  rows
    .map((row) => ({ row, key: sortKey(text(row)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row)

/** Orders a column by the place its value has among `values`: for words of a list, or texts sorted beforehand. */
export function ranked(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> {
  if (values.length === 0) return column
  const cases = values.map((value, at) => sql`when ${value} then ${sql.lit(at)}`)
  return sql`case ${column} ${sql.join(cases, sql` `)} else ${sql.lit(values.length)} end`
}

const letters: readonly (readonly [string, string])[] = [
  ['ç', 'c'],
  ['Ç', 'c'],
  ['ğ', 'g'],
  ['Ğ', 'g'],
  ['ı', 'i'],
  ['İ', 'i'],
  ['ö', 'o'],
  ['Ö', 'o'],
  ['ş', 's'],
  ['Ş', 's'],
  ['ü', 'u'],
  ['Ü', 'u'],
]

/** A folded column for short lists whose codes and categories have no stored search key of their own. */
export const folded = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`lower(${letters.reduce((inner, [from, to]) => sql`replace(${inner}, ${sql.lit(from)}, ${sql.lit(to)})`, column)})`

const likeSigns = /[\\%_]/g

/** True for rows whose search key holds every word of a text, in any spelling. */
export function searching(key: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  const words = fold(text).split(' ').filter(Boolean)
  if (words.length === 0) return sql<boolean>`1 = 1`
  const found = words.map((word) => sql`${key} like ${`%${word.replace(likeSigns, '\\$&')}%`} escape '\\'`)
  return sql<boolean>`(${sql.join(found, sql` and `)})`
}
