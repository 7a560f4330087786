import { createRouterClient } from '@orpc/server'
import type SQLite from 'better-sqlite3'
import { createDispatcher, type Dispatcher } from '../../src-core/database/dispatcher.ts'
import type { RecordedColumns } from '../../src-core/database/recorded-columns.ts'
import { createReplay } from '../../src-core/database/replay.ts'
import type { Store } from '../../src-core/database/store.ts'
import { features } from '../../src-core/features.ts'
import type { Connection } from '../../src-core/kernel/context.ts'
import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import { sha256 } from '../../src-core/kernel/hash.ts'
import type { FileStore, Ports } from '../../src-core/kernel/ports.ts'
import { officerRoles } from '../../src-core/kernel/roles.ts'
import type { PartialFiles } from '../../src-core/sync/answer-files.ts'
import type { Portal, SyncMeans } from '../../src-core/sync/client.ts'
import type { Device } from '../../src-core/sync/device.ts'
import type { Officers } from '../../src-core/sync/officers.ts'
import { keyMarkOf } from '../../src-core/sync/protocol.ts'
import { openSyncServer } from '../../src-core/sync/server.ts'
import { saveState } from '../../src-core/sync/state.ts'
import { createPorts } from '../../src-node/ports.ts'
import { quickPasswords } from '../core/quick-passwords.ts'
import { type Interrupt, openImage, storeOver } from './memory-store.ts'

/** Numbers that look random and follow from a seed. */
export type Dice = { below(limit: number): number; chance(share: number): boolean; pick<T>(items: readonly T[]): T }

export function diceFrom(seed: number): Dice {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (share) => next() < share,
    pick: <T>(items: readonly T[]) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
  }
}

export function memoryFiles(): FileStore {
  const files = new Map<string, Uint8Array>()
  return {
    put: async (bytes) => {
      const hash = sha256(bytes)
      files.set(hash, bytes)
      return hash
    },
    get: async (hash) => files.get(hash),
  }
}

function memoryPartial(): PartialFiles {
  const parts = new Map<string, Uint8Array>()
  const of = (hash: string) => parts.get(hash) ?? new Uint8Array()
  return {
    size: async (hash) => of(hash).length,
    append: async (hash, bytes) => {
      parts.set(hash, Buffer.concat([of(hash), bytes]))
      return of(hash).length
    },
    read: async (hash) => of(hash),
    drop: async (hash) => {
      parts.delete(hash)
    },
  }
}

/** Everything of one machine that outlives its process. */
export type Machine = {
  readonly name: string
  database: SQLite.Database
  readonly files: FileStore
  readonly partial: PartialFiles
  /** Milliseconds by which its clock is wrong. */
  skew: number
  /** What happens at the points at which its process could die. */
  interrupt: Interrupt
  /** Its process has died and was not begun again. */
  dead: boolean
}

export type World = {
  readonly columns: RecordedColumns
  /** True time; machines see it through their own clocks. */
  now(): number
  pass(minutes: number): void
  readonly random: (bytes: number) => Uint8Array
  readonly faults: unknown[]
}

export function createWorld(columns: RecordedColumns, dice: Dice): World {
  let now = Date.parse('2026-12-15T07:00:00.000Z')
  return {
    columns,
    // Each look at a clock is later than the one before.
    now: () => now++,
    pass: (minutes) => {
      now += minutes * 60_000
    },
    random: (bytes) => Uint8Array.from({ length: bytes }, () => dice.below(256)),
    faults: [],
  }
}

export function machineFrom(image: Buffer, name: string): Machine {
  return {
    name,
    database: openImage(image),
    files: memoryFiles(),
    partial: memoryPartial(),
    skew: 0,
    interrupt: () => {},
    dead: false,
  }
}

/** What runs on a machine: gone when it dies, begun again over the same database. */
export type Process = {
  readonly store: Store
  readonly dispatcher: Dispatcher
  readonly means: SyncMeans
  readonly ports: Ports
  readonly clock: () => Date
}

const dataKey = new Uint8Array(32).fill(7)

export function start(machine: Machine, world: World): Process {
  const store = storeOver(machine.database, (point) => machine.interrupt(point))
  const ports = createPorts(machine.files, dataKey, { passwords: quickPasswords })
  const clock = () => new Date(world.now() + machine.skew)
  const { columns, random } = world
  const logFault = (_reference: string, error: unknown) => noteFault(world, error)
  const dispatcher = createDispatcher({ store, columns, features, ports, clock, random, logFault })
  const refusalOf = (error: unknown): OperationError => {
    if (isOperationError(error)) return error
    if (error instanceof Killed || store.explain(error)) throw error
    world.faults.push(error)
    return new OperationError('UNEXPECTED', { reference: 'test' })
  }
  const means: SyncMeans = {
    store,
    columns,
    replay: createReplay({ columns, features, ports }),
    files: { files: machine.files, partial: machine.partial },
    keyMark: keyMarkOf(ports),
    renew: (json) => json,
    clock,
    random,
    refusalOf,
  }
  return { store, dispatcher, means, ports, clock }
}

/** A process that dies takes its transaction with it and nothing else. */
export class Killed extends Error {}

const noteFault = (world: World, error: unknown): void => {
  if (!(error instanceof Killed)) world.faults.push(error)
}

export const officerAt = (machine: Machine): Connection => ({
  source: 'window',
  actor: { id: `officer-${machine.name}`, name: `Officer ${machine.name}`, roles: 'all' },
  session: null,
  locked: false,
})

export const deviceOf = (machine: Machine): Device => ({
  id: `device-${machine.name}`,
  name: machine.name,
  roles: officerRoles,
})

/** Each machine has one officer, with all rights of the device. */
const everybody: Officers = {
  recognise: async (_db, { roles }, { actor }) => ({ ...actor, roles }),
  knownAt: async (_db, deviceId) => [{ id: deviceId.replace('device-', 'officer-'), roles: officerRoles }],
}

/** The portal's router over its machine. */
export const serve = (machine: Machine, process: Process, world: World) =>
  openSyncServer({
    store: process.store,
    columns: world.columns,
    features,
    ports: process.ports,
    officers: everybody,
    noteOfficers: async () => undefined,
    partial: machine.partial,
    clock: process.clock,
    random: world.random,
    logFault: (_reference, error) => noteFault(world, error),
  })

/** Asks the portal without any network between. */
export const directPortal = (router: Awaited<ReturnType<typeof serve>>, device: Device): Portal =>
  createRouterClient(router, { context: { device } }) as unknown as Portal

/** From now on this desktop keeps before-images and speaks to a portal. */
export const join = (process: Process, machine: Machine): Promise<void> =>
  process.store.write(({ db }) =>
    saveState(db, { joined: { address: 'memory', deviceId: deviceOf(machine).id, at: process.clock().toISOString() } }),
  )
