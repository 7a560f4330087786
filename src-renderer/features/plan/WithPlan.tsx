import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { useCycle } from '../needs/cycle/use-cycle.ts'
import { useMayPlan } from './use-may-plan.ts'
import { choosePlan, usePlan } from './use-plan.ts'

type Props = { readonly title: string; readonly children: (plan: Plan, plans: readonly Plan[]) => ReactNode }

/** A screen about the plan being worked on, or what to do when there is none. */
export function WithPlan({ title, children }: Props) {
  const { t } = useTranslation('plan')
  const { plan, plans, isPending, error, retry } = usePlan()
  const { create, year } = useCreatePlan(plans)
  if (plan) return children(plan, plans)
  return (
    <Screen header={<PageHeader title={title} />}>
      <ErrorNote error={error} onRetry={retry} />
      {!isPending && !error && (
        <EmptyState
          title={t('none')}
          text={t('noneText')}
          {...(create && { action: { label: t('create', { year: String(year) }), run: create } })}
        />
      )}
    </Screen>
  )
}

/** Opens the plan of the year being worked on, for who may and while there is none. */
export function useCreatePlan(plans: readonly Plan[]) {
  const { t } = useTranslation('plan')
  const { keep } = useMayPlan()
  const { cycle } = useCycle()
  const year = cycle?.year
  const missing = keep && year !== undefined && !plans.some((plan) => plan.year === year)
  const create = () => {
    if (year === undefined) return
    client.plan
      .createPlan({ year })
      .then(({ id }) => {
        choosePlan(id)
        tell({ text: t('created', { year: String(year) }), tone: 'good' })
      })
      .catch(tellError)
  }
  return { year, create: missing ? create : undefined }
}
