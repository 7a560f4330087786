import type { Kysely } from 'kysely'
import { columns as c, localTable, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { addColumns, createTables } from './create-tables.ts'

/** What calendars were told, who sees a programme on the portal, participants' photographs and drafts, further languages of mails. */
export async function reach(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createTables(db, dialect, [
    localTable(
      'calendarEntry',
      [
        c.ref('personId', 'person'),
        c.text('sessionId'),
        c.integer('sequence'),
        c.text('changedAt'),
        c.flag('cancelled'),
        c.text('shown'),
      ],
      [{ on: ['personId', 'sessionId'], unique: true }],
    ),
    recordedTable(
      'programmeViewer',
      [c.ref('delegationId', 'delegation'), c.text('address')],
      [{ on: ['delegationId'] }, { on: ['address'] }],
    ),
    recordedTable(
      'participantPhoto',
      [c.ref('participantId', 'delegationParticipant'), c.optionalText('photoSealed')],
      [{ on: ['participantId'], unique: true }],
    ),
    localTable(
      'linkDraft',
      [c.ref('linkId', 'personalLink'), c.integer('version'), c.text('savedAt'), c.text('draftSealed')],
      [{ on: ['linkId'], unique: true }],
    ),
  ])
  await addColumns(db, 'mail', [c.optionalOneOf('otherLanguage', ['fr', 'ar'])])
}
