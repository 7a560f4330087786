import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './ProgressPanel.module.css'
import { ProgressTrack } from './ProgressTrack.tsx'
import { remainingSeconds } from './remaining.ts'
import type { Work } from './use-long-operation.ts'

type Props = {
  readonly title: string
  readonly work: Work<unknown>
  /** The word for a stage: `(stage) => t(`stage.${stage}`)`. */
  readonly stageWord: (stage: string) => string
  readonly onCancel?: () => void
}

/** Long work under way: what it is doing, how much is done, how long it will take, and the button that stops it. */
export function ProgressPanel({ title, work, stageWord, onCancel }: Props) {
  const { t } = useTranslation('common')
  if (work.status !== 'running') return null
  const { progress, since, stopping } = work
  const total = progress?.total ?? 0
  const done = progress?.done ?? 0
  const seconds = remainingSeconds(done, total, Date.now() - since)
  const stage = progress ? stageWord(progress.stage) : t('work.starting')
  const share = total > 0 ? Math.min(1, done / total) : undefined
  return (
    <section className={classes.panel} aria-label={title}>
      <div className={classes.head}>
        <strong>{title}</strong>
        {onCancel && (
          <Button size="xs" variant="default" onClick={onCancel} disabled={stopping}>
            {t(stopping ? 'work.cancelling' : 'work.cancel')}
          </Button>
        )}
      </div>
      <ProgressTrack label={title} share={share} text={`${stage} ${total > 0 ? t('work.of', { done, total }) : ''}`} />
      <div className={classes.foot}>
        <span>{stage}</span>
        <span className={classes.count}>
          {total > 0 ? t('work.of', { done, total }) : done > 0 ? t('work.count', { done }) : ''}
          {seconds !== undefined && (
            <span className={classes.time}>
              {t('work.remaining', {
                time:
                  seconds < 60
                    ? t('work.seconds', { count: seconds })
                    : t('work.minutes', { count: Math.ceil(seconds / 60) }),
              })}
            </span>
          )}
        </span>
      </div>
    </section>
  )
}
