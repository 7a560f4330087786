import { syncedTables } from '../../src-core/database/schema.ts'
import { verifyStore } from '../../src-core/database/verify.ts'
import type { Portal } from '../../src-core/sync/client.ts'
import { openConflicts } from '../../src-core/sync/conflicts.ts'
import { type RoundResult, runRound } from '../../src-core/sync/round.ts'
import { emptyImage } from './memory-store.ts'
import {
  createWorld,
  deviceOf,
  diceFrom,
  directPortal,
  join,
  type Machine,
  machineFrom,
  officerAt,
  serve,
  start,
  type World,
} from './world.ts'

const image = emptyImage()

export const quiet = { signal: new AbortController().signal }

type Row = Readonly<Record<string, never>> & { readonly id: string; readonly rowVersion: number }

const rowsOf = (machine: Machine, table: string): readonly Row[] =>
  machine.database.prepare(`select * from "${table}" order by id`).all() as Row[]

/** A portal and some desktops in one process, joined without a network. */
export async function openOffice(
  desktops: number,
  prepare: (machine: Machine, world: World) => Promise<void> = async () => {},
) {
  const { bytes, columns } = await image
  const world = createWorld(columns, diceFrom(1))
  const machine = machineFrom(bytes, 'portal')
  const process = start(machine, world)
  const router = await serve(machine, process, world)
  const portal = {
    machine,
    process,
    router,
    rows: (table: string) => rowsOf(machine, table),
    verify: () => process.store.snapshot((db) => verifyStore(db, columns)),
  }
  const all: Desktop[] = []
  for (let at = 1; at <= desktops; at++) {
    const own = machineFrom(bytes, `d${at}`)
    await prepare(own, world)
    const started = start(own, world)
    await join(started, own)
    const seen = directPortal(router, deviceOf(own))
    all.push({
      machine: own,
      process: started,
      portal: seen,
      run: (operation, input) => started.dispatcher.run(operation, input, officerAt(own)) as Promise<never>,
      sync: () => runRound(started.means, seen, quiet),
      rows: (table) => rowsOf(own, table),
      conflicts: () => started.store.read(openConflicts),
      verify: () => started.store.snapshot((db) => verifyStore(db, columns)),
    })
  }
  const [one, two] = all as [Desktop, Desktop]
  return { portal, one, two, all, world }
}

/** The same portal with some messages answered otherwise. */
export function withOther(portal: Portal, other: Partial<Portal>): Portal {
  const { hello, devices, removeDevice, push, pull, reset, known, seed, seedEnd, files, putChunk, getChunk } = portal
  return {
    ...{ hello, devices, removeDevice, push, pull, reset, known, seed, seedEnd, files, putChunk, getChunk },
    ...other,
  }
}

export type Desktop = {
  readonly machine: Machine
  readonly process: ReturnType<typeof start>
  readonly portal: ReturnType<typeof directPortal>
  run(operation: string, input?: unknown): Promise<never>
  sync(): Promise<RoundResult>
  rows(table: string): readonly Row[]
  conflicts(): ReturnType<typeof openConflicts>
  verify(): ReturnType<typeof verifyStore>
}

/** Tables on which a desktop and the portal do not have the same rows. */
export const differing = (
  a: { rows(table: string): unknown },
  b: { rows(table: string): unknown },
): readonly string[] => syncedTables.filter((table) => JSON.stringify(a.rows(table)) !== JSON.stringify(b.rows(table)))

export const room = (code: string, more: object = {}) => ({
  code,
  name: `Salon ${code}`,
  venue: 'Merkez',
  address: null,
  capacity: 20,
  layout: null,
  equipment: [],
  accessible: true,
  unitId: null,
  bookableFrom: 540,
  bookableTo: 1020,
  ...more,
})

export const day = (name: string, date: string) => ({
  name,
  nameEn: null,
  kind: 'institution',
  half: 'none',
  announced: true,
  from: date,
  to: date,
})
