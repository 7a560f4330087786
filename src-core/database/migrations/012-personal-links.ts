import type { Kysely } from 'kysely'
import { columns as c, type Definition, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

const tables: readonly Definition[] = [
  recordedTable(
    'personalLink',
    [
      c.oneOf('purpose', ['HOST', 'PARTICIPANT', 'TRAINER']),
      c.optionalRef('delegationId', 'delegation'),
      c.optionalRef('participantId', 'delegationParticipant'),
      c.optionalRef('trainerId', 'trainer'),
      c.optionalText('host'),
      c.text('holderName'),
      c.optionalText('holderEmail'),
      c.oneOf('language', ['tr', 'en', 'fr', 'ar']),
      c.text('tokenHash'),
      c.optionalText('tokenSealed'),
      c.text('expiresAt'),
      c.flag('mailed'),
      c.optionalText('answeredAt'),
      c.optionalText('revokedAt'),
    ],
    [{ on: ['tokenHash'], unique: true }, { on: ['delegationId'] }, { on: ['trainerId'] }],
  ),
  recordedTable(
    'sessionAnswer',
    [
      c.ref('sessionId', 'session'),
      c.ref('trainerId', 'trainer'),
      c.text('forDate'),
      c.oneOf('half', ['none', 'am', 'pm']),
      c.oneOf('answer', ['ACCEPTED', 'ALTERNATIVE', 'DECLINED']),
      c.optionalText('note'),
    ],
    [{ on: ['sessionId', 'trainerId'], unique: true }],
  ),
]

/** Links for people without an account, and what trainers answered through theirs. */
export const personalLinks = (db: Kysely<unknown>, dialect: Dialect): Promise<void> => createTables(db, dialect, tables)
