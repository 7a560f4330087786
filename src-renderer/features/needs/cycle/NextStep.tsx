import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../src-core/kernel/dates.ts'
import type { CycleCounts, CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { ProgressPanel } from '../../../ui/work/ProgressPanel.tsx'
import classes from './NextStep.module.css'
import type { CycleMover } from './use-cycle-move.ts'
import { useStageWord } from './use-stage-word.ts'

type Props = {
  readonly cycle: CycleView
  readonly counts: CycleCounts | undefined
  readonly mover: CycleMover
}

/** What happens next by itself, what a person can do, and what that will do. */
export function NextStep({ cycle, counts, mover }: Props) {
  const { t } = useTranslation(['needs', 'common'])
  const stageWord = useStageWord()
  const { next, action, undecided, freezing, consolidating } = mover
  const opens = formatDate(cycle.opensOn)
  const closes = formatDate(cycle.closesOn)
  const roles = (next?.roles ?? []).map((role) => t(`common:roles.${role}`)).join(', ')
  const heading = () => {
    if (!next) return t(`word.state.${cycle.state}`)
    // To extend is what a person can do, not what she is to do next.
    return next.move === 'extend' ? t('cycle.collecting') : `${t('cycle.next')}: ${t(`cycle.move.${next.move}`)}`
  }
  return (
    <section className={classes.next} aria-labelledby="cycle-next">
      <h2 id="cycle-next" className={classes.title}>
        {heading()}
      </h2>
      <p className={classes.text}>
        {t(`cycle.explain.${next?.move ?? 'ARCHIVED'}`, { opens, closes, count: counts?.lines ?? 0 })}
        {undecided > 0 && ` ${t('cycle.undecidedFirst', { count: undecided })}`}
        {next && !action && ` ${t('cycle.byWhom', { roles })}`}
      </p>
      <ProgressPanel
        title={t('cycle.freeze.working')}
        work={freezing.work}
        stageWord={stageWord}
        onCancel={freezing.cancel}
      />
      <ProgressPanel
        title={t('cycle.move.consolidate')}
        work={consolidating.work}
        stageWord={stageWord}
        onCancel={consolidating.cancel}
      />
      {freezing.work.status === 'failed' && <ErrorNote error={freezing.work.error} />}
      {consolidating.work.status === 'failed' && <ErrorNote error={consolidating.work.error} />}
    </section>
  )
}
