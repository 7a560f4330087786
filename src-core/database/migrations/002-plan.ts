import { type Kysely, sql } from 'kysely'
import { columns as c, type Definition, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

const alive = sql<boolean>`"deletedAt" is null`

const levels = ['HALF_DAY', 'ONE_DAY', 'TWO_DAY', 'OPEN', 'CERTIFIED_COURSE', 'EXECUTIVE', 'E_TRAINING']

const tables: readonly Definition[] = [
  recordedTable(
    'annualPlan',
    [
      c.integer('year'),
      c.integer('revision'),
      c.text('name'),
      c.oneOf('state', [
        'DRAFT',
        'UNDER_REVIEW',
        'SUBMITTED',
        'APPROVED',
        'PUBLISHED',
        'REVISING',
        'SUPERSEDED',
        'CLOSED',
      ]),
      c.optionalRef('cycleId', 'tnaCycle'),
      c.optionalRef('basedOnId', 'annualPlan'),
      c.optionalText('changeReason'),
      c.optionalText('returnReason'),
      c.optionalText('approvedNo'),
      c.optionalText('approvedOn'),
      c.text('approvers'),
      c.optionalText('snapshotHash'),
      c.optionalText('submittedAt'),
      c.optionalText('publishedAt'),
    ],
    [{ on: ['year', 'revision'], unique: true, where: alive }],
  ),
  recordedTable(
    'planLine',
    [
      c.ref('planId', 'annualPlan'),
      c.integer('lineNo'),
      c.optionalRef('topicId', 'topic'),
      c.optionalText('freeTextKey'),
      c.text('name'),
      c.oneOf('level', levels),
      c.oneOf('source', ['TNA', 'legal', 'management', 'carryOver', 'union', 'delegation', 'lastYear']),
      c.optionalRef('unitId', 'orgUnit'),
      c.integer('groups'),
      c.integer('groupSize'),
      c.integer('personsPlanned'),
      c.integer('lessonHoursTenths'),
      c.integer('trainerDaysTenths'),
      c.optionalInteger('quarter'),
      c.optionalInteger('month'),
      c.optionalRef('providerId', 'provider'),
      c.optionalRef('trainerId', 'trainer'),
      c.optionalText('permissionNo'),
      c.oneOf('mode', ['classroom', 'onlineLive', 'eTraining', 'field', 'blended']),
      c.text('responsible'),
      c.optionalInteger('scoreTenths'),
      c.oneOf('state', ['PROPOSED', 'APPROVED', 'SCHEDULED', 'RUNNING', 'DONE', 'MOVED', 'CANCELLED', 'CARRIED_OVER']),
      c.optionalRef('changeOfId', 'planLine'),
      c.optionalText('changeReason'),
      c.optionalText('stateReason'),
      c.optionalText('note'),
      c.text('searchKey'),
      c.text('sortKey'),
    ],
    [
      { on: ['planId', 'lineNo'], unique: true, where: alive },
      { on: ['topicId'] },
      { on: ['freeTextKey'] },
      { on: ['changeOfId'] },
    ],
  ),
  recordedTable(
    'planCost',
    [
      c.ref('planLineId', 'planLine'),
      c.oneOf('type', [
        'fee',
        'trainer',
        'room',
        'material',
        'travel',
        'lodging',
        'meal',
        'interpreter',
        'print',
        'other',
      ]),
      c.integer('plannedMinor'),
      c.integer('committedMinor'),
      c.integer('actualMinor'),
      c.flag('includesLodgingMeals'),
      c.optionalText('documentNo'),
    ],
    [{ on: ['planLineId', 'type'], unique: true, where: alive }],
  ),
  recordedTable(
    'budgetCeiling',
    [
      c.integer('year'),
      c.optionalRef('unitId', 'orgUnit'),
      c.integer('amountLira'),
      c.oneOf('mode', ['BLOCK', 'WARN']),
    ],
    [{ on: ['year'] }],
  ),
  recordedTable(
    'planComment',
    [
      c.ref('planId', 'annualPlan'),
      c.optionalRef('planLineId', 'planLine'),
      c.optionalRef('unitId', 'orgUnit'),
      c.text('text'),
      c.optionalText('answer'),
      c.optionalText('answeredAt'),
    ],
    [{ on: ['planId'] }],
  ),
  recordedTable(
    'planNotice',
    [
      c.ref('planId', 'annualPlan'),
      c.optionalRef('personId', 'person'),
      c.ref('unitId', 'orgUnit'),
      c.ref('needLineId', 'needLine'),
      c.optionalRef('planLineId', 'planLine'),
      c.oneOf('outcome', ['OPEN', 'PLANNED', 'DEFERRED', 'COVERED_BY_ETRAINING', 'ALREADY_TAKEN', 'REJECTED']),
      c.text('title'),
      c.optionalInteger('quarter'),
      c.optionalInteger('month'),
      c.optionalText('reason'),
    ],
    [{ on: ['planId', 'needLineId'] }, { on: ['personId'] }, { on: ['planLineId'] }],
  ),
]

/** The annual plan: its revisions and lines, costs and ceilings, comments, and what each person sees of it. */
export const plan = (db: Kysely<unknown>, dialect: Dialect): Promise<void> => createTables(db, dialect, tables)
