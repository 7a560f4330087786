import type { Handlers } from '../database/dispatcher.ts'
import type { NeedLineTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import { loadUnits, unitsAnsweringTo } from '../people/index.ts'
import { currentCycle, cycleById } from './cycle.repository.ts'
import { collectingAt } from './cycle.rules.ts'
import { resolveWanted } from './form.handlers.ts'
import * as forms from './form.repository.ts'
import { mailReturned } from './form-mails.ts'
import { wantedColumns, wantedKey } from './need.rules.ts'
import type { unitFormsContract } from './unit-forms.contract.ts'
import * as unitForms from './unit-forms.repository.ts'

async function answeringTo(db: Reader, managerId: string) {
  const units = new Map((await loadUnits(db)).map((unit) => [unit.id, unit]))
  return { managerId, unitIds: [...unitsAnsweringTo(managerId, units)] }
}

/** A form of somebody who answers to whoever asks; anybody else's is not found. */
async function formOfMine(db: Reader, id: string, managerId: string) {
  const row = found(await unitForms.formById(db, id), 'tnaForm', id)
  const cycle = found(await cycleById(db, row.cycleId), 'cycle', row.cycleId)
  const [form] = await unitForms.formsAnsweringTo(db, cycle, await answeringTo(db, managerId), id)
  return { row, cycle, form: found(form, 'tnaForm', id) }
}

type Asked = { readonly topicId: string | null; readonly freeText: string | null }

/** What a line asks for after its manager changed it; undefined where that is what it asked for anyway. */
async function changedWish(db: Reader, line: NeedLineTable, change: Asked, all: readonly NeedLineTable[]) {
  const wish = await resolveWanted(db, change)
  if (wantedKey(wish) === wantedKey(line)) return undefined
  if (all.some((other) => other.id !== line.id && wantedKey(other) === wantedKey(wish))) breaksRule('sameNeedTwice')
  return wantedColumns(wish, line.kind === 'externalEvent')
}

export const unitFormsHandlers: Handlers<typeof unitFormsContract> = {
  unitForms: async ({ db, actor, now }) => {
    const cycle = await currentCycle(db)
    if (!cycle) return { year: null, closesAt: null, open: false, forms: [], silent: 0 }
    const who = await answeringTo(db, actor.id)
    return {
      year: cycle.year,
      closesAt: cycle.closesAt,
      open: collectingAt(cycle, now) === 'open',
      forms: await unitForms.formsAnsweringTo(db, cycle, who),
      silent: await unitForms.silentAnsweringTo(db, cycle, who),
    }
  },

  unitForm: async ({ db, input, actor, now }) => {
    const { row, cycle, form } = await formOfMine(db, input.id, actor.id)
    const stored = new Map((await forms.linesOf(db, cycle.id, row.personId)).map((line) => [line.id, line]))
    const lines = await forms.formLines(db, cycle.id, row.personId)
    return {
      form: { ...form, rowVersion: row.rowVersion, open: collectingAt(cycle, now) === 'open' },
      lines: lines.map((line) => {
        const { managerState, managerPriority, managerReason } = found(stored.get(line.id), 'needLine', line.id)
        return { ...line, managerState, managerPriority, managerReason }
      }),
    }
  },

  decideForm: async (call) => {
    const { db, input, actor, now, write } = call
    const { row, cycle } = await formOfMine(db, input.id, actor.id)
    if (collectingAt(cycle, now) !== 'open') breaksRule('collectingClosed')
    if (row.rowVersion !== input.rowVersion)
      throw new OperationError('CONFLICT', {
        entity: 'tnaForm',
        id: row.id,
        expected: input.rowVersion,
        actual: row.rowVersion,
      })
    if (row.state !== 'SUBMITTED' && row.state !== 'MANAGER_APPROVED') breaksRule('formNotSent')
    if (input.decision === 'return') {
      await write.update('tnaForm', row.id, { state: 'RETURNED', note: input.reason })
      await mailReturned(call, cycle, row.personId, input.reason)
      return {}
    }
    const lines = new Map((await forms.linesOf(db, cycle.id, row.personId)).map((line) => [line.id, line]))
    if (input.lines.length !== lines.size) breaksRule('everyLineNeedsDecision')
    for (const { id, rowVersion, approved, priority, change, reason } of input.lines) {
      const line = found(lines.get(id), 'needLine', id)
      if (!approved && reason.length < 5) breaksRule('refusalNeedsReason')
      const asked = approved && change ? await changedWish(db, line, change, [...lines.values()]) : undefined
      if (asked && reason.length < 5) breaksRule('changeNeedsReason')
      const state = asked || (approved && line.managerState === 'CHANGED') ? 'CHANGED' : 'APPROVED'
      const managerState = approved ? state : 'REJECTED'
      const decided = { ...asked, managerState, managerPriority: priority, managerReason: reason || null } as const
      await write.update('needLine', id, decided, rowVersion)
    }
    await write.update('tnaForm', row.id, { state: 'MANAGER_APPROVED', note: null })
    return {}
  },
  unitWishes: async ({ db, actor, now }) => {
    const cycle = await currentCycle(db)
    if (!cycle) return { open: false, wishes: [] }
    const wishes = await unitForms.wishesAnsweringTo(db, cycle.id, await answeringTo(db, actor.id))
    return { open: collectingAt(cycle, now) === 'open', wishes }
  },

  rankWishes: async ({ db, input, actor, now, write }) => {
    const cycle = found(await currentCycle(db), 'cycle', '')
    if (collectingAt(cycle, now) !== 'open') breaksRule('collectingClosed')
    const mine = await unitForms.wishesAnsweringTo(db, cycle.id, await answeringTo(db, actor.id))
    const known = new Set(mine.map(({ id }) => id))
    let changed = 0
    for (const { id, rowVersion, priority } of input.ranks) {
      if (!known.has(id)) throw new OperationError('NOT_FOUND', { entity: 'needLine', id })
      if (await write.update('needLine', id, { managerPriority: priority }, rowVersion)) changed++
    }
    return { changed }
  },
}
