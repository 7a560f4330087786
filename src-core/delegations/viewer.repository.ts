import type { DelegationTable, ProgrammeViewerTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** Who sees a delegation's programme on the portal. */
export const viewersOf = (db: Reader, delegationId: string): Promise<ProgrammeViewerTable[]> =>
  db
    .selectFrom('programmeViewer')
    .selectAll()
    .where('delegationId', '=', delegationId)
    .where('deletedAt', 'is', null)
    .orderBy('address')
    .execute()

/** Who saw the programmes of visits that ended before a day. */
export const viewersUntil = (db: Reader, day: string): Promise<ProgrammeViewerTable[]> =>
  db
    .selectFrom('programmeViewer')
    .innerJoin('delegation', 'delegation.id', 'programmeViewer.delegationId')
    .selectAll('programmeViewer')
    .where('delegation.toDate', '<', day)
    .where('programmeViewer.deletedAt', 'is', null)
    .orderBy('programmeViewer.id')
    .execute()

/** Delegations whose programme somebody with one of these names sees, the latest first. */
export const filesShownTo = (db: Reader, names: readonly string[]): Promise<DelegationTable[]> =>
  db
    .selectFrom('delegation')
    .selectAll()
    .where('deletedAt', 'is', null)
    .where('id', 'in', (shown) =>
      shown
        .selectFrom('programmeViewer')
        .select('delegationId')
        .where('address', 'in', names)
        .where('deletedAt', 'is', null),
    )
    .orderBy('fromDate', 'desc')
    .orderBy('id')
    .execute()
