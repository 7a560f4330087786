import { feature } from '../database/dispatcher.ts'
import { budgetHandlers } from './budget.handlers.ts'
import { documentHandlers } from './document.handlers.ts'
import { linesHandlers } from './lines.handlers.ts'
import { ownPlanHandlers } from './own-plan.handlers.ts'
import { planContract } from './plan.contract.ts'
import { proposalHandlers } from './proposal.handlers.ts'
import { reviewHandlers } from './review.handlers.ts'

export const plan = feature(planContract, {
  ...linesHandlers,
  ...proposalHandlers,
  ...budgetHandlers,
  ...reviewHandlers,
  ...documentHandlers,
  ...ownPlanHandlers,
})
