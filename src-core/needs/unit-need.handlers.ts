import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { NeedLineTable } from '../database/schema.ts'
import { found, OperationError } from '../kernel/errors.ts'
import type { collectContract } from './collect.contract.ts'
import { cycleById } from './cycle.repository.ts'
import { checkAdding, checkCollecting } from './cycle.rules.ts'
import { listUnitNeeds } from './unit-need.repository.ts'
import { bringBack, correctNeed, enterUnitNeed, needsNamed, takeAway } from './unit-need.ts'

type NeedHandlers = Pick<
  Handlers<typeof collectContract>,
  'listUnitNeeds' | 'addUnitNeed' | 'changeNeed' | 'removeNeeds' | 'restoreNeeds'
>

type Call = CommandCall<unknown>

export const unitNeedHandlers: NeedHandlers = {
  listUnitNeeds: ({ db, input }) => listUnitNeeds(db, input.cycleId, input.page),

  addUnitNeed: async (call) => {
    const { db, input, actor, now } = call
    const cycle = found(await cycleById(db, input.cycleId), 'cycle', input.cycleId)
    const reason = checkAdding(cycle, actor, now, 'needs.addUnitNeed', input.exception)
    const source = { kind: 'proxy' as const, reference: actor.name, at: now, ...(reason && { exception: reason }) }
    return enterUnitNeed(call, cycle.id, input.fields, source)
  },

  changeNeed: async (call) => {
    const { input } = call
    const [line] = await needsNamed(call, [input.id])
    if (!line || line.deletedAt) throw new OperationError('NOT_FOUND', { entity: 'need', id: input.id })
    await checkAllOpen(call, [line], 'needs.changeNeed')
    return correctNeed(call, line, input)
  },

  removeNeeds: async (call) => {
    const lines = await needsNamed(call, call.input.ids)
    await checkAllOpen(call, lines, 'needs.removeNeeds')
    return takeAway(call, lines)
  },

  restoreNeeds: async (call) => {
    const lines = await needsNamed(call, call.input.ids)
    await checkAllOpen(call, lines, 'needs.restoreNeeds')
    return bringBack(call, lines)
  },
}

async function checkAllOpen(call: Call, lines: readonly NeedLineTable[], operation: string): Promise<void> {
  for (const cycleId of new Set(lines.map((line) => line.cycleId))) {
    const cycle = found(await cycleById(call.db, cycleId), 'cycle', cycleId)
    checkCollecting(cycle, call.actor, call.now, operation)
  }
}
