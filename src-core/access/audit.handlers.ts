import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { verifyStore } from '../database/verify.ts'
import type { Actor } from '../kernel/context.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { found, OperationError } from '../kernel/errors.ts'
import { workbookType } from '../kernel/file.ts'
import type { PageRequest } from '../kernel/page.ts'
import type { auditContract, LogRow } from './audit.contract.ts'
import { namesOf, rowOf } from './audit.repository.ts'
import { mayRead, readersOf, readsWholeLog } from './audit.rules.ts'
import { historyOf } from './history.ts'
import { actorsOfLog, entryOf, logPage, logPieces } from './log.repository.ts'
import { logWorkbook } from './log.workbook.ts'
import { recordsOf } from './log-entry.ts'
import { toLogRows } from './log-rows.ts'
import { idsOfSame } from './officer.repository.ts'

const onlyOwn = async (db: Reader, actor: Actor): Promise<readonly string[] | undefined> =>
  readsWholeLog(actor) ? undefined : idsOfSame(db, actor.id)

async function* rowsOfLog(db: Reader, actor: Actor, page: PageRequest): AsyncGenerator<LogRow> {
  for await (const piece of logPieces(db, page)) yield* await toLogRows(db, actor, piece)
}

export const auditHandlers: Handlers<typeof auditContract> = {
  log: async ({ input, db, actor }) => {
    const { rows, total } = await logPage(db, input, await onlyOwn(db, actor))
    return { rows: await toLogRows(db, actor, rows), total }
  },

  logEntry: async ({ input: { commandId }, db, actor }) => {
    const entry = found(await entryOf(db, commandId), 'logEntry', commandId)
    const own = await onlyOwn(db, actor)
    if (own && !own.includes(entry.actorId))
      throw new OperationError('NOT_FOUND', { entity: 'logEntry', id: commandId })
    const [row] = await toLogRows(db, actor, [entry])
    return { row: found(row, 'logEntry', commandId), ...(await recordsOf(db, actor, commandId)) }
  },

  logActors: async ({ db, actor }) => actorsOfLog(db, await onlyOwn(db, actor)),

  exportLog: async ({ input: { language, ...page }, db, actor, ports, now }) => {
    const rows = rowsOfLog(db, actor, { ...page, start: 0, end: 1 })
    const bytes = await ports.writeWorkbook(logWorkbook(rows, language))
    const name = { tr: 'İşlem kayıtları', en: 'Log' }[language]
    return new File([new Uint8Array(bytes)], `${name} ${istanbulDate(now)}.xlsx`, { type: workbookType })
  },

  verify: ({ db, columns, report, signal }) => verifyStore(db, columns, { report, signal }),

  history: async ({ input: { table, id }, db, actor }) => {
    if (!mayRead(actor, table)) {
      throw new OperationError('NOT_ALLOWED', { operation: 'access.history', roles: readersOf[table] })
    }
    const row = found(await rowOf(db, table, id), table, id)
    const nameOf = await namesOf(db, new Map([[table, new Set([id])]]))
    return { name: nameOf(table, id), entries: await historyOf(db, table, row) }
  },
}
