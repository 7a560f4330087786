import { sql } from 'kysely'
import type { CycleState, TnaCycleTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Reader } from '../database/store.ts'
import type { CycleCounts } from './cycle.contract.ts'
import { type Cycle, employmentTypes } from './cycle.ts'
import { effectiveOutcome } from './outcome.repository.ts'

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

/** The newest cycle that officers have approved; drafts are nobody's business yet. */
export async function currentCycle(db: Reader): Promise<Cycle | undefined> {
  return (await listCycles(db)).find(({ state }) => state !== 'DRAFT' && state !== 'ARCHIVED')
}

const cyclesWithId = statement((db) => cycles(db).where('id', '=', ''))

export async function cycleById(db: Reader, id: string): Promise<Cycle | undefined> {
  const [row] = await cyclesWithId(db, id)
  return row && toCycle(row)
}

export async function cycleOfYear(db: Reader, year: number): Promise<Cycle | undefined> {
  const row = await cycles(db).where('year', '=', year).executeTakeFirst()
  return row && toCycle(row)
}

/** Cycles that the calendar may move. */
export async function cyclesInStates(db: Reader, states: readonly CycleState[]): Promise<readonly Cycle[]> {
  return (await cycles(db).where('state', 'in', states).orderBy('year').execute()).map(toCycle)
}

/** Active staff by employment type, types without anybody too. */
async function staffByType(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('person')
    .select((build) => ['employmentType', build.fn.countAll<number>().as('active')])
    .where('deletedAt', 'is', null)
    .where('active', '=', 1)
    .groupBy('employmentType')
    .execute()
  return new Map(rows.map((row) => [row.employmentType, Number(row.active)]))
}

/** What stands in a cycle, in numbers. */
export async function countsOf(db: Reader, cycle: Cycle): Promise<CycleCounts> {
  const active = await staffByType(db)
  const staff = employmentTypes.map((type) => ({
    type,
    active: active.get(type) ?? 0,
    eligible: cycle.eligibleTypes.includes(type),
  }))
  const lines = await db
    .selectFrom('needLine')
    .select((build) => [
      build.fn.countAll<number>().as('lines'),
      build.fn.sum<number>(build.case().when('personId', 'is', null).then(1).else(0).end()).as('unitLines'),
      build.fn.sum<number>(build.case().when('topicId', 'is', null).then(1).else(0).end()).as('freeTexts'),
      sql<number>`sum(case when ${effectiveOutcome} = 'OPEN' then 1 else 0 end)`.as('undecided'),
    ])
    .where('cycleId', '=', cycle.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    staff,
    eligible: staff.reduce((sum, { active, eligible }) => sum + (eligible ? active : 0), 0),
    answered: await countAnswered(db, cycle),
    lines: Number(lines.lines),
    unitLines: Number(lines.unitLines ?? 0),
    freeTexts: Number(lines.freeTexts ?? 0),
    undecided: Number(lines.undecided ?? 0),
  }
}

async function countAnswered(db: Reader, cycle: Cycle): Promise<number> {
  const { answered } = await db
    .selectFrom('tnaForm')
    .innerJoin('person', 'person.id', 'tnaForm.personId')
    .select((build) => build.fn.countAll<number>().as('answered'))
    .where('tnaForm.cycleId', '=', cycle.id)
    .where('tnaForm.deletedAt', 'is', null)
    .where('tnaForm.submittedAt', 'is not', null)
    .where('person.deletedAt', 'is', null)
    .where('person.active', '=', 1)
    .where('person.employmentType', 'in', cycle.eligibleTypes)
    .executeTakeFirstOrThrow()
  return Number(answered)
}

/** Whether anything has been entered for a cycle, removed entries too. */
export async function isUsed(db: Reader, cycleId: string): Promise<boolean> {
  const line = await db.selectFrom('needLine').select('id').where('cycleId', '=', cycleId).limit(1).executeTakeFirst()
  const form = await db.selectFrom('tnaForm').select('id').where('cycleId', '=', cycleId).limit(1).executeTakeFirst()
  return line !== undefined || form !== undefined
}
