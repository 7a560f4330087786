import { randomBytes } from 'node:crypto'
import { recognise } from '../../../src-core/access/index.ts'
import { createDispatcher, type Dispatcher, type Feature } from '../../../src-core/database/dispatcher.ts'
import type { Connection } from '../../../src-core/kernel/context.ts'
import { createPorts } from '../../../src-node/ports.ts'
import type { OpenedStore } from '../../../src-node/store/open-store.ts'

export const program: Connection = {
  source: 'service',
  actor: { id: 'program', name: 'Akademi', roles: 'all' },
  session: null,
  locked: false,
}

import { quickPasswords } from '../quick-passwords.ts'

export type AnyStore = Pick<OpenedStore, 'store' | 'columns' | 'files'> & Partial<Pick<OpenedStore, 'backups'>>

export type StoreAcademy = AnyStore & {
  readonly dispatcher: Dispatcher
  /** Faults of ours that were logged. */
  readonly faults: readonly unknown[]
  run(operation: string, input?: unknown, connection?: Connection): Promise<never>
  setNow(now: Date): void
}

/** The dispatcher before an opened store, with the given operations; also for programs that a test starts. */
export function academyOver(opened: AnyStore, features: Readonly<Record<string, Feature>>, start: Date): StoreAcademy {
  const { store, columns, files, backups } = opened
  let now = start
  const faults: unknown[] = []
  const dispatcher = createDispatcher({
    store,
    columns,
    features,
    ports: createPorts(files, new Uint8Array(32).fill(7), { passwords: quickPasswords, ...(backups && { backups }) }),
    clock: () => now,
    random: (bytes) => randomBytes(bytes),
    logFault: (_reference, error) => faults.push(error),
    recognise,
  })
  return {
    ...opened,
    dispatcher,
    faults,
    run: async (operation, input, connection = { ...program }) =>
      (await dispatcher.run(operation, input, connection)) as never,
    setNow: (next) => {
      now = next
    },
  }
}
