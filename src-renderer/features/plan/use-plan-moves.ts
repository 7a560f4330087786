import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayEdit, type PlanMove } from '../../../src-core/plan/plan.rules.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { askYesNo } from '../../ui/feedback/ask.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { choosePlan } from './use-plan.ts'

/** The moves of a plan; each says where the plan stands afterwards. */
export function usePlanMoves(plan: Plan) {
  const { t } = useTranslation(['plan', 'records'])
  const [busy, setBusy] = useState(false)
  const ref = { planId: plan.id, rowVersion: plan.rowVersion }
  const publishing = useLongOperation((input: typeof ref, options) => client.plan.publish(input, options))

  const move = async (work: Promise<Plan>): Promise<Plan | undefined> => {
    setBusy(true)
    try {
      const moved = await work
      tell({ text: t('review.moved', { state: t(`records:value.state.${moved.state}`) }), tone: 'good' })
      return moved
    } catch (error) {
      tellError(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const publish = async () => {
    if (
      !(await askYesNo({
        question: t('review.publishAsk'),
        detail: t('review.publishDetail'),
        yes: t('review.move.publish'),
      }))
    )
      return
    const done = await publishing.start(ref)
    if (!done) return
    publishing.reset()
    tell({ text: t('review.publishedDone', done), tone: 'good' })
  }
  return {
    busy,
    publishing,
    /** A move that needs nothing else. */
    plain: async (name: PlanMove) => {
      if (name === 'publish') return publish()
      if (name === 'sendToReview') await move(client.plan.sendToReview(ref))
      if (name === 'submit') await move(client.plan.submit(ref))
      if (name === 'close') await move(client.plan.close(ref))
    },
    returnPlan: (reason: string) => move(client.plan.returnPlan({ ...ref, reason })),
    approve: (approval: { approvedNo: string; approvedOn: string; approvers: string[] }) =>
      move(client.plan.approve({ ...ref, ...approval })),
    revise: async (reason: string) => {
      const opened = await move(client.plan.revise({ ...ref, reason }))
      if (opened && mayEdit(opened.state)) choosePlan(opened.id)
    },
  }
}
