import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { NeedLineTable } from '../database/schema.ts'
import type { Patch } from '../database/writer.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import type { collectContract } from './collect.contract.ts'
import { cycleById } from './cycle.repository.ts'
import { checkAdding, checkCollecting } from './cycle.rules.ts'
import { emptyLine, resolveWanted } from './form.handlers.ts'
import { linesOf } from './form.repository.ts'
import { wantedColumns, wantedKey } from './need.rules.ts'
import type { NeedSource } from './need.ts'
import * as units from './unit-need.repository.ts'

type NeedHandlers = Pick<
  Handlers<typeof collectContract>,
  'listUnitNeeds' | 'addUnitNeed' | 'changeNeed' | 'removeNeeds' | 'restoreNeeds'
>

type Call = CommandCall<unknown>

export const unitNeedHandlers: NeedHandlers = {
  listUnitNeeds: ({ db, input }) => units.listUnitNeeds(db, input.cycleId, input.page),

  addUnitNeed: async ({ db, input, write, actor, now }) => {
    const cycle = found(await cycleById(db, input.cycleId), 'cycle', input.cycleId)
    const reason = checkAdding(cycle, actor, now, 'needs.addUnitNeed', input.exception)
    const { unitId, headcount, topicId, freeText, ...details } = input.fields
    const unit = found(await units.unitOf(db, unitId), 'orgUnit', unitId)
    if (!unit.active) breaksRule('unitInactive', { name: unit.name })
    const wish = await resolveWanted(db, { topicId, freeText })
    const same = (await units.linesOfUnit(db, cycle.id, unitId)).find((line) => wantedKey(line) === wantedKey(wish))
    if (same) breaksRule('unitNeedExists', { unit: unit.name, headcount: same.headcount })
    const source: NeedSource = { kind: 'proxy', reference: actor.name, at: now, ...(reason && { exception: reason }) }
    const id = await write.insert('needLine', {
      ...emptyLine,
      cycleId: cycle.id,
      formId: null,
      personId: null,
      unitId,
      headcount,
      ...wantedColumns(wish),
      ...details,
      sources: JSON.stringify([source]),
    })
    return { id }
  },

  changeNeed: async (call) => {
    const { db, input, write } = call
    const [line] = await linesById(call, [input.id])
    if (!line || line.deletedAt) throw new OperationError('NOT_FOUND', { entity: 'need', id: input.id })
    await checkOpen(call, line, 'needs.changeNeed')
    const { topicId, freeText, headcount, names, ...details } = input.fields
    const patch: Patch<'needLine'>['patch'] = { ...details }
    if (line.personId === null) Object.assign(patch, { headcount, names })
    if (topicId !== undefined || freeText !== undefined) {
      const wish = await resolveWanted(db, { topicId: topicId ?? null, freeText: freeText ?? null })
      const next = {
        topicId: topicId === undefined ? (line.topicId ?? wish.topicId) : wish.topicId,
        freeText: freeText === undefined ? line.freeText : wish.freeText,
      }
      if (!next.topicId && !next.freeText) breaksRule('needAsksNothing')
      await checkAlone(call, line, wantedKey(next))
      Object.assign(patch, wantedColumns(next, line.kind === 'externalEvent'))
    }
    const differs = await write.update('needLine', line.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  removeNeeds: async (call) => {
    const lines = await linesById(call, call.input.ids)
    await checkAllOpen(call, lines, 'needs.removeNeeds')
    const standing = lines.filter((line) => line.deletedAt === null)
    return {
      removed: await call.write.removeMany(
        'needLine',
        standing.map((line) => line.id),
      ),
    }
  },

  restoreNeeds: async (call) => {
    const lines = await linesById(call, call.input.ids)
    await checkAllOpen(call, lines, 'needs.restoreNeeds')
    const removed = lines.filter((line) => line.deletedAt !== null)
    for (const line of removed) await checkAlone(call, line, wantedKey(line))
    const patches = removed.map((line) => ({ id: line.id, patch: { deletedAt: null } }))
    return { restored: await call.write.restoreMany('needLine', patches) }
  },
}

async function linesById({ db }: Call, ids: readonly string[]): Promise<readonly NeedLineTable[]> {
  const lines = new Map((await units.needsById(db, ids)).map((line) => [line.id, line]))
  return [...new Set(ids)].map((id) => found(lines.get(id), 'need', id))
}

async function checkOpen(call: Call, line: NeedLineTable, operation: string): Promise<void> {
  const cycle = found(await cycleById(call.db, line.cycleId), 'cycle', line.cycleId)
  checkCollecting(cycle, call.actor, call.now, operation)
}

async function checkAllOpen(call: Call, lines: readonly NeedLineTable[], operation: string): Promise<void> {
  for (const line of new Map(lines.map((one) => [one.cycleId, one])).values()) await checkOpen(call, line, operation)
}

/** Nobody asks for the same thing twice in a cycle, neither a person nor a unit by head-count. */
async function checkAlone({ db }: Call, line: NeedLineTable, key: string): Promise<void> {
  const others = line.personId
    ? await linesOf(db, line.cycleId, line.personId)
    : await units.linesOfUnit(db, line.cycleId, line.unitId)
  if (others.some((other) => other.id !== line.id && wantedKey(other) === key)) breaksRule('needExists')
}
