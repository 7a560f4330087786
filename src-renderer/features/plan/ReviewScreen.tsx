import { Tabs } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { movesFrom, type PlanMove } from '../../../src-core/plan/plan.rules.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { useAddressWord } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { StepBar } from '../../ui/steps/StepBar.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { PlanChanges } from './PlanChanges.tsx'
import { PlanComments } from './PlanComments.tsx'
import { PlanNotices } from './PlanNotices.tsx'
import { PlanSwitcher } from './PlanSwitcher.tsx'
import { PlanWay } from './PlanWay.tsx'
import classes from './plan.module.css'
import { useMayPlan } from './use-may-plan.ts'
import { planTones } from './use-plan.ts'
import { usePlanMoves } from './use-plan-moves.ts'
import { usePlanStage } from './use-plan-words.ts'
import { WithPlan } from './WithPlan.tsx'

const tabs = ['way', 'comments', 'changes', 'notices'] as const
const steps = ['DRAFT', 'UNDER_REVIEW', 'SUBMITTED', 'APPROVED', 'PUBLISHED', 'CLOSED'] as const

/** Moves that need no more than a click; the others have their fields on the page. */
const plainMoves: readonly PlanMove[] = ['sendToReview', 'submit', 'publish', 'close']

/** A plan on its way: review by the units, approval, publication, revisions with their differences. */
export function ReviewScreen() {
  const { t } = useTranslation('plan')
  return (
    <WithPlan title={t('review.title')}>{(plan, plans) => <Review key={plan.id} plan={plan} plans={plans} />}</WithPlan>
  )
}

function Review({ plan, plans }: { readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const { t } = useTranslation(['plan', 'records'])
  const may = useMayPlan()
  const [tab, setTab] = useAddressWord('tab', tabs, 'way')
  const moves = usePlanMoves(plan)
  const stageWord = usePlanStage()
  const language = useNumberLanguage()
  const printing = useLongOperation((input: Parameters<typeof client.plan.document>[0], options) =>
    client.plan.document(input, options),
  )
  const documents = (['book', 'approval', 'changes'] as const).filter((kind) => kind !== 'changes' || plan.basedOnId)
  const paper = async (kind: (typeof documents)[number]) => {
    const made = await printing.start({ planId: plan.id, kind, language })
    if (made) saveFile(made.file)
    if (made) printing.reset()
  }
  const offered = movesFrom(plan).filter((move) => (forKeepers.has(move) ? may.keep : may.approve))
  const [primary] = offered.filter((move) => plainMoves.includes(move) && move !== 'close')
  const at = steps.findIndex((step) => (step as Plan['state']) === plan.state)
  return (
    <Screen
      layout="flow"
      header={
        <PageHeader
          title={t('review.title')}
          note={<StatusWord tone={planTones[plan.state]}>{t(`records:value.state.${plan.state}`)}</StatusWord>}
          {...(primary && {
            primary: { label: t(`review.move.${primary}`), run: () => void moves.plain(primary), busy: moves.busy },
          })}
          secondary={documents.map((kind) => ({
            label: t(`paper.${kind}`),
            icon: IconPrinter,
            run: () => void paper(kind),
          }))}
          more={
            offered.includes('close') ? [{ label: t('review.move.close'), run: () => void moves.plain('close') }] : []
          }
        />
      }
    >
      <PlanSwitcher plan={plan} plans={plans} />
      <div className={classes.tab}>
        <StepBar
          steps={steps.map((step) => t(`review.steps.${step}`))}
          current={at < 0 ? steps.indexOf('PUBLISHED') : at}
        />
      </div>
      <ProgressPanel title={t('paper.making')} work={printing.work} stageWord={stageWord} onCancel={printing.cancel} />
      {printing.work.status === 'failed' && <ErrorNote error={printing.work.error} />}
      <ProgressPanel
        title={t('review.publishing')}
        work={moves.publishing.work}
        stageWord={stageWord}
        onCancel={moves.publishing.cancel}
      />
      {moves.publishing.work.status === 'failed' && <ErrorNote error={moves.publishing.work.error} />}
      <Tabs value={tab} onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'way')} keepMounted={false}>
        <Tabs.List>
          {tabs
            .filter((name) => name !== 'notices' || may.seePeople)
            .map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`review.tab.${name}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Tabs.Panel value="way" className={classes.tab ?? ''}>
          <PlanWay plan={plan} moves={moves} offered={offered} />
        </Tabs.Panel>
        <Tabs.Panel value="comments" className={classes.tab ?? ''}>
          <PlanComments plan={plan} mayWrite={may.keep} />
        </Tabs.Panel>
        <Tabs.Panel value="changes" className={classes.tab ?? ''}>
          <PlanChanges plan={plan} plans={plans} />
        </Tabs.Panel>
        {may.seePeople && (
          <Tabs.Panel value="notices" className={classes.tab ?? ''}>
            <PlanNotices plan={plan} />
          </Tabs.Panel>
        )}
      </Tabs>
    </Screen>
  )
}

const forKeepers: ReadonlySet<PlanMove> = new Set(['sendToReview', 'submit'])
