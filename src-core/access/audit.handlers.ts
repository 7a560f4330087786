import type { Handlers } from '../database/dispatcher.ts'
import { found, OperationError } from '../kernel/errors.ts'
import type { auditContract } from './audit.contract.ts'
import { namesOf, rowOf } from './audit.repository.ts'
import { mayRead, readersOf } from './audit.rules.ts'
import { historyOf } from './history.ts'

export const auditHandlers: Handlers<typeof auditContract> = {
  history: async ({ input: { table, id }, db, actor }) => {
    if (!mayRead(actor, table)) {
      throw new OperationError('NOT_ALLOWED', { operation: 'access.history', roles: readersOf[table] })
    }
    const row = found(await rowOf(db, table, id), table, id)
    const nameOf = await namesOf(db, new Map([[table, new Set([id])]]))
    return { name: nameOf(table, id), entries: await historyOf(db, table, row) }
  },
}
