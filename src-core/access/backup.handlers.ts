import type { Handlers } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule } from '../kernel/errors.ts'
import type { backupContract } from './backup.contract.ts'
import { lastEntry } from './log.repository.ts'

export const backupHandlers: Handlers<typeof backupContract> = {
  backups: async ({ db, ports, now }) => {
    const backups = await ports.backups.list()
    const today = istanbulDate(now)
    return {
      backups: [...backups],
      dailyDue: !backups.some(({ kind, at }) => kind === 'daily' && istanbulDate(at) === today),
      entries: await lastEntry(db),
    }
  },

  backUp: ({ input: { kind }, ports, now, signal, report }) => ports.backups.create(kind, now, { signal, report }),

  verifyBackup: ({ input: { name }, ports, signal, report }) => ports.backups.check(name, { signal, report }),

  rescue: async () => breaksRule('nothingToRescue'),

  restoreBackup: async ({ input: { name }, ports, now }) => {
    await ports.backups.restore(name, now)
    return {}
  },
}
