import { type Kysely, sql } from 'kysely'
import { columns as c, type Definition, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

const alive = sql<boolean>`"deletedAt" is null`

const halves = ['none', 'am', 'pm']

const tables: readonly Definition[] = [
  recordedTable(
    'training',
    [
      c.integer('year'),
      c.integer('lineNo'),
      c.text('code'),
      c.optionalRef('topicId', 'topic'),
      c.text('name'),
      c.integer('seats'),
      c.oneOf('mode', ['classroom', 'onlineLive', 'eTraining', 'field', 'blended']),
      c.oneOf('mix', ['any', 'mixed', 'sameUnit']),
      c.oneOf('state', [
        'DRAFT',
        'OPEN',
        'CONFIRMED',
        'RUNNING',
        'ATTENDANCE_CLOSED',
        'EVALUATED',
        'CLOSED',
        'TENTATIVE',
        'CANCELLED',
      ]),
      c.text('searchKey'),
      c.text('sortKey'),
    ],
    [{ on: ['code'], unique: true, where: alive }, { on: ['year', 'lineNo'] }],
  ),
  recordedTable(
    'session',
    [
      c.ref('trainingId', 'training'),
      c.integer('ordinal'),
      c.integer('halfDays'),
      c.integer('lessonTenths'),
      c.optionalText('date'),
      c.optionalOneOf('half', halves),
      c.optionalInteger('startMin'),
      c.optionalInteger('endMin'),
      c.optionalRef('roomId', 'room'),
      c.optionalRef('trainerId', 'trainer'),
      c.flag('pinned'),
      c.text('clashKinds'),
      c.optionalText('clashReason'),
    ],
    [
      { on: ['trainingId', 'ordinal'], unique: true, where: alive },
      { on: ['date'] },
      { on: ['roomId'] },
      { on: ['trainerId'] },
    ],
  ),
  recordedTable(
    'enrolment',
    [
      c.integer('year'),
      c.integer('lineNo'),
      c.ref('personId', 'person'),
      c.optionalRef('trainingId', 'training'),
      c.oneOf('via', ['TNA', 'manager', 'self', 'unit', 'waitlist', 'proxy']),
      c.oneOf('state', [
        'NOMINATED',
        'INVITED',
        'CONFIRMED',
        'DECLINED',
        'WAITLISTED',
        'OFFERED',
        'EXPIRED',
        'SKIPPED',
        'ATTENDED',
        'NO_SHOW',
        'EXCUSED',
        'COMPLETED',
        'INSUFFICIENT',
        'MAKE_UP',
        'CANCELLED',
      ]),
    ],
    [{ on: ['year', 'lineNo', 'personId'], unique: true, where: alive }, { on: ['trainingId'] }, { on: ['personId'] }],
  ),
  recordedTable(
    'unitDuty',
    [c.ref('unitId', 'orgUnit'), c.text('fromDate'), c.text('toDate'), c.oneOf('half', halves), c.optionalText('note')],
    [{ on: ['unitId'] }],
  ),
]

/** Trainings, their sessions, who attends them, and the days on which units can spare nobody. */
export const delivery = (db: Kysely<unknown>, dialect: Dialect): Promise<void> => createTables(db, dialect, tables)
