import type { BudgetCeilingTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

export const ceilingsOf = (db: Reader, year: number): Promise<BudgetCeilingTable[]> =>
  db
    .selectFrom('budgetCeiling')
    .selectAll()
    .where('year', '=', year)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()
