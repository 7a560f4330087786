import { feature } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { budgetHandlers } from './budget.handlers.ts'
import { documentHandlers } from './document.handlers.ts'
import { linesHandlers } from './lines.handlers.ts'
import { planListHandlers } from './list.handlers.ts'
import { ownPlanHandlers } from './own-plan.handlers.ts'
import { planContract } from './plan.contract.ts'
import { proposalHandlers } from './proposal.handlers.ts'
import { reviewHandlers } from './review.handlers.ts'

type Guards = {
  /** Refuses when something that the plan does not know stands against its publication. */
  readonly beforePublishing: (db: Reader, planId: string) => Promise<void>
}

export const planFeature = ({ beforePublishing }: Guards) =>
  feature(planContract, {
    ...linesHandlers,
    ...proposalHandlers,
    ...budgetHandlers,
    ...reviewHandlers,
    ...documentHandlers,
    ...planListHandlers,
    ...ownPlanHandlers,
    publish: async (call) => {
      await beforePublishing(call.db, call.input.planId)
      return reviewHandlers.publish(call)
    },
  })
