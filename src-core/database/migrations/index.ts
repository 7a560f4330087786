import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { founding } from './001-founding.ts'
import { plan } from './002-plan.ts'
import { certificates } from './003-certificates.ts'
import { delivery } from './004-delivery.ts'
import { delegations } from './005-delegations.ts'
import { certificateDesigns } from './006-certificate-designs.ts'
import { sync } from './007-sync.ts'
import { portal } from './008-portal.ts'
import { join } from './009-join.ts'
import { reservedSeats } from './010-reserved-seats.ts'
import { delegationPapers } from './011-delegation-papers.ts'
import { personalLinks } from './012-personal-links.ts'
import { portalDesk } from './013-portal-desk.ts'
import { reach } from './014-reach.ts'
import { speed } from './015-speed.ts'
import { officers } from './016-officers.ts'
import { visitDrafts } from './017-visit-drafts.ts'

export type SchemaMigration = {
  readonly name: string
  readonly up: (db: Kysely<unknown>, dialect: Dialect) => Promise<void>
}

/**
 * Every change of the schema, in order, additive only. A migration that has shipped never changes: stores out there
 * have run it. The schema snapshot test fails when one does.
 */
export const migrations: readonly SchemaMigration[] = [
  { name: '001-founding', up: founding },
  { name: '002-plan', up: plan },
  { name: '003-certificates', up: certificates },
  { name: '004-delivery', up: delivery },
  { name: '005-delegations', up: delegations },
  { name: '006-certificate-designs', up: certificateDesigns },
  { name: '007-sync', up: sync },
  { name: '008-portal', up: portal },
  { name: '009-join', up: join },
  { name: '010-reserved-seats', up: reservedSeats },
  { name: '011-delegation-papers', up: delegationPapers },
  { name: '012-personal-links', up: personalLinks },
  { name: '013-portal-desk', up: portalDesk },
  { name: '014-reach', up: reach },
  { name: '015-speed', up: speed },
  { name: '016-officers', up: officers },
  { name: '017-visit-drafts', up: visitDrafts },
]

/** The version a store of this program has: how many migrations it has run. */
export const schemaVersion = migrations.length
