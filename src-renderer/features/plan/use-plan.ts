import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { orpc } from '../../app/api.ts'
import { setting, useSetting } from '../../ui/stored.ts'
import type { Tone } from '../../ui/values/StatusWord.tsx'

const chosen = setting<string>('plan', '', (stored) => (typeof stored === 'string' ? stored : undefined))

/** Works on another plan from now on, on every screen of the plan. */
export const choosePlan = (id: string): void => chosen.set(id)

/** The plan being worked on; without a choice the newest. */
export function usePlan() {
  const { data, isPending, error, refetch } = useQuery(orpc.plan.plans.queryOptions())
  const [id] = useSetting(chosen)
  const plans = data ?? []
  return { plan: plans.find((one) => one.id === id) ?? plans[0], plans, isPending, error, retry: () => void refetch() }
}

export const planTones: Readonly<Record<Plan['state'], Tone>> = {
  DRAFT: 'neutral',
  UNDER_REVIEW: 'active',
  SUBMITTED: 'active',
  APPROVED: 'good',
  PUBLISHED: 'good',
  REVISING: 'warn',
  SUPERSEDED: 'neutral',
  CLOSED: 'neutral',
}

/** What a plan is called: its year, and its revision when it has one. */
export function usePlanName(): (plan: Pick<Plan, 'year' | 'revision'>) => string {
  const { t } = useTranslation('plan')
  return ({ year, revision }) => t(revision === 0 ? 'revision' : 'revisionN', { year: String(year), revision })
}
