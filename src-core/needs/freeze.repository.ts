import type { FormState } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { type FrozenNeed, frozenFields } from './freeze.ts'

const pageSize = 5000

async function countNeeds(db: Reader, cycleId: string): Promise<number> {
  const { needs } = await db
    .selectFrom('needLine')
    .select((build) => build.fn.countAll<number>().as('needs'))
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(needs)
}

/** Every need of a cycle in the order of ids. `seen` hears how many of all have been read. */
export async function needsOf(
  db: Reader,
  cycleId: string,
  seen: (done: number, total: number) => void,
): Promise<FrozenNeed[]> {
  const total = await countNeeds(db, cycleId)
  const needs: FrozenNeed[] = []
  let after = ''
  for (;;) {
    const page = await db
      .selectFrom('needLine')
      .select(frozenFields)
      .where('cycleId', '=', cycleId)
      .where('deletedAt', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute()
    needs.push(...page)
    seen(needs.length, total)
    const last = page.at(-1)
    if (!last || page.length < pageSize) return needs
    after = last.id
  }
}

/** What the academy does on purpose with a topic that was asked for: it becomes part of another, and back. */
const consolidating = ['courses.mergeTopics', 'courses.undoTopicMerge']

/** What the catalogue has changed of the needs since an instant: by id, the values from before its first change. */
export async function beforeConsolidation(
  db: Reader,
  since: string,
): Promise<ReadonlyMap<string, Partial<FrozenNeed>>> {
  const changes = await db
    .selectFrom('commandChange')
    .innerJoin('commandLog', 'commandLog.commandId', 'commandChange.commandId')
    .select(['commandChange.rowId', 'commandChange.before'])
    .where('commandLog.operation', 'in', consolidating)
    .where('commandLog.at', '>=', since)
    .where('commandChange.tableName', '=', 'needLine')
    .where('commandChange.kind', '=', 'update')
    .orderBy('commandChange.seq', 'desc')
    .execute()
  const before = new Map<string, Partial<FrozenNeed>>()
  for (const change of changes) {
    // Latest first, so that what stood before the first change is what remains.
    before.set(change.rowId, { ...before.get(change.rowId), ...(JSON.parse(change.before ?? '{}') as object) })
  }
  return before
}

/** Forms of a cycle by state. */
export const formStates = (db: Reader, cycleId: string): Promise<readonly { id: string; state: FormState }[]> =>
  db
    .selectFrom('tnaForm')
    .select(['id', 'state'])
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()

/** Whose need each of these lines is: the person's or the unit's name, also of removed lines. */
export async function ownersOf(db: Reader, lineIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (lineIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('needLine')
    .leftJoin('person', 'person.id', 'needLine.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'needLine.unitId')
    .select(['needLine.id', 'person.givenNames', 'person.surname', 'orgUnit.name as unitName'])
    .where('needLine.id', 'in', lineIds)
    .execute()
  return new Map(rows.map((row) => [row.id, row.surname === null ? row.unitName : `${row.givenNames} ${row.surname}`]))
}
