import type { Journal } from '../database/journal.ts'
import type { Replayable } from '../database/replay.ts'
import type { Reader, Transaction } from '../database/store.ts'
import type { Actor, CallSource } from '../kernel/context.ts'
import type { SyncMeans } from './client.ts'
import { addConflict } from './conflicts.ts'
import { noteRun, type Pending, touchedOf, unconfirmedCommands } from './pending.ts'

/** A recorded command as it is run again here: with the rights its officer has now. */
export async function replayable(
  db: Reader,
  command: Pending,
  { renew }: Pick<SyncMeans, 'renew'>,
): Promise<Replayable> {
  return {
    operation: command.operation,
    input: JSON.parse(renew(command.input)) ?? undefined,
    context: {
      commandId: command.commandId,
      actor: { id: command.actorId, name: command.actorName, roles: await rolesOf(db, command.actorId) },
      now: command.at,
      source: command.source as CallSource,
    },
    touched: await touchedOf(db, command, renew),
  }
}

/** Whoever has no account was the program itself or the command line, which act with full rights (decision 8). */
async function rolesOf(db: Reader, accountId: string): Promise<Actor['roles']> {
  const row = await db.selectFrom('account').select('roles').where('id', '=', accountId).executeTakeFirst()
  return row ? JSON.parse(row.roles) : 'all'
}

/**
 * Runs every command that the portal has not confirmed again over the rows that came. One that no longer holds goes to the
 * inbox and holds up no other; one that the portal has acknowledged comes back as rows whatever happens here.
 */
export async function rebase(transaction: Transaction, means: SyncMeans, journal: Journal): Promise<number> {
  const { db } = transaction
  const now = means.clock().toISOString()
  let rejected = 0
  for (const command of await unconfirmedCommands(db)) {
    try {
      const { summary } = await means.replay(transaction, await replayable(db, command, means), {
        logged: false,
        journal,
      })
      await noteRun(db, command.commandId, summary.touched)
    } catch (error) {
      const refusal = means.refusalOf(error)
      if (command.state === 'sent') continue
      await addConflict(db, command, refusal, now)
      rejected++
    }
  }
  return rejected
}
