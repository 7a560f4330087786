import { isContractProcedure } from '@orpc/contract'
import { type RecordedCommand, recordedCommands } from '../../../src-core/database/command-log.ts'
import { metaOf } from '../../../src-core/database/dispatcher.ts'
import { type RecordedTable, recordedTables } from '../../../src-core/database/schema.ts'
import { sha256 } from '../../../src-core/kernel/hash.ts'
import type { CommandMeta } from '../../../src-core/kernel/operation.ts'
import type { StoreAcademy } from './academy-over.ts'
import { delegationRecipes } from './delegation-recipes.ts'
import { type Draw, inputFor, inputSchemaOf, type Look } from './inputs.ts'

/** One step of a random history: which operation, and the numbers its input is drawn with. */
export type Step = { readonly operation: string; readonly seed: number; readonly minutes: number }

/** An input made by hand, where one drawn from the schema alone would hardly ever fit. */
export type Recipe = (draw: Draw, look: Look) => Promise<unknown>

/** Operations whose inputs a feature knows better than their schema tells. */
export const recipes: Readonly<Record<string, Recipe>> = {
  ...delegationRecipes,
  'needs.createCycle': async (draw, look) => {
    const weights = (await look('tnaCycle'))[0]?.weights
    const year = 2027 + draw.below(3)
    return {
      year,
      name: `Dönem ${year}`,
      opensOn: '2026-12-01',
      closesOn: draw.pick(['2027-01-31', '2027-02-28', '2026-12-20']),
      eligibleTypes: ['OFFICER', 'CONTRACTED'],
      maxLinesPerPerson: 2 + draw.below(4),
      weights: typeof weights === 'string' ? JSON.parse(weights) : {},
    }
  },
  'delivery.addDuty': async (draw, look) => {
    const date = `2027-0${1 + draw.below(9)}-15`
    const unitId = draw.pick(await look('orgUnit'))?.id ?? 'none'
    return { unitId, fromDate: date, toDate: date, half: draw.pick(['none', 'am', 'pm']), note: null }
  },
  'delivery.enterHoliday': async (draw, look) => {
    const plan = draw.pick(await look('annualPlan'))
    const from = `2027-0${1 + draw.below(9)}-${11 + draw.below(17)}`
    const sessions = (await look('session')).map(({ id }) => id).slice(0, draw.below(5))
    const about = { name: 'İdari izin', kind: 'administrativeLeave', half: draw.pick(['none', 'pm']) }
    return { planId: plan?.id ?? 'none', from, to: from, ...about, sessionIds: sessions }
  },
  'courses.restoreHolidays': async (draw, look) => {
    const removed = (await look('holiday')).filter((row) => row.deletedAt !== null)
    return { ids: [draw.pick(removed)?.id ?? 'none'] }
  },
  'needs.merge': async (draw, look) => {
    const lines = (await look('needLine')).filter((line) => typeof line.freeTextKey === 'string')
    const line = draw.pick(lines)
    const topic = draw.pick((await look('topic')).filter((one) => one.state === 'ACTIVE'))
    return {
      cycleId: line?.cycleId ?? '',
      keys: [line?.freeTextKey ?? 'none'],
      topicId: topic?.id ?? '',
      learn: draw.chance(0.5),
    }
  },
  'needs.decide': async (draw, look) => {
    const line = draw.pick((await look('needLine')).filter((one) => one.topicId !== null))
    const decision = draw.pick(['PLAN', 'DEFER', 'REJECT', 'E_TRAINING', 'UNDECIDED'])
    return {
      cycleId: line?.cycleId ?? '',
      demands: [{ topicId: line?.topicId ?? 'none', freeTextKey: null }],
      decision,
      reason: decision === 'PLAN' || decision === 'UNDECIDED' ? null : 'budget',
      note: null,
    }
  },
}

/** Operations a random history leaves out: work on files, and what only the holder of a personal link may do, have tests of their own. */
const leftOut =
  /^(?:sample\.|imports\.|delivery\.answerMySession|delegations\.(?:answerMySlot|sendMyParticipation)|.*commit|access\.(?:signInAsSample|resume|signIn|unlock|changePassword))/i

