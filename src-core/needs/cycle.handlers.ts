import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { Patch } from '../database/writer.ts'
import { closingInstant, istanbulDate, openingInstant } from '../kernel/dates.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import type { CycleFields, CycleView, cycleContract } from './cycle.contract.ts'
import * as cycles from './cycle.repository.ts'
import {
  type CycleMove,
  checkEditable,
  checkMove,
  checkNotOver,
  checkWindow,
  cycleView,
  moves,
  nextCycleYear,
  standardWindow,
  stateAt,
} from './cycle.rules.ts'
import { type Cycle, standardWeights } from './cycle.ts'
import { checkFreeze, freezeCycle } from './freeze.handlers.ts'

type ThatCycle = { readonly id: string; readonly rowVersion: number }

type Columns = Patch<'tnaCycle'>['patch']

async function change(
  { db, write, now }: CommandCall<unknown>,
  { id, rowVersion }: ThatCycle,
  patch: Columns,
): Promise<CycleView> {
  await write.update('tnaCycle', id, patch, rowVersion)
  return cycleView(found(await cycles.cycleById(db, id), 'cycle', id), now)
}

async function move(call: CommandCall<ThatCycle>, name: CycleMove, patch: Columns = {}): Promise<CycleView> {
  return change(call, call.input, { ...patch, state: moves[name].to })
}

async function cycleFor(call: CommandCall<ThatCycle>, name: CycleMove): Promise<Cycle> {
  const cycle = found(await cycles.cycleById(call.db, call.input.id), 'cycle', call.input.id)
  checkMove(cycle, name, call.now)
  return cycle
}

function columnsOf(fields: Partial<CycleFields>): Columns {
  const { opensOn, closesOn, eligibleTypes, weights, ...same } = fields
  return {
    ...same,
    ...(opensOn && { opensAt: openingInstant(opensOn) }),
    ...(closesOn && { closesAt: closingInstant(closesOn) }),
    ...(eligibleTypes && { eligibleTypes: JSON.stringify([...new Set(eligibleTypes)]) }),
    ...(weights && { weights: JSON.stringify(weights) }),
  }
}

export const cycleHandlers: Handlers<typeof cycleContract> = {
  listCycles: async ({ db, now }) => ({
    cycles: (await cycles.listCycles(db)).map((cycle) => cycleView(cycle, now)),
  }),

  getCycle: async ({ db, input, now }) => {
    const cycle = found(await cycles.cycleById(db, input.id), 'cycle', input.id)
    return { cycle: cycleView(cycle, now), counts: await cycles.countsOf(db, cycle) }
  },

  suggestCycle: async ({ db, input, now }) => {
    const known = await cycles.listCycles(db)
    const taken = new Set(known.map((cycle) => cycle.year))
    let year = input.year ?? nextCycleYear(istanbulDate(now))
    while (input.year === undefined && taken.has(year)) year++
    const last = known[0]
    return {
      year,
      name: `${year} Eğitim İhtiyaç Analizi`,
      ...standardWindow(year),
      eligibleTypes: last?.eligibleTypes ?? ['OFFICER', 'CONTRACTED'],
      maxLinesPerPerson: last?.maxLinesPerPerson ?? 5,
      weights: last?.weights ?? standardWeights,
    }
  },

  createCycle: async ({ db, input: { year, ...fields }, write, now }) => {
    if (await cycles.cycleOfYear(db, year)) breaksRule('cycleExists', { year })
    const row = {
      year,
      name: fields.name,
      opensAt: openingInstant(fields.opensOn),
      closesAt: closingInstant(fields.closesOn),
      eligibleTypes: JSON.stringify([...new Set(fields.eligibleTypes)]),
      maxLinesPerPerson: fields.maxLinesPerPerson,
      weights: JSON.stringify(fields.weights),
      state: 'DRAFT' as const,
      extensionReason: null,
      frozenHash: null,
      frozenAt: null,
    }
    checkWindow(row.opensAt, row.closesAt)
    const id = await write.insert('tnaCycle', row)
    return cycleView(found(await cycles.cycleById(db, id), 'cycle', id), now)
  },

  changeCycle: async (call) => {
    const { db, input, actor, now } = call
    const cycle = found(await cycles.cycleById(db, input.id), 'cycle', input.id)
    checkEditable(cycle, actor, now)
    const columns = columnsOf(input.fields)
    checkWindow(columns.opensAt ?? cycle.opensAt, columns.closesAt ?? cycle.closesAt)
    return change(call, input, columns)
  },

  removeCycle: async ({ db, input, write }) => {
    const cycle = found(await cycles.cycleById(db, input.id), 'cycle', input.id)
    if (cycle.rowVersion !== input.rowVersion) throw new OperationError('CONFLICT', { entity: 'cycle', id: cycle.id })
    if (cycle.state !== 'DRAFT' || (await cycles.isUsed(db, cycle.id))) breaksRule('cycleInUse')
    await write.removeMany('tnaCycle', [cycle.id])
    return {}
  },

  approveCycle: async (call) => {
    checkNotOver(await cycleFor(call, 'approve'), call.now)
    return move(call, 'approve')
  },

  openCycle: async (call) => {
    const cycle = await cycleFor(call, 'open')
    checkNotOver(cycle, call.now)
    return move(call, 'open', call.now < cycle.opensAt ? { opensAt: call.now } : {})
  },

  extendCycle: async (call) => {
    const { closesOn, reason } = call.input
    const cycle = await cycleFor(call, 'extend')
    const closesAt = closingInstant(closesOn)
    if (closesAt <= cycle.closesAt) breaksRule('extensionNotLater')
    return move(call, 'extend', { closesAt, extensionReason: reason })
  },

  freezeCycle,

  archiveCycle: async (call) => {
    await cycleFor(call, 'archive')
    return move(call, 'archive')
  },

  advanceCycles: async ({ db, write, now }) => ({
    moved: await write.updateMany(
      'tnaCycle',
      (await due(db, now)).map((cycle) => ({ id: cycle.id, patch: { state: stateAt(cycle, now) } })),
    ),
  }),

  cyclesDue: async ({ db, now }) => ({ due: (await due(db, now)).length }),

  checkFreeze,
}

async function due(db: CommandCall<unknown>['db'], now: string): Promise<readonly Cycle[]> {
  const waiting = await cycles.cyclesInStates(db, ['READY', 'OPEN', 'EXTENDED'])
  return waiting.filter((cycle) => stateAt(cycle, now) !== cycle.state)
}
