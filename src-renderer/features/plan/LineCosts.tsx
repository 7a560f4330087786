import { ActionIcon, Checkbox, Select, TextInput, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../src-core/kernel/numbers.ts'
import { mayEdit } from '../../../src-core/plan/plan.rules.ts'
import { costTypes, type Plan, type PlanCost, type PlanLine } from '../../../src-core/plan/plan.ts'
import { client } from '../../app/api.ts'
import { leadToUnread } from '../../ui/form/lead-to-unread.ts'
import { MoneyField } from '../../ui/form/MoneyField.tsx'
import { Facts } from '../../ui/screen/Section.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './plan.module.css'
import type { useLineActions } from './use-line-actions.ts'

type Props = {
  readonly id: string
  readonly plan: Plan
  readonly line: PlanLine
  readonly changeReason: string | null
  readonly actions: ReturnType<typeof useLineActions>
  readonly readOnly: boolean
}

/** The costs of a line by type: planned while the plan is made, committed and actual through the year. */
export function LineCosts({ id, plan, line, changeReason, actions, readOnly }: Props) {
  const { t } = useTranslation(['plan', 'records'])
  const language = useNumberLanguage()
  const [costs, setCosts] = useState<readonly PlanCost[]>(line.costs)
  const locked = readOnly || !mayEdit(plan.state)
  const change = (type: PlanCost['type'], patch: Partial<PlanCost>) =>
    setCosts((before) => before.map((cost) => (cost.type === type ? { ...cost, ...patch } : cost)))
  const sum = (of: (cost: PlanCost) => number) => costs.reduce((total, cost) => total + of(cost), 0)
  const planned = sum(({ plannedMinor }) => plannedMinor)
  const missing = costTypes.filter((type) => !costs.some((cost) => cost.type === type))
  const each = (count: number) => (count === 0 ? '–' : formatMoney(Math.round(planned / count), language))
  const money = (cost: PlanCost, key: 'plannedMinor' | 'committedMinor' | 'actualMinor', label: string) => (
    <td data-right>
      <MoneyField
        size="xs"
        w={100}
        aria-label={`${t(`records:value.type.${cost.type}`)}: ${label}`}
        bare
        value={cost[key]}
        disabled={key === 'plannedMinor' ? locked : readOnly}
        onChange={(value) => change(cost.type, { [key]: value ?? 0 })}
      />
    </td>
  )
  return (
    <form
      id={id}
      onSubmit={(event) => {
        event.preventDefault()
        if (leadToUnread(event.currentTarget)) return
        const input = { planId: plan.id, lineId: line.id, costs: [...costs], changeReason }
        void actions.run(client.plan.setCosts(input), () => t('panel.costsSaved'))
      }}
    >
      <Facts
        facts={[
          [t('panel.total'), formatMoney(planned, language)],
          [t('panel.perGroup'), each(line.groups)],
          [t('panel.perPerson'), each(line.personsPlanned)],
        ]}
      />
      {costs.length === 0 && <p className={classes.dim}>{t('panel.noCosts')}</p>}
      {costs.length > 0 && (
        <table className={classes.costs}>
          <thead>
            <tr>
              <th scope="col">{t('panel.type')}</th>
              <th scope="col">{t('panel.planned')}</th>
              <th scope="col">{t('panel.committed')}</th>
              <th scope="col">{t('panel.actual')}</th>
              <td />
            </tr>
          </thead>
          {costs.map((cost) => (
            <tbody key={cost.type}>
              <tr>
                <td>{t(`records:value.type.${cost.type}`)}</td>
                {money(cost, 'plannedMinor', t('panel.planned'))}
                {money(cost, 'committedMinor', t('panel.committed'))}
                {money(cost, 'actualMinor', t('panel.actual'))}
                <td>
                  {!locked && (
                    <Tooltip label={t('panel.removeCost')}>
                      <ActionIcon
                        size="sm"
                        aria-label={`${t('panel.removeCost')}: ${t(`records:value.type.${cost.type}`)}`}
                        onClick={() => setCosts(costs.filter(({ type }) => type !== cost.type))}
                      >
                        <IconX size={14} />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </td>
              </tr>
              <tr>
                <td colSpan={2}>
                  <Checkbox
                    size="xs"
                    label={t('panel.includes')}
                    checked={cost.includesLodgingMeals}
                    disabled={locked}
                    onChange={(event) => change(cost.type, { includesLodgingMeals: event.currentTarget.checked })}
                  />
                </td>
                <td colSpan={3}>
                  <TextInput
                    size="xs"
                    aria-label={`${t(`records:value.type.${cost.type}`)}: ${t('panel.document')}`}
                    placeholder={t('panel.document')}
                    maxLength={80}
                    value={cost.documentNo ?? ''}
                    disabled={readOnly}
                    onChange={(event) => change(cost.type, { documentNo: event.currentTarget.value || null })}
                  />
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
      {!readOnly && missing.length > 0 && (
        <Select
          size="xs"
          mt={12}
          w={200}
          aria-label={t('panel.addCost')}
          placeholder={t('panel.addCost')}
          data={missing.map((type) => ({ value: type, label: t(`records:value.type.${type}`) }))}
          value={null}
          onChange={(type) => {
            const added = missing.find((one) => one === type)
            if (added) setCosts([...costs, { ...nothing, type: added, includesLodgingMeals: isStay(added) }])
          }}
        />
      )}
    </form>
  )
}

const isStay = (type: PlanCost['type']): boolean => type === 'lodging' || type === 'meal'

const nothing: Omit<PlanCost, 'type' | 'includesLodgingMeals'> = {
  plannedMinor: 0,
  committedMinor: 0,
  actualMinor: 0,
  documentNo: null,
}
