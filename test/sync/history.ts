import { createRouterClient } from '@orpc/server'
import { isOperationError } from '../../src-core/kernel/errors.ts'
import { rotateEpoch } from '../../src-core/sync/epoch.ts'
import { ownVersions, type Result } from '../../src-core/sync/protocol.ts'
import { type RoundResult, runRound } from '../../src-core/sync/round.ts'
import { saveState } from '../../src-core/sync/state.ts'
import { randomCommand } from './commands.ts'
import { emptyImage, openImage } from './memory-store.ts'
import { type Answer, behindNetwork, Cut, calm, type Weather } from './network.ts'
import {
  createWorld,
  deviceOf,
  diceFrom,
  directPortal,
  join,
  Killed,
  type Machine,
  machineFrom,
  officerAt,
  type Process,
  serve,
  start,
  type World,
} from './world.ts'

/** What a test takes out of the protocol to see that it is missed. */
export type Without = 'idempotency' | 'epochs' | 'journal' | 'baseVersions'

export type Seat = { readonly machine: Machine; process: Process; versions: typeof ownVersions; signedOut: boolean }

export type History = {
  readonly seed: number
  readonly world: World
  readonly portal: Seat
  readonly desktops: readonly Seat[]
  /** Commands that a desktop was told are done, with the restores of the portal there had been by then. */
  readonly acknowledged: ReadonlyMap<string, { readonly by: Seat; readonly restores: number }>
  readonly restores: number
  readonly resets: number
  /** What was tried, for whoever reads a failure. */
  readonly story: readonly string[]
}

type Template = Awaited<ReturnType<typeof makeTemplate>>

let template: Promise<Template> | undefined

/** A small academy, seeded from one desktop: every desktop of a history begins as a copy of it. */
async function makeTemplate() {
  const { bytes, columns } = await emptyImage()
  const world = createWorld(columns, diceFrom(2027))
  const portal = machineFrom(bytes, 'portal')
  const desktop = machineFrom(bytes, 'd0')
  const process = start(desktop, world)
  const run = (operation: string, input: unknown) => process.dispatcher.run(operation, input, officerAt(desktop))
  // An office some weeks old: what its officer happened to do.
  const dice = diceFrom(7)
  for (let n = 0; n < 250; n++) {
    const { operation, input } = await randomCommand(desktop.database, dice)
    await run(operation, input).catch(ignoreRefusal)
  }
  await join(process, desktop)
  const router = await serve(portal, start(portal, world), world)
  const signal = new AbortController().signal
  await runRound(process.means, directPortal(router, deviceOf(desktop)), { signal })
  const images = { portal: portal.database.serialize(), desktop: desktop.database.serialize(), files: desktop.files }
  return { columns, ...images, epoch: epochOf(portal) }
}

const epochOf = ({ database }: Machine): string =>
  (database.prepare("select value from storeInfo where key = 'epoch'").get() as { value: string }).value

export const prepareTemplate = (): Promise<Template> => {
  template ??= makeTemplate()
  return template
}

const rough: Weather = { lost: 0.06, answerLost: 0.08, twice: 0.06, late: 0.04 }

