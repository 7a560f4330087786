import { type Kysely, sql } from 'kysely'
import { columns as c, type Definition, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

const kinds = ['PARTICIPATION', 'SUCCESS', 'DELEGATION', 'PROGRAMME']
const languages = ['tr', 'en', 'both']
const alive = sql<boolean>`"deletedAt" is null`

const tables: readonly Definition[] = [
  recordedTable(
    'certificateGroup',
    [
      c.oneOf('kind', kinds),
      c.oneOf('language', languages),
      c.text('titleTr'),
      c.optionalText('titleEn'),
      c.text('fromDate'),
      c.text('toDate'),
      c.optionalText('place'),
      c.optionalText('placeEn'),
      c.optionalText('partner'),
      c.integer('lessonHoursTenths'),
      c.integer('minAttendancePct'),
      c.flag('testRequired'),
      c.integer('passMark'),
      c.text('signatories'),
      c.optionalText('validUntil'),
      c.oneOf('state', ['DRAFT', 'PROPOSED', 'APPROVED', 'ISSUED']),
      c.optionalText('attendanceBy'),
      c.optionalText('decidedBy'),
      c.optionalText('decidedAt'),
      c.optionalText('decisionReason'),
      c.text('searchKey'),
      c.text('sortKey'),
    ],
    [{ on: ['state'] }, { on: ['sortKey'] }],
  ),
  recordedTable(
    'certificateHolder',
    [
      c.ref('groupId', 'certificateGroup'),
      c.optionalRef('personId', 'person'),
      c.integer('seatNo'),
      c.text('name'),
      c.optionalText('institution'),
      c.optionalText('country'),
      c.optionalInteger('attendedTenths'),
      c.optionalInteger('testScore'),
      c.oneOf('state', ['DRAFT', 'PROPOSED', 'APPROVED', 'ISSUED']),
      c.text('searchKey'),
      c.text('sortKey'),
    ],
    [{ on: ['groupId', 'seatNo'] }, { on: ['personId'] }],
  ),
  recordedTable(
    'certificateTemplate',
    [
      c.oneOf('kind', kinds),
      c.oneOf('language', languages),
      c.integer('version'),
      c.text('layout'),
      c.oneOf('state', ['ACTIVE', 'RETIRED']),
    ],
    [
      { on: ['kind', 'language'], unique: true, where: sql<boolean>`"deletedAt" is null and "state" = 'ACTIVE'` },
      { on: ['kind', 'language', 'version'], unique: true },
    ],
  ),
  recordedTable('signingKey', [
    c.text('publicKey'),
    c.oneOf('state', ['ACTIVE', 'RETIRED']),
    c.optionalText('endedAt'),
    c.optionalText('endReason'),
  ]),
  recordedTable(
    'certificateBlock',
    [
      c.oneOf('kind', kinds),
      c.integer('year'),
      c.text('storeId'),
      c.integer('fromNo'),
      c.integer('toNo'),
      c.integer('nextNo'),
      c.oneOf('state', ['ACTIVE', 'RETIRED']),
      c.optionalText('endReason'),
    ],
    [{ on: ['kind', 'year', 'fromNo'], unique: true, where: alive }],
  ),
  recordedTable(
    'certificate',
    [
      c.ref('groupId', 'certificateGroup'),
      c.ref('holderId', 'certificateHolder'),
      c.oneOf('kind', kinds),
      c.integer('year'),
      c.integer('number'),
      c.text('serial'),
      c.text('code'),
      c.text('name'),
      c.optionalText('institution'),
      c.text('titleTr'),
      c.optionalText('titleEn'),
      c.integer('lessonHoursTenths'),
      c.ref('templateId', 'certificateTemplate'),
      c.text('holderSnapshot'),
      c.text('trainingSnapshot'),
      c.text('issuedAt'),
      c.text('issuedBy'),
      c.optionalText('validUntil'),
      c.text('pdfHash'),
      c.text('signature'),
      c.ref('keyId', 'signingKey'),
      c.oneOf('state', ['ISSUED', 'PRINTED', 'HANDED_OVER', 'CORRECTED', 'REVOKED', 'VOIDED', 'RENEWED']),
      c.integer('copies'),
      c.optionalRef('replacesId', 'certificate'),
      c.optionalText('replacedById'),
      c.optionalText('endedAt'),
      c.optionalText('endReason'),
      c.text('searchKey'),
      c.text('sortKey'),
    ],
    [
      { on: ['serial'], unique: true },
      { on: ['code'], unique: true },
      { on: ['groupId'] },
      { on: ['holderId'] },
      { on: ['sortKey'] },
      { on: ['pdfHash'] },
    ],
  ),
  recordedTable(
    'certificateEvent',
    [
      c.ref('certificateId', 'certificate'),
      c.oneOf('event', ['DUPLICATE', 'PRINTED', 'SPOILED', 'HANDED_OVER', 'CORRECTED', 'REVOKED', 'VOIDED', 'RENEWED']),
      c.optionalInteger('copyNo'),
      c.optionalText('reason'),
      c.optionalText('requestedBy'),
      c.optionalText('pdfHash'),
    ],
    [{ on: ['certificateId'] }, { on: ['pdfHash'] }],
  ),
  recordedTable(
    'certificatePrint',
    [c.ref('groupId', 'certificateGroup'), c.oneOf('pageOrder', ['seat', 'name']), c.integer('pages')],
    [{ on: ['groupId'] }],
  ),
  recordedTable(
    'certificatePage',
    [
      c.ref('printId', 'certificatePrint'),
      c.ref('certificateId', 'certificate'),
      c.integer('page'),
      c.oneOf('state', ['WAITING', 'PRINTED', 'SPOILED']),
    ],
    [{ on: ['printId', 'page'], unique: true }, { on: ['certificateId'] }],
  ),
]

/** Certificates: groups and their holders, templates, keys, number blocks, the register, printing. */
export const certificates = (db: Kysely<unknown>, dialect: Dialect): Promise<void> => createTables(db, dialect, tables)
