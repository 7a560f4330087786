import type { Reader } from '../database/store.ts'
import type { Availability } from './availability.ts'

/** What a trainer has stated, entries that touch the span only, in order. */
export function availabilityOf(db: Reader, trainerId: string, from?: string, to?: string): Promise<Availability[]> {
  let query = db
    .selectFrom('trainerAvailability')
    .select(['id', 'fromDate', 'toDate', 'half', 'kind', 'note'])
    .where('trainerId', '=', trainerId)
    .where('deletedAt', 'is', null)
  if (from !== undefined) query = query.where('toDate', '>=', from)
  if (to !== undefined) query = query.where('fromDate', '<=', to)
  return query.orderBy('fromDate').orderBy('half').execute()
}
