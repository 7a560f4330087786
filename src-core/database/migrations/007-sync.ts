import type { Kysely } from 'kysely'
import { columns as c, type Definition, localTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

/** A key of its own name for each table: PostgreSQL gives such names out once. */
const keyed =
  (name: string, ...columns: readonly string[]): Definition['columns'][number] =>
  (table) =>
    table.addPrimaryKeyConstraint(`${name}_key`, columns as never)

const tables: readonly Definition[] = [
  localTable('syncState', [c.text('key'), c.text('value'), keyed('syncState', 'key')]),
  localTable('syncImage', [
    c.text('tableName'),
    c.text('rowId'),
    c.optionalText('image'),
    keyed('syncImage', 'tableName', 'rowId'),
  ]),
  localTable('syncRun', [
    c.text('commandId'),
    c.optionalText('touched'),
    c.optionalInteger('ackEntry'),
    keyed('syncRun', 'commandId'),
  ]),
  localTable('syncIncoming', [
    c.text('tableName'),
    c.text('rowId'),
    c.text('row'),
    keyed('syncIncoming', 'tableName', 'rowId'),
  ]),
  localTable(
    'syncConflict',
    [
      c.text('commandId'),
      c.text('operation'),
      c.text('input'),
      c.text('actorId'),
      c.text('actorName'),
      c.text('at'),
      c.text('refusal'),
      c.text('fields'),
      c.text('foundAt'),
      c.oneOf('state', ['open', 'mine', 'theirs', 'typed', 'withdrawn']),
      c.optionalText('settledBy'),
      c.optionalText('settledAt'),
      keyed('syncConflict', 'commandId'),
    ],
    [{ on: ['state'] }],
  ),
  localTable(
    'syncDevice',
    [
      c.text('id'),
      c.text('name'),
      c.text('tokenHash'),
      c.text('roles'),
      c.text('joinedBy'),
      c.text('joinedAt'),
      c.optionalText('lastSeenAt'),
      c.optionalText('removedAt'),
      keyed('syncDevice', 'id'),
    ],
    [{ on: ['tokenHash'], unique: true }],
  ),
  localTable('syncResult', [
    c.text('commandId'),
    c.text('deviceId'),
    c.oneOf('outcome', ['done', 'rejected']),
    c.optionalText('refusal'),
    c.optionalInteger('entry'),
    c.text('receivedAt'),
    keyed('syncResult', 'commandId'),
  ]),
]

/** What a desktop and its portal keep of each other. */
export const sync = (db: Kysely<unknown>, dialect: Dialect): Promise<void> => createTables(db, dialect, tables)
