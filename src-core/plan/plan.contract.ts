import { budgetContract } from './budget.contract.ts'
import { documentContract } from './document.contract.ts'
import { linesContract } from './lines.contract.ts'
import { planListContract } from './list.contract.ts'
import { ownPlanContract } from './own-plan.contract.ts'
import { reviewContract } from './review.contract.ts'

/** The annual plan: its lines, its money, and its way from draft to the end of the year. */
export const planContract = {
  ...linesContract,
  ...budgetContract,
  ...reviewContract,
  ...documentContract,
  ...planListContract,
  ...ownPlanContract,
}
