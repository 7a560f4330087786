import { Tabs } from '@mantine/core'
import { IconCalendarX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { useAddressWord, useOpenId } from '../../app/address.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { PlanSwitcher } from '../plan/PlanSwitcher.tsx'
import { WithPlan } from '../plan/WithPlan.tsx'
import { ClashCount } from './ClashCount.tsx'
import { ClashLevelsForm } from './ClashLevelsForm.tsx'
import { ClashTable } from './ClashTable.tsx'
import classes from './delivery.module.css'
import { LateHoliday } from './LateHoliday.tsx'
import { SessionPanel } from './SessionPanel.tsx'
import { UnitDuty } from './UnitDuty.tsx'
import { useMaySchedule } from './use-moving.ts'
import { useSchedule } from './use-schedule.ts'

const tabs = ['list', 'holiday', 'duty', 'levels'] as const

/** What clashes, how hard that is, and a holiday that comes late. */
export function ClashesScreen() {
  const { t } = useTranslation('delivery')
  return (
    <WithPlan title={t('clash.title')}>{(plan, plans) => <Clashes key={plan.id} plan={plan} plans={plans} />}</WithPlan>
  )
}

function Clashes({ plan, plans }: { readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const { t } = useTranslation('delivery')
  const may = useMaySchedule()
  const shown = useSchedule(plan.id)
  const [tab, setTab] = useAddressWord('tab', tabs, 'list')
  const [openId, setOpenId] = useOpenId()
  const open = shown.schedule?.byId.get(openId ?? '')
  const editable = may.keep && plan.state !== 'CLOSED' && plan.state !== 'SUPERSEDED'
  return (
    <Screen
      layout="flow"
      header={
        <PageHeader
          title={t('clash.title')}
          note={<ClashCount shown={shown} />}
          {...(editable && {
            primary: { label: t('holiday.title'), run: () => setTab('holiday'), icon: IconCalendarX },
          })}
        />
      }
      panel={
        open && (
          <SessionPanel
            key={open.id}
            plan={plan}
            session={open}
            shown={shown}
            asked={undefined}
            onClose={() => setOpenId(undefined)}
          />
        )
      }
    >
      <PlanSwitcher plan={plan} plans={plans} />
      <ErrorNote error={shown.error} onRetry={shown.retry} />
      <Tabs value={tab} onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'list')} keepMounted={false}>
        <Tabs.List className={classes.tabs ?? ''}>
          {tabs
            .filter((name) => name !== 'holiday' || editable)
            .map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`clash.tab.${name}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Tabs.Panel value="list" className={classes.tab ?? ''}>
          <ClashTable shown={shown} openId={open?.id} onOpen={setOpenId} />
        </Tabs.Panel>
        <Tabs.Panel value="holiday" className={classes.tab ?? ''}>
          {editable && shown.schedule && <LateHoliday plan={plan} schedule={shown.schedule} />}
        </Tabs.Panel>
        <Tabs.Panel value="duty" className={classes.tab ?? ''}>
          <UnitDuty editable={may.keep} />
        </Tabs.Panel>
        <Tabs.Panel value="levels" className={classes.tab ?? ''}>
          <ClashLevelsForm key={JSON.stringify(shown.levels)} levels={shown.levels} readOnly={!may.setLevels} />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  )
}
