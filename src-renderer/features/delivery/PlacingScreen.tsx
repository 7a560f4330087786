import { Button } from '@mantine/core'
import { IconPlayerPlay, IconTable } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacingSettings } from '../../../src-core/delivery/placing.settings.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { useGo } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { StatRow, StatTile } from '../../ui/values/StatTile.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { PlanSwitcher } from '../plan/PlanSwitcher.tsx'
import { WithPlan } from '../plan/WithPlan.tsx'
import classes from './delivery.module.css'
import { PlacingForm } from './PlacingForm.tsx'
import { PlacingResult } from './PlacingResult.tsx'
import { PlacingRun } from './PlacingRun.tsx'
import { useMaySchedule, useMoving } from './use-moving.ts'
import { useSchedule } from './use-schedule.ts'

/** Placing the year: trainings out of the plan's lines, the search, its result, and taking that over. */
export function PlacingScreen() {
  const { t } = useTranslation('delivery')
  return (
    <WithPlan title={t('placing.title')}>
      {(plan, plans) => <Placing key={plan.id} plan={plan} plans={plans} />}
    </WithPlan>
  )
}

type PlaceInput = Parameters<typeof client.delivery.place>[0]

function Placing({ plan, plans }: { readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const { t } = useTranslation('delivery')
  const go = useGo()
  const language = useNumberLanguage()
  const may = useMaySchedule()
  const moving = useMoving()
  const shown = useSchedule(plan.id)
  const settings = useQuery(orpc.delivery.placingSettings.queryOptions())
  const [run, setRun] = useState('')
  const making = useLongOperation((input: { planId: string }, options) => client.delivery.makeTrainings(input, options))
  const placing = useLongOperation((input: PlaceInput, options) => client.delivery.place(input, options))
  const open = may.keep && plan.state !== 'CLOSED' && plan.state !== 'SUPERSEDED'
  const sessions = shown.schedule?.sessions ?? []
  const trainings = shown.schedule?.board.trainings ?? []
  const placed = sessions.filter(({ date }) => date !== null).length
  const people = trainings.reduce((sum, one) => sum + one.people, 0)
  const number = (value: number) => formatNumber(value, undefined, language)

  const make = async () => {
    const made = await making.start({ planId: plan.id })
    if (!made) return
    making.reset()
    void moving.run(Promise.resolve(made), t('placing.made', made))
  }
  const start = (asked: PlacingSettings, keep: boolean) => {
    const name = crypto.randomUUID()
    setRun(name)
    void placing.start({ planId: plan.id, run: name, keep, settings: asked })
    if (may.keep) void client.delivery.savePlacingSettings(asked)
  }
  const takeOver = async (proposal: string) => {
    const work = client.delivery.takeOver({ planId: plan.id, proposal })
    if (await moving.run(work, t('placing.taken'))) placing.reset()
  }
  const isRunning = placing.work.status === 'running'
  return (
    <Screen
      layout="flow"
      header={
        <PageHeader
          title={t('placing.title')}
          {...(open && {
            primary: {
              label: t('placing.make'),
              run: () => void make(),
              icon: IconTable,
              busy: making.work.status === 'running',
              disabled: isRunning,
            },
          })}
        />
      }
    >
      <PlanSwitcher plan={plan} plans={plans} />
      <div className={classes.flow}>
        <ErrorNote error={shown.error} onRetry={shown.retry} />
        <ProgressPanel
          title={t('placing.making')}
          work={making.work}
          stageWord={() => t('placing.stage.makingTrainings')}
        />
        {making.work.status === 'failed' && <ErrorNote error={making.work.error} />}
        {shown.schedule && sessions.length === 0 && (
          <EmptyState
            title={t('placing.none')}
            text={t('placing.noneText')}
            {...(open && { action: { label: t('placing.make'), run: () => void make() } })}
          />
        )}
        {sessions.length > 0 && (
          <>
            <StatRow>
              <StatTile label={t('placing.trainings')} value={number(trainings.length)} />
              <StatTile
                label={t('placing.sessions')}
                value={number(sessions.length)}
                onOpen={() => go('/plan/board')}
              />
              <StatTile label={t('placing.placed')} value={number(placed)} />
              <StatTile label={t('placing.waiting')} value={number(sessions.length - placed)} />
              <StatTile label={t('placing.people')} value={number(people)} />
            </StatRow>
            {!open && <Note tone="neutral" text={t('placing.closed')} />}
            <div className={classes.columns}>
              {settings.data && open && (
                <PlacingForm
                  key={JSON.stringify(settings.data)}
                  settings={settings.data}
                  busy={isRunning}
                  anyPlaced={placed > 0}
                  onRun={start}
                />
              )}
              <div className={classes.flow}>
                <PlacingRun
                  work={placing.work}
                  onStop={() => client.delivery.stopPlacing({ run })}
                  onCancel={placing.cancel}
                />
                {placing.work.status === 'failed' && <ErrorNote error={placing.work.error} />}
                {placing.work.status === 'done' && (
                  <PlacingResult
                    plan={plan}
                    found={placing.work.result}
                    onTakeOver={(proposal) => void takeOver(proposal)}
                    onDiscard={placing.reset}
                  />
                )}
                {placing.work.status === 'idle' && (
                  <Section title={t('placing.how')}>
                    <p className={classes.dim}>{t('placing.howText')}</p>
                    {placed > 0 && (
                      <div className={classes.buttons}>
                        <Button
                          variant="default"
                          leftSection={<IconPlayerPlay size={16} aria-hidden />}
                          onClick={() => go('/plan/board')}
                        >
                          {t('placing.toBoard')}
                        </Button>
                      </div>
                    )}
                  </Section>
                )}
              </div>
            </div>
          </>
        )}
      </div>
    </Screen>
  )
}
