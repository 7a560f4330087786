import type { TnaCycleTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Cycle } from './cycle.ts'

export const toCycle = (row: TnaCycleTable): Cycle => ({
  id: row.id,
  year: row.year,
  name: row.name,
  opensAt: row.opensAt,
  closesAt: row.closesAt,
  eligibleTypes: JSON.parse(row.eligibleTypes),
  maxLinesPerPerson: row.maxLinesPerPerson,
  weights: JSON.parse(row.weights),
  state: row.state,
  extensionReason: row.extensionReason,
  frozenHash: row.frozenHash,
  frozenAt: row.frozenAt,
  rowVersion: row.rowVersion,
})

const cycles = (db: Reader) => db.selectFrom('tnaCycle').selectAll().where('deletedAt', 'is', null)

export async function listCycles(db: Reader): Promise<readonly Cycle[]> {
  return (await cycles(db).orderBy('year', 'desc').execute()).map(toCycle)
}

export async function cycleById(db: Reader, id: string): Promise<Cycle | undefined> {
  const row = await cycles(db).where('id', '=', id).executeTakeFirst()
  return row && toCycle(row)
}

export async function cycleOfYear(db: Reader, year: number): Promise<Cycle | undefined> {
  const row = await cycles(db).where('year', '=', year).executeTakeFirst()
  return row && toCycle(row)
}
