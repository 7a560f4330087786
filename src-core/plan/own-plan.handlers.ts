import type { Handlers } from '../database/dispatcher.ts'
import type { ownPlanContract } from './own-plan.contract.ts'
import { noticesFor } from './own-plan.repository.ts'

export const ownPlanHandlers: Handlers<typeof ownPlanContract> = {
  myTrainings: async ({ db, actor }) => ({ notices: await noticesFor(db, actor.id) }),
}