/** Lives one history that follows from its seed alone, and then lets everybody agree in peace. */
export async function liveHistory(seed: number, without?: Without): Promise<History> {
  const { columns, portal: portalImage, desktop: desktopImage, epoch: firstEpoch } = await prepareTemplate()
  const dice = diceFrom(seed)
  const world = createWorld(columns, dice)
  world.pass(600)
  const acknowledged = new Map<string, { by: Seat; restores: number }>()
  const story: string[] = []
  const late: (() => Promise<unknown>)[] = []
  let weather = rough
  let restores = 0
  let resets = 0
  const seat = (machine: Machine): Seat => ({
    machine,
    process: start(machine, world),
    versions: ownVersions,
    signedOut: false,
  })
  const portal = seat(machineFrom(portalImage, 'portal'))
  let router = await serve(portal.machine, portal.process, world)
  const count = dice.pick([2, 2, 2, 2, 3, 3, 4, 5])
  const desktops = Array.from({ length: count }, (_, at) => seat(machineFrom(desktopImage, `d${at + 1}`)))
  const backups = new Map<Seat, Buffer>([[portal, portalImage]])

  async function restart(one: Seat): Promise<void> {
    one.machine.interrupt = () => {}
    one.machine.dead = false
    one.process = start(one.machine, world)
    if (one === portal) router = await serve(portal.machine, portal.process, world)
  }

  const answerTo =
    (one: Seat): Answer =>
    async (message, input) => {
      if (one.signedOut) throw new Cut('The token has expired')
      if (without === 'idempotency' && message === 'push') portal.machine.database.exec('delete from syncResult')
      const client = createRouterClient(router, { context: { device: deviceOf(one.machine) } })
      try {
        const answered = await (client[message] as (given: unknown) => Promise<unknown>)(tampered(message, input))
        return without === 'epochs' && message === 'hello' ? { ...(answered as object), ...unnoticed } : answered
      } catch (error) {
        if (!(error instanceof Killed || (error as Error).cause instanceof Killed)) throw error
        story.push('portal dies')
        await restart(portal)
        throw new Cut('The portal died')
      }
    }

  const unnoticed = { follows: true, epoch: firstEpoch }

  function tampered(message: string, input: unknown): unknown {
    if (without === 'baseVersions' && message === 'push') {
      const { epoch, commands } = input as { epoch: string; commands: object[] }
      return { epoch, commands: commands.map((command) => ({ ...command, touched: {} })) }
    }
    if (without !== 'epochs' || typeof input !== 'object' || input === null || !('epoch' in input)) return input
    return { ...input, epoch: epochOf(portal.machine) }
  }

  async function command(one: Seat): Promise<void> {
    const { operation, input } = await randomCommand(one.machine.database, dice)
    try {
      await one.process.dispatcher.run(operation, input, officerAt(one.machine))
      story.push(`${one.machine.name} ${operation}`)
    } catch (error) {
      if (!isOperationError(error)) throw error
      if (one.machine.dead) {
        story.push(`${one.machine.name} dies in ${operation}`)
        await restart(one)
      } else if (error.code === 'UNEXPECTED') throw new Error(`${operation} failed`, { cause: world.faults.at(-1) })
    }
    if (without === 'journal') one.machine.database.exec('delete from syncImage')
  }

  async function round(one: Seat): Promise<RoundResult | undefined> {
    const answer = answerTo(one)
    const network = behindNetwork(
      async (message, input) => {
        if (message === 'reset') resets++
        return answer(message, input)
      },
      dice,
      () => weather,
      late,
    )
    const listening = {
      ...network,
      push: async (input: Parameters<typeof network.push>[0]) => {
        const answered = await network.push(input)
        if (answered.state === 'taken') note(one, answered.results)
        return answered
      },
    }
    try {
      const signal = new AbortController().signal
      const result = await runRound(one.process.means, listening, { signal, versions: one.versions })
      story.push(`${one.machine.name} round ${result.state}`)
      if (result.state === 'paused' && result.pause.reason === 'massRemoval')
        await one.process.store.write(({ db }) => saveState(db, { removalAllowed: true }))
      return result
    } catch (error) {
      if (error instanceof Killed) {
        story.push(`${one.machine.name} dies`)
        await restart(one)
      } else if (!(error instanceof Cut)) throw error
      else story.push(`${one.machine.name} ${error.message}`)
      return undefined
    }
  }

  function note(one: Seat, results: readonly Result[]): void {
    for (const { commandId, outcome } of results)
      if (outcome === 'done' && !acknowledged.has(commandId)) acknowledged.set(commandId, { by: one, restores })
  }

  /** Its process dies at one of its next points; what it had not committed is gone. */
  function die(one: Seat): void {
    let left = dice.below(14)
    const where = dice.pick(['before', 'inside', 'after'])
    one.machine.interrupt = (point) => {
      if (point !== where || left-- > 0) return
      one.machine.dead = true
      throw new Killed(point)
    }
  }

  async function restore(one: Seat): Promise<void> {
    const backup = backups.get(one)
    if (!backup) return
    story.push(`${one.machine.name} is restored`)
    one.machine.database.close()
    one.machine.database = openImage(backup)
    await restart(one)
    if (one !== portal) return
    restores++
    // Most administrators do it with the program, which tells the desktops; one puts the file back by hand.
    if (dice.chance(0.6)) await rotateEpoch(portal.process.store, portal.process.clock(), world.random(10))
  }

  const steps = 9 + dice.below(7)
  for (let step = 0; step < steps; step++) {
    world.pass(dice.below(90))
    const one = dice.pick(desktops)
    const what = dice.below(100)
    if (what < 58) await command(one)
    else if (what < 82) await round(one)
    else if (what < 86) await command(portal)
    else if (what < 90) die(dice.pick([one, portal]))
    else if (what < 92) await late.splice(dice.below(late.length), 1)[0]?.().catch(ignoreCut)
    else if (what < 93) backups.set(dice.chance(0.5) ? one : portal, Buffer.alloc(0))
    else if (what < 94) one.machine.skew = (dice.below(3) - 1) * 400 * 86_400_000
    else if (what < 95) one.versions = { ...ownVersions, schema: ownVersions.schema - dice.below(2) }
    else if (what < 96) one.signedOut = !one.signedOut
    else await restore(dice.chance(0.5) ? one : portal)
    for (const [owner, bytes] of backups) if (bytes.length === 0) backups.set(owner, owner.machine.database.serialize())
  }

  weather = calm
  for (const one of [portal, ...desktops]) {
    one.machine.interrupt = () => {}
    one.versions = ownVersions
    one.signedOut = false
  }
  for (const deliver of late.splice(0)) await deliver().catch(ignoreCut)
  // Until a whole turn brought nothing new to anybody.
  for (let turn = 0, quiet = false; turn < 6 && !quiet; turn++) {
    quiet = true
    for (const one of desktops) {
      const result = await round(one)
      quiet &&= result?.state === 'synced' && result.pushed + result.received + result.rejected === 0
    }
  }
  return { seed, world, portal, desktops, acknowledged, restores, resets, story }
}

const ignoreCut = (error: unknown): void => {
  if (!(error instanceof Cut)) throw error
}

const ignoreRefusal = (error: unknown): void => {
  if (!isOperationError(error) || error.code === 'UNEXPECTED') throw error
}
