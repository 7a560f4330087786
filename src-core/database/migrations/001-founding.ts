import { type Kysely, sql } from 'kysely'
import { columns as c, type Definition, localTable, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

const halves = ['none', 'am', 'pm']
const alive = sql<boolean>`"deletedAt" is null`

const named = [c.text('searchKey'), c.text('sortKey')]

const access: readonly Definition[] = [
  recordedTable('setting', [c.text('key'), c.text('value')], [{ on: ['key'], unique: true, where: alive }]),
  recordedTable(
    'account',
    [
      c.text('userName'),
      c.text('userNameKey'),
      c.text('displayName'),
      c.text('roles'),
      c.flag('active'),
      c.oneOf('language', ['tr', 'en']),
    ],
    [{ on: ['userNameKey'], unique: true, where: alive }],
  ),
  localTable('accountSecret', [
    (table) => table.addColumn('accountId', 'text', (column) => column.primaryKey().notNull().references('account.id')),
    c.text('passwordHash'),
    c.text('changedAt'),
    c.flag('mustChange'),
    c.integer('failures'),
    c.optionalText('lockedUntil'),
    c.optionalText('signedInAt'),
  ]),
  localTable('officerSession', [
    (table) => table.addColumn('tokenHash', 'text', (column) => column.primaryKey().notNull()),
    c.ref('accountId', 'account'),
    c.text('startedAt'),
    c.text('lastSeenAt'),
    c.optionalText('lockedAt'),
  ]),
]

const people: readonly Definition[] = [
  recordedTable(
    'title',
    [
      c.text('code'),
      c.text('name'),
      c.optionalText('nameEn'),
      c.optionalText('staffStatus'),
      c.optionalText('serviceClass'),
      c.optionalText('level'),
      c.flag('active'),
      ...named,
    ],
    [{ on: ['code'], unique: true, where: alive }, { on: ['sortKey'] }],
  ),
  recordedTable(
    'orgUnit',
    [
      c.text('code'),
      c.text('name'),
      c.optionalText('nameEn'),
      c.oneOf('kind', [
        'municipality',
        'generalSecretariat',
        'department',
        'directorate',
        'branch',
        'board',
        'affiliate',
        'subsidiary',
      ]),
      c.optionalRef('parentId', 'orgUnit'),
      c.optionalText('managerId'),
      c.optionalText('coordinatorId'),
      c.optionalText('costCentre'),
      c.text('aliases'),
      c.flag('active'),
      c.optionalText('validFrom'),
      c.optionalText('validTo'),
      ...named,
    ],
    [{ on: ['code'], unique: true, where: alive }, { on: ['parentId'] }, { on: ['sortKey'] }],
  ),
  recordedTable(
    'person',
    [
      c.text('registryNo'),
      c.text('givenNames'),
      c.text('surname'),
      c.oneOf('employmentType', ['OFFICER', 'CONTRACTED', 'WORKER', 'COMPANY', 'CANDIDATE_OFFICER']),
      c.ref('unitId', 'orgUnit'),
      c.optionalRef('titleId', 'title'),
      c.optionalText('position'),
      c.optionalOneOf('gender', ['F', 'M']),
      c.optionalText('educationLevel'),
      c.optionalText('hireDate'),
      c.optionalText('email'),
      c.optionalText('phone'),
      c.optionalText('managerOverrideId'),
      c.optionalText('nationalIdSealed'),
      c.optionalText('disabilitySupportSealed'),
      c.flag('active'),
      c.optionalText('leaveDate'),
      c.optionalText('lastImportId'),
      ...named,
    ],
    [
      { on: ['employmentType', 'registryNo'], unique: true, where: alive },
      { on: ['registryNo'] },
      { on: ['unitId', 'sortKey'] },
      { on: ['sortKey'] },
    ],
  ),
]

const courses: readonly Definition[] = [
  recordedTable(
    'provider',
    [
      c.text('name'),
      c.oneOf('kind', ['university', 'affiliate', 'union', 'association', 'foundation', 'company', 'ministry']),
      c.flag('permissionRequired'),
      c.text('contacts'),
      c.flag('active'),
      ...named,
    ],
    [{ on: ['sortKey'] }],
  ),
  recordedTable(
    'topic',
    [
      c.text('code'),
      c.text('name'),
      c.optionalText('nameEn'),
      c.text('category'),
      c.oneOf('level', ['HALF_DAY', 'ONE_DAY', 'TWO_DAY', 'OPEN', 'CERTIFIED_COURSE', 'EXECUTIVE', 'E_TRAINING']),
      c.integer('lessonHoursTenths'),
      c.integer('lessonMinutes'),
      c.text('objectives'),
      c.text('prerequisites'),
      c.optionalText('targetGroups'),
      c.optionalInteger('repeatMonths'),
      c.optionalText('legalBasis'),
      c.optionalRef('defaultProviderId', 'provider'),
      c.oneOf('defaultCertificateKind', ['NONE', 'PARTICIPATION', 'SUCCESS']),
      c.text('behaviours'),
      c.oneOf('state', ['ACTIVE', 'PROPOSED', 'RETIRED']),
      c.optionalRef('supersededById', 'topic'),
      ...named,
    ],
    [{ on: ['code'], unique: true, where: alive }, { on: ['sortKey'] }],
  ),
  recordedTable(
    'topicAlias',
    [c.ref('topicId', 'topic'), c.text('text'), c.text('textKey'), c.oneOf('source', ['officer', 'merge', 'import'])],
    [{ on: ['textKey'], unique: true, where: alive }, { on: ['topicId'] }],
  ),
  recordedTable(
    'trainer',
    [
      c.optionalRef('personId', 'person'),
      c.text('name'),
      c.optionalText('institution'),
      c.oneOf('kind', ['internal', 'university', 'freelance', 'firm']),
      c.optionalText('email'),
      c.optionalText('phone'),
      c.text('languages'),
      c.optionalInteger('dailyFeeMinor'),
      c.optionalInteger('rating'),
      c.optionalText('identitySealed'),
      c.optionalText('ibanSealed'),
      c.flag('active'),
      ...named,
    ],
    [{ on: ['sortKey'] }],
  ),
  recordedTable(
    'trainerTopic',
    [c.ref('trainerId', 'trainer'), c.ref('topicId', 'topic')],
    [{ on: ['trainerId', 'topicId'], unique: true, where: alive }, { on: ['topicId'] }],
  ),
  recordedTable(
    'trainerAvailability',
    [
      c.ref('trainerId', 'trainer'),
      c.text('fromDate'),
      c.text('toDate'),
      c.oneOf('half', halves),
      c.oneOf('kind', ['available', 'unavailable']),
      c.optionalText('note'),
    ],
    [{ on: ['trainerId', 'fromDate'] }],
  ),
  recordedTable(
    'room',
    [
      c.text('code'),
      c.text('name'),
      c.text('venue'),
      c.optionalText('address'),
      c.integer('capacity'),
      c.optionalText('layout'),
      c.text('equipment'),
      c.flag('accessible'),
      c.optionalRef('unitId', 'orgUnit'),
      c.integer('bookableFrom'),
      c.integer('bookableTo'),
      c.flag('active'),
      ...named,
    ],
    [{ on: ['code'], unique: true, where: alive }, { on: ['sortKey'] }],
  ),
  recordedTable(
    'holiday',
    [
      c.text('date'),
      c.text('name'),
      c.optionalText('nameEn'),
      c.oneOf('kind', ['public', 'religious', 'administrativeLeave', 'institution']),
      c.oneOf('half', halves),
      c.flag('announced'),
      ...named,
    ],
    [{ on: ['date'] }],
  ),
  recordedTable(
    'completedTraining',
    [
      c.ref('personId', 'person'),
      c.optionalRef('topicId', 'topic'),
      c.text('name'),
      c.text('nameKey'),
      c.optionalText('provider'),
      c.text('completedOn'),
      c.optionalInteger('lessonHoursTenths'),
      c.optionalText('certificateNo'),
    ],
    [{ on: ['personId', 'topicId'] }, { on: ['topicId', 'completedOn'] }],
  ),
]

const imports: readonly Definition[] = [
  recordedTable(
    'importBatch',
    [
      c.text('kind'),
      c.text('fileHash'),
      c.text('fileName'),
      c.optionalText('sender'),
      c.optionalText('cycleId'),
      c.oneOf('state', ['UPLOADED', 'MAPPED', 'CHECKED', 'COMMITTED', 'UNDONE', 'PARTLY_UNDONE']),
      c.text('mapping'),
      c.text('report'),
      c.text('commandId'),
      c.optionalText('undoCommandId'),
    ],
    [{ on: ['kind', 'fileHash'] }],
  ),
  recordedTable(
    'importMapping',
    [c.text('kind'), c.text('sender'), c.text('fingerprint'), c.text('mapping')],
    [{ on: ['kind', 'fingerprint'] }],
  ),
]

const needs: readonly Definition[] = [
  recordedTable(
    'tnaCycle',
    [
      c.integer('year'),
      c.text('name'),
      c.text('opensAt'),
      c.text('closesAt'),
      c.text('eligibleTypes'),
      c.integer('maxLinesPerPerson'),
      c.text('weights'),
      c.oneOf('state', ['DRAFT', 'READY', 'OPEN', 'EXTENDED', 'CLOSED', 'FROZEN', 'CONSOLIDATED', 'ARCHIVED']),
      c.optionalText('extensionReason'),
      c.optionalText('frozenHash'),
      c.optionalText('frozenAt'),
    ],
    [{ on: ['year'], unique: true, where: alive }],
  ),
  recordedTable(
    'tnaForm',
    [
      c.ref('cycleId', 'tnaCycle'),
      c.ref('personId', 'person'),
      c.oneOf('state', ['EMPTY', 'DRAFT', 'SUBMITTED', 'MANAGER_APPROVED', 'RETURNED', 'LOCKED', 'LOCKED_UNREVIEWED']),
      c.optionalText('submittedAt'),
      c.oneOf('source', ['portal', 'proxy', 'excel', 'paper']),
      c.optionalText('sourceRef'),
      c.optionalText('note'),
    ],
    [{ on: ['cycleId', 'personId'], unique: true, where: alive }],
  ),
  recordedTable(
    'demandGroup',
    [
      c.ref('cycleId', 'tnaCycle'),
      c.optionalRef('topicId', 'topic'),
      c.optionalText('freeText'),
      c.optionalText('freeTextKey'),
      c.integer('persons'),
      c.integer('unitsCount'),
      c.integer('scoreTenths'),
      c.text('scoreParts'),
      c.optionalInteger('groupSize'),
      c.optionalInteger('groupMinimum'),
      c.optionalInteger('neededGroups'),
      c.oneOf('decision', ['UNDECIDED', 'PLAN', 'DEFER', 'REJECT', 'E_TRAINING']),
      c.optionalText('decisionReason'),
      c.optionalText('decisionNote'),
      c.optionalText('decidedBy'),
      c.optionalText('decidedAt'),
    ],
    [{ on: ['cycleId', 'scoreTenths'] }, { on: ['cycleId', 'topicId'] }],
  ),
  recordedTable(
    'needLine',
    [
      c.ref('cycleId', 'tnaCycle'),
      c.optionalRef('formId', 'tnaForm'),
      c.optionalRef('personId', 'person'),
      c.ref('unitId', 'orgUnit'),
      c.integer('headcount'),
      c.oneOf('kind', ['topic', 'freeText', 'externalEvent']),
      c.optionalRef('topicId', 'topic'),
      c.optionalText('freeText'),
      c.optionalText('freeTextKey'),
      c.optionalOneOf('reason', [
        'legal',
        'newDuty',
        'performanceGap',
        'technology',
        'personalDevelopment',
        'strategicGoal',
      ]),
      c.optionalInteger('selfLevel'),
      c.optionalInteger('targetLevel'),
      c.optionalInteger('urgency'),
      c.optionalInteger('preferredQuarter'),
      c.optionalInteger('managerPriority'),
      c.oneOf('managerState', ['WAITING', 'APPROVED', 'REJECTED', 'CHANGED']),
      c.optionalText('managerReason'),
      c.optionalText('note'),
      c.optionalText('names'),
      c.optionalRef('demandGroupId', 'demandGroup'),
      c.oneOf('outcome', ['OPEN', 'PLANNED', 'DEFERRED', 'COVERED_BY_ETRAINING', 'ALREADY_TAKEN', 'REJECTED']),
      c.optionalText('outcomeReason'),
      c.optionalText('carriedFromId'),
      c.text('sources'),
      c.optionalText('importId'),
    ],
    [
      { on: ['cycleId', 'personId', 'topicId'] },
      { on: ['cycleId', 'unitId'] },
      { on: ['cycleId', 'topicId'] },
      { on: ['demandGroupId'] },
      { on: ['importId'] },
    ],
  ),
  recordedTable('merge', [
    c.ref('cycleId', 'tnaCycle'),
    c.ref('topicId', 'topic'),
    c.optionalText('undoneAt'),
    c.integer('lineCount'),
    c.text('texts'),
    c.text('aliasIds'),
  ]),
  recordedTable(
    'mergeLine',
    [c.ref('mergeId', 'merge'), c.ref('lineId', 'needLine'), c.text('before'), c.text('after')],
    [{ on: ['mergeId'] }, { on: ['lineId'] }],
  ),
]

const house: readonly Definition[] = [
  localTable(
    'commandChange',
    [
      c.text('commandId'),
      c.text('tableName'),
      c.text('rowId'),
      c.optionalText('lastRowId'),
      c.oneOf('kind', ['insert', 'update', 'delete']),
      c.integer('count'),
      c.optionalText('before'),
      c.optionalText('after'),
      c.integer('rowVersion'),
    ],
    [{ on: ['commandId'] }, { on: ['tableName', 'kind', 'rowId'] }],
  ),
  localTable('tableSum', [
    (table) => table.addColumn('tableName', 'text', (column) => column.primaryKey().notNull()),
    c.integer('count'),
    c.text('sum'),
  ]),
  localTable('storeInfo', [
    (table) => table.addColumn('key', 'text', (column) => column.primaryKey().notNull()),
    c.text('value'),
  ]),
]

/** The first schema: access, people, courses, imports, needs, and the log that every command writes. */
export async function founding(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createTables(db, dialect, [...access, ...people, ...courses, ...imports, ...needs])
  const sequence =
    dialect === 'sqlite'
      ? sql`integer not null primary key autoincrement`
      : sql`integer generated always as identity primary key`
  const strict = dialect === 'sqlite' ? sql`strict` : sql``
  await sql`create table "commandLog" (
    "seq" ${sequence}, "commandId" text not null unique, "operation" text not null, "contractVersion" integer not null,
    "input" text not null, "actorId" text not null, "actorName" text not null, "source" text not null, "at" text not null,
    "outcome" text not null check ("outcome" in ('done', 'refused')), "refusal" text, "sums" text not null,
    "changesHash" text not null, "previousHash" text not null, "hash" text not null) ${strict}`.execute(db)
  await sql`create index "commandLog_operation" on "commandLog" ("operation")`.execute(db)
  await sql`create table "outbox" (
    "seq" ${sequence}, "commandId" text not null unique, "baseVersions" text not null,
    "state" text not null check ("state" in ('waiting', 'sent', 'confirmed', 'rejected'))) ${strict}`.execute(db)
  await createTables(
    db,
    dialect,
    house.map((table) => (table.name === 'commandChange' ? withSequence(table, dialect) : table)),
  )
}

/** `seq` numbers the changes of all commands in the order they were made. */
function withSequence(table: Definition, dialect: Dialect): Definition {
  return {
    ...table,
    columns: [
      (builder) =>
        dialect === 'sqlite'
          ? builder.addColumn('seq', 'integer', (column) => column.primaryKey().notNull().autoIncrement())
          : builder.addColumn('seq', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity()),
      ...table.columns,
    ],
  }
}
