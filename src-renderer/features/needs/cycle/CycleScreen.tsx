import { Skeleton } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useGo, useOpenId } from '../../../app/address.ts'
import { client, orpc, refreshData } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../../app/session.ts'
import { askYesNo } from '../../../ui/feedback/ask.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { type PageAction, PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { StatusWord } from '../../../ui/values/StatusWord.tsx'
import { CycleCounts } from './CycleCounts.tsx'
import { CyclePanel } from './CyclePanel.tsx'
import { CycleRules, CycleWeights } from './CycleRules.tsx'
import classes from './CycleScreen.module.css'
import { CycleTimeline } from './CycleTimeline.tsx'
import { cycleTone } from './cycle-tone.ts'
import { FreezeSection } from './FreezeSection.tsx'
import { NextStep } from './NextStep.tsx'
import { useCycle } from './use-cycle.ts'
import { useCycleMove } from './use-cycle-move.ts'

/** The year's cycle on one page: where it stands, who may ask, what comes next. */
export function CycleScreen() {
  const { t } = useTranslation('needs')
  const { cycle, isPending, error, retry } = useCycle()
  const [panel, setPanel] = useOpenId()
  const maySetUp = holds(useOfficer(), ['TO'])
  const close = () => setPanel(undefined)
  if (isPending || error || !cycle) {
    return (
      <Screen
        header={<PageHeader title={t('cycle.title')} />}
        panel={panel === 'new' && <CyclePanel panel="new" cycle={undefined} onClose={close} />}
      >
        {error ? <ErrorNote error={error} onRetry={retry} /> : null}
        {!isPending && !error && (
          <EmptyState
            title={t('noCycle.title')}
            text={t(maySetUp ? 'noCycle.text' : 'noCycle.waitText')}
            {...(maySetUp && { action: { label: t('noCycle.action'), run: () => setPanel('new') } })}
          />
        )}
      </Screen>
    )
  }
  return <OneCycle key={cycle.id} cycle={cycle} panel={panel} setPanel={setPanel} />
}

type Props = {
  readonly cycle: CycleView
  readonly panel: string | undefined
  readonly setPanel: (panel: string | undefined) => void
}

function OneCycle({ cycle, panel, setPanel }: Props) {
  const { t } = useTranslation('needs')
  const officer = useOfficer()
  const go = useGo()
  const counts = useQuery(orpc.needs.getCycle.queryOptions({ input: { id: cycle.id } }))
  const mover = useCycleMove(cycle, counts.data?.counts, () => setPanel('extend'))
  const mayEdit =
    (cycle.state === 'DRAFT' && holds(officer, ['TO', 'TM'])) || (cycle.state === 'READY' && holds(officer, ['TM']))
  const close = () => setPanel(undefined)
  const secondary: PageAction[] = mayEdit
    ? [{ label: t('cycle.edit'), run: () => setPanel('edit'), icon: IconPencil }]
    : []
  const more: PageAction[] = holds(officer, ['TO'])
    ? [
        { label: t('cycle.create'), run: () => setPanel('new'), icon: IconPlus },
        ...(cycle.state === 'DRAFT'
          ? [{ label: t('cycle.remove'), run: () => void remove(cycle, t), icon: IconTrash }]
          : []),
      ]
    : []
  return (
    <Screen
      layout="flow"
      header={
        <PageHeader
          title={cycle.name}
          note={<StatusWord tone={cycleTone[cycle.state]}>{t(`word.state.${cycle.state}`)}</StatusWord>}
          {...(mover.action && mover.next?.move !== 'extend' && { primary: mover.action })}
          secondary={[...secondary, ...(mover.action && mover.next?.move === 'extend' ? [mover.action] : [])]}
          more={more}
        />
      }
      panel={
        (panel === 'new' || panel === 'edit' || panel === 'extend') && (
          <CyclePanel panel={panel} cycle={cycle} onClose={close} />
        )
      }
    >
      <div className={classes.page}>
        <CycleTimeline cycle={cycle} />
        <NextStep cycle={cycle} counts={counts.data?.counts} mover={mover} />
        <ErrorNote error={counts.error} onRetry={() => void counts.refetch()} />
        {counts.data ? (
          <>
            <CycleCounts counts={counts.data.counts} onOpen={go} />
            <div className={classes.columns}>
              <CycleRules cycle={cycle} counts={counts.data.counts} />
              <div>
                {cycle.frozenHash && <FreezeSection cycle={cycle} />}
                <CycleWeights cycle={cycle} />
              </div>
            </div>
          </>
        ) : (
          <Skeleton height={240} />
        )}
      </div>
    </Screen>
  )
}

async function remove(cycle: CycleView, t: ReturnType<typeof useTranslation<'needs'>>['t']): Promise<void> {
  const yes = await askYesNo({
    question: t('cycle.removeAsk', { name: cycle.name }),
    detail: t('cycle.removeDetail'),
    yes: t('cycle.remove'),
    danger: true,
  })
  if (!yes) return
  try {
    await client.needs.removeCycle({ id: cycle.id, rowVersion: cycle.rowVersion })
    tell({ text: t('cycle.removed', { name: cycle.name }), tone: 'good' })
    refreshData()
  } catch (error) {
    tellError(error)
  }
}
