import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { found, OperationError } from '../kernel/errors.ts'
import { workbookType } from '../kernel/file.ts'
import { cycleById } from './cycle.repository.ts'
import { collectingAt, hasRole } from './cycle.rules.ts'
import { trainingsOf } from './form.repository.ts'
import { parseSources } from './need.ts'
import type { needListContract } from './need-list.contract.ts'
import * as list from './need-list.repository.ts'
import { needsWorkbook } from './need-list.workbook.ts'
import { guardOf } from './priority.handlers.ts'

export const needListHandlers: Handlers<typeof needListContract> = {
  listNeeds: ({ db, input }) => list.listNeeds(db, input),

  getNeed: async ({ db, input, actor, now }) => {
    const row = found(await list.needRowById(db, input.id), 'need', input.id)
    const { cycleId, sources, carriedFromId, personActive, ...detail } = found(
      await list.needDetail(db, input.id),
      'need',
      input.id,
    )
    const cycle = found(await cycleById(db, cycleId), 'cycle', cycleId)
    return {
      ...row,
      ...detail,
      cycleId,
      names: detail.names ?? null,
      personActive: personActive === 1,
      sources: [...parseSources(sources)],
      carriedFrom: (carriedFromId && (await list.earlierNeed(db, carriedFromId))) || null,
      recentTraining: (await recentTraining(db, row, now)) ?? null,
      editable: collectingAt(cycle, now) === 'open' && hasRole(actor, 'TO'),
    }
  },

  exportNeeds: async ({ db, input, ports, report, signal, now }) => {
    const cycle = found(await cycleById(db, input.cycleId), 'cycle', input.cycleId)
    const parts = list.allNeeds(db, input, (done, total) => {
      if (signal.aborted) throw new OperationError('CANCELLED', {})
      report({ stage: 'writeRows', done, total })
    })
    const shown = { year: cycle.year, columns: input.columns, parts }
    const { name, spec } = needsWorkbook(shown, input.language, istanbulDate(now))
    const bytes = await ports.writeWorkbook(spec)
    return new File([new Uint8Array(bytes)], name, { type: workbookType })
  },
}

type Asked = { readonly personId: string | null; readonly topicId: string | null }

async function recentTraining(db: QueryCall<unknown>['db'], { personId, topicId }: Asked, now: string) {
  if (!personId || !topicId) return undefined
  const { since } = await guardOf(db, now)
  const training = (await trainingsOf(db, personId)).find((one) => one.topicId === topicId && one.completedOn >= since)
  return training && { name: training.name, completedOn: training.completedOn, certificateNo: training.certificateNo }
}
