import { randomBytes } from 'node:crypto'
import { type Backup, type RescueProblem, rescueProblems } from '../../src-core/access/backup.ts'
import { appendToLog } from '../../src-core/database/command-log.ts'
import { type Dispatcher, operationsOf, parseInput } from '../../src-core/database/dispatcher.ts'
import { features } from '../../src-core/features.ts'
import { isOperationError, OperationError, type OperationErrorData } from '../../src-core/kernel/errors.ts'
import { uuidV7 } from '../../src-core/kernel/ids.ts'
import { backupsIn, rescueStore } from '../../src-node/store/rescue.ts'
import type { Academy } from './academy.ts'
import { program } from './program.ts'

/** A store that was refused although it has backups. */
export type Rescue = {
  readonly problem: RescueProblem
  readonly folder: string
  readonly backups: readonly Backup[]
}

const isRescuable = (problem: string): problem is RescueProblem =>
  (rescueProblems as readonly string[]).includes(problem)

/** What an officer can do about a refusal; nothing where the reason is another one, or where there is no backup. */
export async function rescueFor(refusal: unknown, folder: string): Promise<Rescue | undefined> {
  if (!isOperationError(refusal) || refusal.code !== 'STORE_FAILED') return undefined
  const { problem } = refusal.data as OperationErrorData['STORE_FAILED']
  const backups = isRescuable(problem) ? await backupsIn(folder) : []
  return isRescuable(problem) && backups.length > 0 ? { problem, folder, backups } : undefined
}

/**
 * Stands before a store that does not open: it tells the window so and brings the store back. `open` opens the academy
 * then, and from there on everything goes to it.
 */
export function rescueDispatcher(found: Rescue, open: () => Promise<Academy>): Dispatcher {
  const operations = operationsOf(features)
  let rescue = found
  let academy: Academy | undefined
  let underWay: Promise<Academy> | undefined

  async function bringBack(backup: string | null): Promise<Academy> {
    try {
      if (backup !== null) await rescueStore(rescue.folder, { backup }, new Date())
      const opened = await open()
      await note(opened, backup)
      return opened
    } catch (error) {
      rescue = (await rescueFor(error, rescue.folder)) ?? rescue
      throw error
    }
  }

  const run: Dispatcher['run'] = async (name, input, connection, call) => {
    if (academy) return academy.dispatcher.run(name, input, connection, call)
    if (name === 'access.state') return { ...closed, rescue: { ...rescue, backups: [...rescue.backups] } }
    const procedure = operations.get(name)
    if (name !== 'access.rescue' || !procedure) {
      throw new OperationError('STORE_FAILED', { problem: rescue.problem, folder: rescue.folder })
    }
    const { backup } = (await parseInput(procedure, input)) as { backup: string | null }
    underWay ??= bringBack(backup).finally(() => {
      underWay = undefined
    })
    academy = await underWay
    return {}
  }

  const runRecorded: Dispatcher['runRecorded'] = async (...call) => {
    if (!academy) throw new OperationError('STORE_FAILED', { problem: rescue.problem, folder: rescue.folder })
    return academy.dispatcher.runRecorded(...call)
  }

  return { operations, run, runRecorded }
}

/** What the window is told of an academy that nobody can sign in to. */
const closed = {
  needsSetUp: false,
  institution: '',
  sample: false,
  idleMinutes: 0,
  account: null,
  locked: false,
  mustChangePassword: false,
  sampleAccounts: [],
}

/** The rescue stands in the log of the store that it brought back. */
async function note({ opened }: Academy, backup: string | null): Promise<void> {
  const now = new Date()
  const context = {
    commandId: uuidV7(now.getTime(), randomBytes(10)),
    actor: program.actor ?? { id: 'program', name: '', roles: [] },
    now: now.toISOString(),
    source: 'window' as const,
  }
  await opened.store.write(({ db }) => appendToLog(db, 'access.rescue', { name: backup }, context, { outcome: 'done' }))
}
