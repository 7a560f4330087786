import { randomBytes } from 'node:crypto'
import { confirmPassword, recognise } from '../../src-core/access/index.ts'
import { createDispatcher, type Dispatcher, type DispatcherOptions } from '../../src-core/database/dispatcher.ts'
import { features } from '../../src-core/features.ts'
import type { Backups, Ports } from '../../src-core/kernel/ports.ts'
import type { SyncEngine } from '../../src-core/sync/engine.ts'
import { readDataKey } from '../../src-node/crypto/data-key.ts'
import { openKeyRing } from '../../src-node/crypto/key-ring.ts'
import { createSeal } from '../../src-node/crypto/seal.ts'
import { createPorts } from '../../src-node/ports.ts'
import { numberMarksIn } from '../../src-node/store/number-marks.ts'
import { joinStore, type OpenedStore, openStore } from '../../src-node/store/open-store.ts'
import { logFault } from './log.ts'
import { program } from './program.ts'
import { openSyncEngine } from './sync-engine.ts'

export type Academy = {
  readonly dispatcher: Dispatcher
  readonly opened: OpenedStore
  /** Where this process synchronises the store. */
  readonly sync?: SyncEngine | undefined
  close(): Promise<void>
}

export type AcademyOptions = {
  readonly folder: string
  /** Given by hosts that have a keychain; otherwise read from the key file of the store. */
  readonly dataKey?: Uint8Array
  readonly clock?: () => Date
  readonly elsewhere?: DispatcherOptions['elsewhere']
  /** Parts of the machine that the caller has of its own. */
  readonly ports?: Partial<Ports>
  /** Whether this process speaks to the portal for the store: the service does, and nobody beside it. */
  readonly syncs?: boolean
  /** Ends other threads' use of the store before a backup takes its place, and when it gets another key. */
  readonly beforeRestore?: () => Promise<void>
}

/** Opens a store and puts the dispatcher before it. Refuses with STORE_FAILED when the store cannot be had. */
export async function openAcademy(options: AcademyOptions): Promise<Academy> {
  const clock = options.clock ?? (() => new Date())
  const { beforeRestore } = options
  const opened = await openStore(options.folder, clock(), { beforeRestore })
  const academy = await assemble(options, opened, clock)
  await continueNumbers(academy.dispatcher, opened.folder)
  return academy
}

/** After an older state took the store's place, registers go on behind the numbers that were given out before. */
async function continueNumbers(dispatcher: Dispatcher, folder: string): Promise<void> {
  const marks = numberMarksIn(folder)
  const registers = await marks.owed()
  if (registers.length === 0) return
  await dispatcher.run('certificates.continueNumbers', { registers: [...registers] }, program)
  await marks.settle()
}

/** The same over a store that another thread of this process has opened. */
export async function joinAcademy(options: AcademyOptions): Promise<Academy> {
  return assemble(options, await joinStore(options.folder), options.clock ?? (() => new Date()))
}

async function assemble(options: AcademyOptions, opened: OpenedStore, clock: () => Date): Promise<Academy> {
  const dataKey = options.dataKey ?? (await readDataKey(opened.store.id))
  const { store, columns } = opened
  const backups: Backups = {
    ...opened.backups,
    restore: async (name, now) => {
      await opened.backups.restore(name, now)
      await continueNumbers(dispatcher, opened.folder)
    },
  }
  const numberMarks = numberMarksIn(opened.folder)
  const ring = await openKeyRing(options.folder, dataKey)
  const plain = createPorts(opened.files, dataKey, { backups, numberMarks, seal: ring.seal, ...options.ports })
  const parts = {
    store,
    columns,
    features,
    clock,
    random: (bytes: number) => randomBytes(bytes),
    logFault: logFault(options.folder),
  }
  const sync = options.syncs
    ? openSyncEngine(
        options.folder,
        { ...parts, ports: plain, own: createSeal(dataKey), ring, endOtherThreads: options.beforeRestore },
        (): Dispatcher => dispatcher,
      )
    : undefined
  const dispatcher: Dispatcher = createDispatcher({
    ...parts,
    ports: sync ? { ...plain, sync } : plain,
    recognise,
    confirm: confirmPassword,
    elsewhere: options.elsewhere,
  })
  const close = async () => {
    await sync?.stop()
    await opened.close()
  }
  return { dispatcher, opened, sync, close }
}
