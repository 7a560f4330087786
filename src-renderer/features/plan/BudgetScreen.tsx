import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../src-core/kernel/numbers.ts'
import { mayEdit } from '../../../src-core/plan/plan.rules.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { useAddressWord, useGo } from '../../app/address.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { StatRow, StatTile } from '../../ui/values/StatTile.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { BudgetTypes } from './BudgetTypes.tsx'
import { BudgetUnits } from './BudgetUnits.tsx'
import { PlanSwitcher } from './PlanSwitcher.tsx'
import classes from './plan.module.css'
import { RatesForm } from './RatesForm.tsx'
import { Scenarios } from './Scenarios.tsx'
import { useMayPlan } from './use-may-plan.ts'
import { planTones } from './use-plan.ts'
import { WithPlan } from './WithPlan.tsx'

const tabs = ['units', 'types', 'scenarios', 'rates'] as const

/** The money of a plan: ceilings, what is planned and spent, and what a smaller budget would leave out. */
export function BudgetScreen() {
  const { t } = useTranslation('plan')
  return (
    <WithPlan title={t('budget.title')}>{(plan, plans) => <Budget key={plan.id} plan={plan} plans={plans} />}</WithPlan>
  )
}

function Budget({ plan, plans }: { readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const { t } = useTranslation(['plan', 'records'])
  const language = useNumberLanguage()
  const go = useGo()
  const may = useMayPlan()
  const [tab, setTab] = useAddressWord('tab', tabs, 'units')
  const found = useQuery(orpc.plan.budget.queryOptions({ input: { planId: plan.id } }))
  const budget = found.data
  const whole = budget?.units[0]
  const ceiling = whole?.ceiling ?? null
  const over = budget?.units.filter((unit) => unit.over) ?? []
  const money = (minor: number) => formatMoney(minor, language)
  return (
    <Screen
      layout="flow"
      header={
        <PageHeader
          title={t('budget.title')}
          note={<StatusWord tone={planTones[plan.state]}>{t(`records:value.state.${plan.state}`)}</StatusWord>}
          primary={{ label: t('budget.tab.scenarios'), run: () => setTab('scenarios') }}
        />
      }
    >
      <PlanSwitcher plan={plan} plans={plans} />
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {budget && (
        <div className={classes.flow}>
          <StatRow>
            <StatTile label={t('budget.planned')} value={money(budget.total.plannedMinor)} />
            <StatTile
              label={t('budget.ceiling')}
              value={ceiling ? money(ceiling.amountLira * 100) : t('budget.noCeiling')}
            />
            {ceiling && (
              <StatTile label={t('budget.left')} value={money(ceiling.amountLira * 100 - budget.total.plannedMinor)} />
            )}
            <StatTile label={t('budget.committed')} value={money(budget.total.committedMinor)} />
            <StatTile label={t('budget.actual')} value={money(budget.total.actualMinor)} />
          </StatRow>
          <div className={classes.notes}>
            {over.length > 0 && <Note tone="bad" text={t('budget.over', { count: over.length })} />}
            {budget.permission > 0 && (
              <Note
                tone="warn"
                text={t('budget.permission', { count: budget.permission })}
                action={{ label: t('title'), run: () => go(warningsAt(t('warningShort.permission'))) }}
              />
            )}
            {budget.lodgingMeals > 0 && (
              <Note
                tone="warn"
                text={t('budget.lodgingMeals', { count: budget.lodgingMeals })}
                action={{ label: t('title'), run: () => go(warningsAt(t('warningShort.lodgingMeals'))) }}
              />
            )}
          </div>
        </div>
      )}
      <Tabs value={tab} onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'units')} keepMounted={false}>
        <Tabs.List>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`budget.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="units" className={classes.tab ?? ''}>
          {budget && <BudgetUnits plan={plan} units={budget.units} unassigned={budget.unassigned.plannedMinor} />}
        </Tabs.Panel>
        <Tabs.Panel value="types" className={classes.tab ?? ''}>
          {budget && <BudgetTypes types={budget.byType} />}
        </Tabs.Panel>
        <Tabs.Panel value="scenarios" className={classes.tab ?? ''}>
          <Scenarios plan={plan} mayApply={may.keep && mayEdit(plan.state)} />
        </Tabs.Panel>
        <Tabs.Panel value="rates" className={classes.tab ?? ''}>
          <RatesForm readOnly={!may.keep} />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  )
}

/** The plan's lines that bear a warning. */
const warningsAt = (text: string): string =>
  `/plan/lines?filter=${encodeURIComponent(JSON.stringify({ warnings: { kind: 'contains', text } }))}`
