import type { CompiledQuery } from 'kysely'
import type { Reader } from './store.ts'

/** Runs a statement with its parameters in the order of their places, and gives its rows. */
export type Statement<Row> = (db: Reader, ...parameters: readonly unknown[]) => Promise<readonly Row[]>

type Writes = { compile(): CompiledQuery }

const texts = new WeakMap<object, Map<string, string>>()

/** The text of a statement that `key` names among all, written once for a kind of database. */
export function textOf(db: Reader, key: string, build: () => Writes): string {
  const { adapter } = db.getExecutor()
  const known = texts.get(adapter) ?? new Map<string, string>()
  texts.set(adapter, known)
  const text = known.get(key) ?? build().compile().sql
  known.set(key, text)
  return text
}

/**
 * A statement that always reads alike: kysely builds and writes it once for a kind of database, not at each call, which takes longer
 * than most statements run. Whatever `build` puts in a parameter's place only holds the place.
 */
export function statement<Row>(build: (db: Reader) => { compile(): CompiledQuery<Row> }): Statement<Row> {
  const written = new WeakMap<object, CompiledQuery<Row>>()
  return async (db, ...parameters) => {
    const { adapter } = db.getExecutor()
    const known = written.get(adapter)
    const query = known ?? build(db).compile()
    if (!known) written.set(adapter, query)
    const places = query.parameters.length
    if (parameters.length !== places) throw new Error(`${parameters.length} parameters for ${places} places`)
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}
