import { readSetting } from '../access/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import { breaksRule, OperationError } from '../kernel/errors.ts'
import { readBudget } from './budget.handlers.ts'
import { changesBetween } from './change.rules.ts'
import type { documentContract } from './document.contract.ts'
import { planDocument } from './plan.document.ts'
import { linesOf } from './plan.repository.ts'
import { planOf } from './plan-change.ts'

export const documentHandlers: Handlers<typeof documentContract> = {
  document: async ({ db, input, now, ports, report, signal }) => {
    const { kind, language } = input
    const plan = await planOf(db, input.planId)
    if (kind === 'changes' && plan.basedOnId === null) breaksRule('notARevision')
    report({ stage: 'readingLines', done: 0, total: 0 })
    const { lines, units, byType } = await readBudget(db, plan)
    const earlier = kind === 'changes' && plan.basedOnId !== null ? await linesOf(db, plan.basedOnId) : []
    const changes = kind === 'changes' ? changesBetween(earlier, lines) : []
    const institution = (await readSetting(db, 'institution')) ?? ''
    const document = planDocument({ kind, plan, lines, units, byType, changes, institution, language, now })
    if (signal.aborted) throw new OperationError('CANCELLED', {})
    report({ stage: 'printing', done: 0, total: 0 })
    const bytes = await ports.printDocument('documents/plan.typ', document, now)
    return { file: new File([new Uint8Array(bytes)], document.fileName, { type: 'application/pdf' }) }
  },
}