/** Every command of the contract that a history may contain. */
export const historyOperations = ({ dispatcher }: StoreAcademy): readonly string[] =>
  [...dispatcher.operations]
    .filter(([name, procedure]) => metaOf(procedure).kind === 'command' && !leftOut.test(name))
    .map(([name]) => name)

/** Numbers that look random and follow from a seed. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, chance: (share) => next() < share, pick: (items) => items[below(items.length)] }
}

const lookInto =
  ({ store }: StoreAcademy): Look =>
  (table) =>
    store.read((db) => db.selectFrom(table).selectAll().orderBy('id').limit(300).execute()) as never

/** Runs a history and gives, for each operation, how often it was done. Refusals belong to a history; faults of ours do not. */
export async function live(
  academy: StoreAcademy,
  steps: readonly Step[],
  start: Date,
): Promise<ReadonlyMap<string, number>> {
  const done = new Map<string, number>()
  let now = start.getTime()
  const look = lookInto(academy)
  for (const { operation, seed, minutes } of steps) {
    now += minutes * 60_000
    academy.setNow(new Date(now))
    const procedure = academy.dispatcher.operations.get(operation)
    if (!procedure || !isContractProcedure(procedure)) throw new Error(`There is no ${operation}`)
    const draw = drawFrom(seed)
    const schema = inputSchemaOf(procedure)
    const recipe = recipes[operation]
    const input =
      recipe && draw.chance(0.9) ? await recipe(draw, look) : schema && (await inputFor(operation, schema, draw, look))
    try {
      await academy.run(operation, input)
      done.set(operation, (done.get(operation) ?? 0) + 1)
    } catch (error) {
      if ((error as { code?: string }).code === 'UNEXPECTED') {
        throw new Error(`${operation} ${JSON.stringify(input)} failed`, { cause: academy.faults.at(-1) })
      }
    }
  }
  return done
}

const nothingChanged = sha256('')

/** Runs what a store has recorded again on another one, command by command with the context of the first time. */
export async function replay(from: StoreAcademy, onto: StoreAcademy): Promise<void> {
  const commands = await from.store.read(recordedCommands)
  const changed = await from.store.read((db) =>
    db.selectFrom('commandLog').select('commandId').where('changesHash', '!=', nothingChanged).execute(),
  )
  const relevant = new Set(changed.map((entry) => entry.commandId))
  for (const command of commands) {
    if (!relevant.has(command.context.commandId)) continue
    const context = { ...command.context, actor: { ...command.context.actor, roles: 'all' as const } }
    await onto.dispatcher.runRecorded(command.operation, withSecrets(onto, command), context)
  }
}

/** Passwords are not in the log; any that passes the rules changes the same records. */
function withSecrets({ dispatcher }: StoreAcademy, { operation, input }: RecordedCommand): unknown {
  const procedure = dispatcher.operations.get(operation)
  const secret = procedure ? (metaOf(procedure) as CommandMeta).secret : undefined
  if (!secret) return input
  return {
    ...(input as object),
    ...Object.fromEntries(secret.map((name) => [name, 'sonradan konmuş uzun bir parola'])),
  }
}

/** Everything that must be the same in two stores with the same history. */
export async function essence({ store }: StoreAcademy): Promise<unknown> {
  return store.read(async (db) => {
    const tables: Partial<Record<RecordedTable, unknown>> = {}
    for (const table of recordedTables) {
      const rows = await db.selectFrom(table).selectAll().execute()
      tables[table] = (rows as { id: string }[]).sort((a, b) => (a.id < b.id ? -1 : 1)).map(sorted)
    }
    const entries = await db
      .selectFrom('commandLog')
      .select(['commandId', 'operation', 'input', 'actorId', 'actorName', 'source', 'at', 'sums', 'changesHash'])
      .where('changesHash', '!=', nothingChanged)
      .orderBy('seq')
      .execute()
    const outbox = await db.selectFrom('outbox').select(['commandId', 'baseVersions']).orderBy('seq').execute()
    const known = new Set(entries.map((entry) => entry.commandId))
    return {
      tables,
      sums: (await db.selectFrom('tableSum').selectAll().orderBy('tableName').execute()).map(sorted),
      entries: entries.map(sorted),
      outbox: outbox.filter((entry) => known.has(entry.commandId)).map(sorted),
    }
  })
}

const sorted = (row: object): object => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
