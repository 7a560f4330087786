import type { CommandCall } from '../database/dispatcher.ts'
import type { NeedLineTable } from '../database/schema.ts'
import type { Patch } from '../database/writer.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import type { InputOf } from '../kernel/operation.ts'
import type { collectContract } from './collect.contract.ts'
import { emptyLine, resolveWanted } from './form.handlers.ts'
import { linesOf } from './form.repository.ts'
import { wantedColumns, wantedKey } from './need.rules.ts'
import type { NeedSource } from './need.ts'
import * as units from './unit-need.repository.ts'

type Call = Pick<CommandCall<unknown>, 'db' | 'write'>

type NewNeed = InputOf<typeof collectContract.addUnitNeed>['fields']

type Correction = Pick<InputOf<typeof collectContract.changeNeed>, 'rowVersion' | 'fields'>

/** Writes what a unit needs by head-count; refused where the unit asks for the same thing already. Whether needs may be entered now has been asked. */
export async function enterUnitNeed({ db, write }: Call, cycleId: string, fields: NewNeed, source: NeedSource) {
  const { unitId, headcount, topicId, freeText, ...details } = fields
  const unit = found(await units.unitOf(db, unitId), 'orgUnit', unitId)
  if (!unit.active) breaksRule('unitInactive', { name: unit.name })
  const wish = await resolveWanted(db, { topicId, freeText })
  const same = (await units.linesOfUnit(db, cycleId, unitId)).find((line) => wantedKey(line) === wantedKey(wish))
  if (same) breaksRule('unitNeedExists', { unit: unit.name, headcount: same.headcount })
  const id = await write.insert('needLine', {
    ...emptyLine,
    cycleId,
    formId: null,
    personId: null,
    unitId,
    headcount,
    ...wantedColumns(wish),
    ...details,
    sources: JSON.stringify([source]),
  })
  return { id }
}

/** Corrects a need; what is asked for stays alone in the cycle. */
export async function correctNeed(call: Call, line: NeedLineTable, { rowVersion, fields }: Correction) {
  const { topicId, freeText, headcount, names, ...details } = fields
  const patch: Patch<'needLine'>['patch'] = { ...details }
  if (line.personId === null) Object.assign(patch, { headcount, names })
  if (topicId !== undefined || freeText !== undefined) {
    const wish = await resolveWanted(call.db, { topicId: topicId ?? null, freeText: freeText ?? null })
    const next = {
      topicId: topicId === undefined ? (line.topicId ?? wish.topicId) : wish.topicId,
      freeText: freeText === undefined ? line.freeText : wish.freeText,
    }
    if (!next.topicId && !next.freeText) breaksRule('needAsksNothing')
    await checkAlone(call, line, wantedKey(next))
    Object.assign(patch, wantedColumns(next, line.kind === 'externalEvent'))
  }
  const differs = await call.write.update('needLine', line.id, patch, rowVersion)
  return { rowVersion: rowVersion + (differs ? 1 : 0) }
}

/** Takes standing needs away; gives how many. */
export async function takeAway({ write }: Call, lines: readonly NeedLineTable[]) {
  const standing = lines.filter((line) => line.deletedAt === null)
  return {
    removed: await write.removeMany(
      'needLine',
      standing.map((line) => line.id),
    ),
  }
}

/** Brings removed needs back unless they were entered anew; gives how many. */
export async function bringBack(call: Call, lines: readonly NeedLineTable[]) {
  const removed = lines.filter((line) => line.deletedAt !== null)
  for (const line of removed) await checkAlone(call, line, wantedKey(line))
  const patches = removed.map((line) => ({ id: line.id, patch: { deletedAt: null } }))
  return { restored: await call.write.restoreMany('needLine', patches) }
}

/** Needs by id, removed ones too; refused when one is not there. */
export async function needsNamed({ db }: Pick<Call, 'db'>, ids: readonly string[]): Promise<readonly NeedLineTable[]> {
  const lines = new Map((await units.needsById(db, ids)).map((line) => [line.id, line]))
  return [...new Set(ids)].map((id) => found(lines.get(id), 'need', id))
}

/** Nobody asks for the same thing twice in a cycle, neither a person nor a unit by head-count. */
async function checkAlone({ db }: Call, line: NeedLineTable, key: string): Promise<void> {
  const others = line.personId
    ? await linesOf(db, line.cycleId, line.personId)
    : await units.linesOfUnit(db, line.cycleId, line.unitId)
  if (others.some((other) => other.id !== line.id && wantedKey(other) === key)) breaksRule('needExists')
}
