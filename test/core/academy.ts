import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { confirmPassword, recognise } from '../../src-core/access/index.ts'
import { createDispatcher } from '../../src-core/database/dispatcher.ts'
import { features } from '../../src-core/features.ts'
import type { Connection } from '../../src-core/kernel/context.ts'
import type { Progress } from '../../src-core/kernel/operation.ts'
import type { OfficerRole, PortalRole } from '../../src-core/kernel/roles.ts'
import { type Academy, openAcademy } from '../../src-main/service/academy.ts'
import { createPorts } from '../../src-node/ports.ts'
import { openFileStore } from '../../src-node/store/file-store.ts'
import { openFoundedPostgres } from './database/founded-postgres.ts'
import { quickPasswords } from './quick-passwords.ts'

export type TestAcademy = {
  readonly academy: Academy
  readonly folder: string
  /** Runs an operation as an officer with these roles; without `as` as the program itself, who may do everything. */
  run(operation: string, input?: unknown, options?: RunOptions): Promise<never>
  /** Moves the academy's clock. */
  setNow(instant: string): void
  close(): Promise<void>
}

type RunOptions = {
  readonly as?: readonly OfficerRole[]
  readonly connection?: Connection
  readonly report?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** A connection on which an officer with these roles has signed in. */
export const officer = (...roles: OfficerRole[]): Connection => ({
  source: 'window',
  actor: { id: `officer-${roles.join('-')}`, name: `Officer ${roles.join(' ')}`, roles },
  session: null,
  locked: false,
})

/** A connection on which somebody with these roles has signed in to the portal; staff are known there by their own id. */
export const visitor = (id: string, ...roles: PortalRole[]): Connection => ({
  source: 'portal',
  actor: { id, name: `Visitor ${roles.join(' ')}`, roles },
  session: null,
  locked: false,
})

const program: Connection = {
  source: 'service',
  actor: { id: 'program', name: 'Akademi', roles: 'all' },
  session: null,
  locked: false,
}

const dataKey = new Uint8Array(32).fill(7)

/** The same over PostgreSQL, for running the tests of handlers and repositories on the portal's database. */
async function openPostgresAcademy(folder: string, clock: () => Date): Promise<Academy> {
  const { store, columns } = await openFoundedPostgres()
  const files = openFileStore(join(folder, 'files'))
  const ports = createPorts(files, dataKey, { passwords: quickPasswords })
  const dispatcher = createDispatcher({
    store,
    columns,
    features,
    ports,
    clock,
    random: (bytes) => randomBytes(bytes),
    logFault: (_reference, error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    recognise,
    confirm: confirmPassword,
  })
  const { backups } = ports
  return {
    dispatcher,
    // The store closes itself when the test is over.
    opened: { store, columns, files, backups, folder, close: async () => {} },
    close: async () => {},
  }
}

/** An academy in a fresh folder that is gone after the test. Its clock stands at 10:00 on 15 December 2026 until moved. */
export async function openTestAcademy(folder?: string): Promise<TestAcademy> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'akademi-test-')))
  let now = new Date('2026-12-15T07:00:00.000Z')
  const clock = () => now
  const academy =
    process.env.AKADEMI_TEST_STORE === 'postgres' && !folder
      ? await openPostgresAcademy(place, clock)
      : await openAcademy({ folder: place, dataKey, clock, ports: { passwords: quickPasswords } })
  let open = true
  const close = async () => {
    if (open) await academy.close()
    open = false
  }
  onTestFinished(async () => {
    await close()
    if (!folder) await rm(place, { recursive: true, force: true })
  })
  return {
    academy,
    folder: place,
    run: async (operation, input, { as, connection, report, signal } = {}) =>
      (await academy.dispatcher.run(operation, input, connection ?? (as ? officer(...as) : program), {
        report,
        signal,
      })) as never,
    setNow: (instant) => {
      now = new Date(instant)
    },
    close,
  }
}
