import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { choosePlan, usePlanName } from './use-plan.ts'

type Props = { readonly plan: Plan; readonly plans: readonly Plan[] }

/** Which plan of which year is on the screen. */
export function PlanSwitcher({ plan, plans }: Props) {
  const { t } = useTranslation(['plan', 'records'])
  const nameOf = usePlanName()
  return (
    <Select
      size="xs"
      w={236}
      aria-label={t('switcher')}
      allowDeselect={false}
      data={plans.map((one) => ({
        value: one.id,
        label: `${nameOf(one)} · ${t(`records:value.state.${one.state}`)}`,
      }))}
      value={plan.id}
      onChange={(id) => id && choosePlan(id)}
    />
  )
}
