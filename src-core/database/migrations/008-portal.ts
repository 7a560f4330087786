import { type Kysely, sql } from 'kysely'
import { columns as c, type Definition, localTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

const key =
  (name: string): Definition['columns'][number] =>
  (table) =>
    table.addColumn(name, 'text', (column) => column.primaryKey().notNull())

const audiences = ['STAFF', 'PUBLIC_BODY', 'CITIZEN']
const dated = [c.text('createdAt'), c.text('updatedAt')]

const accounts: readonly Definition[] = [
  localTable(
    'portalUser',
    [
      key('id'),
      c.text('name'),
      c.text('email'),
      c.flag('emailVerified'),
      c.flag('twoFactorEnabled'),
      c.optionalText('image'),
      ...dated,
      c.oneOf('audience', audiences),
      c.optionalRef('personId', 'person'),
      c.optionalText('institution'),
      c.oneOf('language', ['tr', 'en']),
      c.oneOf('state', ['PENDING', 'ACTIVE', 'LOCKED']),
      c.text('duties'),
      c.optionalText('noticeVersion'),
      c.optionalText('noticeAt'),
      c.optionalText('lastSignInAt'),
    ],
    [
      { on: ['email'], unique: true },
      { on: ['personId'], unique: true, where: sql<boolean>`"personId" is not null` },
    ],
  ),
  localTable(
    'portalSession',
    [
      key('id'),
      c.ref('userId', 'portalUser'),
      c.text('token'),
      c.text('expiresAt'),
      ...dated,
      c.optionalText('ipAddress'),
      c.optionalText('userAgent'),
    ],
    [{ on: ['token'], unique: true }, { on: ['userId'] }],
  ),
  localTable(
    'portalCredential',
    [
      key('id'),
      c.ref('userId', 'portalUser'),
      c.text('accountId'),
      c.text('providerId'),
      c.optionalText('password'),
      c.optionalText('accessToken'),
      c.optionalText('refreshToken'),
      c.optionalText('idToken'),
      c.optionalText('accessTokenExpiresAt'),
      c.optionalText('refreshTokenExpiresAt'),
      c.optionalText('scope'),
      ...dated,
    ],
    [{ on: ['userId'] }],
  ),
  localTable(
    'portalVerification',
    [key('id'), c.text('identifier'), c.text('value'), c.text('expiresAt'), ...dated],
    [{ on: ['identifier'] }],
  ),
  localTable(
    'portalSecondFactor',
    [
      key('id'),
      c.ref('userId', 'portalUser'),
      c.text('secret'),
      c.text('backupCodes'),
      c.optionalInteger('verified'),
      c.optionalInteger('failedVerificationCount'),
      c.optionalText('lockedUntil'),
    ],
    [{ on: ['userId'] }],
  ),
  localTable('portalThrottle', [key('key'), c.text('windowEndsAt'), c.integer('tries')]),
]

const mail = localTable(
  'mail',
  [
    key('id'),
    c.text('code'),
    // The database itself refuses a process mail to anybody but staff (product: R7).
    (table) =>
      table.addColumn('kind', 'text', (column) =>
        column
          .notNull()
          .check(
            sql`"kind" in ('account', 'process', 'correspondence') and ("kind" <> 'process' or "audience" = 'STAFF')`,
          ),
      ),
    c.oneOf('audience', audiences),
    c.text('recipient'),
    c.oneOf('language', ['tr', 'en']),
    c.text('data'),
    c.oneOf('state', ['QUEUED', 'DRAFT', 'SENT', 'FAILED', 'GIVEN_UP']),
    c.integer('attempts'),
    c.text('nextAt'),
    c.optionalText('heldUntil'),
    c.optionalText('problem'),
    c.text('dedupeKey'),
    c.text('createdAt'),
    c.optionalText('sentAt'),
  ],
  [{ on: ['dedupeKey'], unique: true }, { on: ['state', 'nextAt'] }],
)

const needDraft = localTable(
  'needDraft',
  [c.ref('cycleId', 'tnaCycle'), c.ref('personId', 'person'), c.text('lines'), c.integer('version'), c.text('savedAt')],
  [{ on: ['cycleId', 'personId'], unique: true }],
)

const certificateCheck = localTable(
  'certificateCheck',
  [c.ref('certificateId', 'certificate'), c.text('day'), c.integer('checks')],
  [{ on: ['certificateId', 'day'], unique: true }],
)

/**
 * The portal: accounts and their sessions, mails on their way, forms that are being filled in, how often certificates
 * were looked up. None of it leaves the portal.
 */
export const portal = (db: Kysely<unknown>, dialect: Dialect): Promise<void> =>
  createTables(db, dialect, [...accounts, mail, needDraft, certificateCheck])
