import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
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
import type { OpenedPostgres } from '../../src-node/store/open-postgres.ts'
import { openFoundedPostgres, openPostgresCopy, openPostgresTemplate } from './database/founded-postgres.ts'
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

/** An academy over a store of PostgreSQL, as one over a file is opened by the service. */
function postgresAcademy({ store, columns }: OpenedPostgres, folder: string, clock: () => Date): Academy {
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

const onPostgres = () => process.env.AKADEMI_TEST_STORE === 'postgres'

const temporaryFolder = () => mkdtemp(join(tmpdir(), 'akademi-test-'))

/** The clock of an academy: 10:00 on 15 December 2026 until it is moved. */
const testClock = (start = '2026-12-15T07:00:00.000Z') => {
  let now = new Date(start)
  return {
    read: () => now,
    set: (instant: string) => {
      now = new Date(instant)
    },
  }
}

type TestClock = ReturnType<typeof testClock>

const fileAcademy = (folder: string, clock: () => Date) =>
  openAcademy({ folder, dataKey, clock, ports: { passwords: quickPasswords } })

function testAcademy(academy: Academy, folder: string, clock: TestClock): TestAcademy {
  let open = true
  return {
    academy,
    folder,
    run: async (operation, input, { as, connection, report, signal } = {}) =>
      (await academy.dispatcher.run(operation, input, connection ?? (as ? officer(...as) : program), {
        report,
        signal,
      })) as never,
    setNow: clock.set,
    close: async () => {
      if (open) await academy.close()
      open = false
    },
  }
}

/** An academy in a fresh folder that is gone after the test. Its clock stands at 10:00 on 15 December 2026 until moved. */
export async function openTestAcademy(folder?: string): Promise<TestAcademy> {
  const place = folder ?? (await temporaryFolder())
  const clock = testClock()
  const academy =
    onPostgres() && !folder
      ? postgresAcademy(await openFoundedPostgres(), place, clock.read)
      : await fileAcademy(place, clock.read)
  const opened = testAcademy(academy, place, clock)
  onTestFinished(async () => {
    await opened.close()
    if (!folder) await rm(place, { recursive: true, force: true })
  })
  return opened
}

type Prepared = {
  readonly folder: string
  readonly database: string | null
  readonly now: string
  readonly facts: unknown
}

const prepared = new Map<unknown, Promise<Prepared>>()

async function prepareOnce(prepare: (academy: TestAcademy) => Promise<unknown>): Promise<Prepared> {
  const folder = await temporaryFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const clock = testClock()
  const template = onPostgres() ? await openPostgresTemplate() : undefined
  const academy = template ? postgresAcademy(template, folder, clock.read) : await fileAcademy(folder, clock.read)
  const opened = testAcademy(academy, folder, clock)
  const facts = await prepare(opened)
  await opened.close()
  await template?.store.close()
  return { folder, database: template?.name ?? null, now: clock.read().toISOString(), facts }
}

/**
 * A copy of an academy that `prepare` has filled, gone after the test, and what `prepare` gave. It fills one in each
 * process of the tests, and moves its clock for all copies.
 */
export async function openPreparedAcademy<T>(
  prepare: (academy: TestAcademy) => Promise<T>,
): Promise<TestAcademy & { readonly facts: T }> {
  const known = prepared.get(prepare) ?? prepareOnce(prepare)
  prepared.set(prepare, known)
  const { folder, database, now, facts } = await known
  const place = await temporaryFolder()
  await cp(folder, place, { recursive: true })
  const clock = testClock(now)
  const academy = database
    ? postgresAcademy(await openPostgresCopy(database), place, clock.read)
    : await fileAcademy(place, clock.read)
  const opened = testAcademy(academy, place, clock)
  onTestFinished(async () => {
    await opened.close()
    await rm(place, { recursive: true, force: true })
  })
  return { ...opened, facts: facts as T }
}
