import type SQLite from 'better-sqlite3'
import { syncedTables } from '../../src-core/database/schema.ts'
import { verifyStore } from '../../src-core/database/verify.ts'
import { sortKey } from '../../src-core/kernel/turkish.ts'
import type { History, Seat } from './history.ts'

type Row = Readonly<Record<string, string | number | null>>

const ask = (database: SQLite.Database, sql: string): readonly Row[] => database.prepare(sql).all() as Row[]

/** Everything that is wrong with a history after everybody has agreed; nothing when all promises were kept. */
export async function wrongsOf(history: History): Promise<readonly string[]> {
  const { portal, desktops, world } = history
  const wrongs: string[] = []
  const touched = touchedTables(history)
  const expected = dump(portal, touched)
  for (const desktop of desktops) {
    const { name } = desktop.machine
    const found = dump(desktop, touched)
    for (const table of touched)
      if (found.get(table) !== expected.get(table)) wrongs.push(`${name} has other rows of ${table}`)
    wrongs.push(...outboxWrongs(history, desktop).map((wrong) => `${name} ${wrong}`))
    wrongs.push(...lostUpdates(portal, desktop).map((wrong) => `${name} ${wrong}`))
  }
  wrongs.push(...missing(history), ...brokenRules(portal.machine.database))
  if (history.restores === 0 && history.resets > 0) wrongs.push('a desktop began anew although nothing called for it')
  for (const fault of world.faults) wrongs.push(`a fault of ours: ${String(fault)}`)
  // The log and the sums are recomputed for some: it takes as long as a history.
  for (const seat of history.seed % 8 === 0 ? [portal, ...desktops] : []) {
    const { findings } = await seat.process.store.snapshot((db) => verifyStore(db, world.columns))
    for (const { kind } of findings) wrongs.push(`${seat.machine.name} finds ${kind}`)
  }
  return wrongs
}

function touchedTables({ portal, desktops }: History): readonly string[] {
  const names = new Set<string>()
  for (const { machine } of [portal, ...desktops]) {
    const recent = 'select distinct "tableName" from "commandChange"'
    for (const row of ask(machine.database, recent)) names.add(String(row.tableName))
  }
  return syncedTables.filter((table) => names.has(table))
}

const dump = ({ machine }: Seat, tables: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    tables.map((table) => [table, JSON.stringify(ask(machine.database, `select * from "${table}" order by "id"`))]),
  )

/** Whatever an officer did is confirmed or in front of a person, and not both. */
function outboxWrongs({ portal }: History, { machine }: Seat): readonly string[] {
  const inbox = new Set(ask(machine.database, 'select "commandId" from "syncConflict"').map((row) => row.commandId))
  const done = new Set(
    ask(portal.machine.database, `select "commandId" from "commandLog" where "outcome" = 'done'`).map(
      (row) => row.commandId,
    ),
  )
  return ask(machine.database, 'select "seq", "commandId", "state" from "outbox"').flatMap(({ commandId, state }) => {
    if (state === 'rejected') {
      if (!inbox.has(commandId ?? '')) return [`lost the rejected ${commandId}`]
      return done.has(commandId ?? '') ? [`shows ${commandId} in its inbox although it was done`] : []
    }
    return state === 'confirmed' ? [] : [`still has ${commandId} ${state}`]
  })
}

/** What a desktop was told is done is done, or waits in its inbox after the portal had lost it. */
function missing({ acknowledged, portal, restores }: History): readonly string[] {
  const done = new Set(
    ask(portal.machine.database, `select "commandId" from "commandLog" where "outcome" = 'done'`).map(
      (row) => row.commandId,
    ),
  )
  return [...acknowledged].flatMap(([commandId, { by, restores: then }]) => {
    if (done.has(commandId)) return []
    const { database } = by.machine
    const outbox = ask(database, `select "state" from "outbox" where "commandId" = '${commandId}'`)[0]
    // Both the portal and the desktop were put back to before it.
    if (!outbox && restores > then) return []
    return restores > then && outbox?.state === 'rejected' ? [] : [`${commandId} was acknowledged and is gone`]
  })
}

const derived = /^(?:searchKey|sortKey|deletedAt|\w+NameKey)$/

/** At the portal a command found each field it changed as its officer had seen it, and set back none that she had left alone. */
function lostUpdates(portal: Seat, desktop: Seat): readonly string[] {
  const changes = (database: SQLite.Database) =>
    ask(database, `select * from "commandChange" where "kind" != 'insert' order by "seq"`)
  const seen = new Map<string, Readonly<Record<string, unknown>>>()
  for (const change of changes(desktop.machine.database)) {
    const place = `${change.commandId} ${change.tableName} ${change.rowId}`
    seen.set(place, { ...JSON.parse(String(change.before)), ...seen.get(place) })
  }
  const looked = new Set<string>()
  for (const { commandId, baseVersions } of ask(desktop.machine.database, 'select * from "outbox"')) {
    for (const [table, ids] of Object.entries(JSON.parse(String(baseVersions)) as Record<string, object>))
      for (const id of Object.keys(ids)) looked.add(`${commandId} ${table} ${id}`)
  }
  const own = new Set(
    ask(desktop.machine.database, 'select "commandId" from "outbox"').map((row) => String(row.commandId)),
  )
  const first = new Set<string>()
  return changes(portal.machine.database).flatMap((change) => {
    const place = `${change.commandId} ${change.tableName} ${change.rowId}`
    if (!own.has(String(change.commandId)) || first.has(place) || !looked.has(place)) return []
    first.add(place)
    const before = JSON.parse(String(change.before)) as Record<string, unknown>
    const officer = seen.get(place) ?? {}
    return Object.entries(before).flatMap(([field, value]) =>
      derived.test(field) || officer[field] === value ? [] : [`overwrote ${field} of ${place}`],
    )
  })
}

/** Rules of the academy that no merge may break. */
function brokenRules(database: SQLite.Database): readonly string[] {
  const wrongs = ask(database, 'pragma foreign_key_check').map((row) => `${row.table} names a row that is not there`)
  for (const { code, name, sortKey: key, bookableFrom, bookableTo } of ask(database, 'select * from "room"')) {
    if (key !== sortKey(String(name))) wrongs.push(`room ${code} is sorted by another name`)
    if (Number(bookableFrom) >= Number(bookableTo)) wrongs.push(`room ${code} closes before it opens`)
  }
  const twice = `select "date", "half" from "holiday" where "deletedAt" is null group by "date", "half", "kind", "name" having count(*) > 1`
  for (const { date } of ask(database, twice)) wrongs.push(`${date} is entered twice`)
  return wrongs
}
