import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { textIfAny } from '../../app/i18n.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressTrack } from '../../ui/work/ProgressTrack.tsx'
import type { Work } from '../../ui/work/use-long-operation.ts'
import classes from './delivery.module.css'

type Props = {
  readonly work: Work<unknown>
  /** Ends the search with the best so far. */
  readonly onStop: () => Promise<unknown>
  /** Gives the search up. */
  readonly onCancel: () => void
}

type Point = { readonly share: number; readonly value: number }

const finest = 400

/** The search under way: sessions placed, the objective falling, and the buttons that end it. */
export function PlacingRun({ work, onStop, onCancel }: Props) {
  const { t } = useTranslation('delivery')
  const language = useNumberLanguage()
  const [points, setPoints] = useState<readonly Point[]>([])
  const [stopping, setStopping] = useState(false)
  const running = work.status === 'running'
  const progress = work.status === 'running' ? work.progress : undefined
  const share = progress?.details?.share
  const value = progress?.details?.objective
  const best = progress?.details?.best
  const began = useRef(0)

  useEffect(() => {
    if (!running) return
    began.current = Date.now()
    setPoints([])
    setStopping(false)
  }, [running])

  useEffect(() => {
    if (share === undefined || value === undefined) return
    setPoints((before) => [
      ...(before.length >= finest ? before.filter((_, at) => at % 2 === 0) : before),
      { share, value },
    ])
  }, [share, value])

  if (!running) return null
  const write = (one: number) => formatNumber(Math.round(one), undefined, language)
  return (
    <section className={classes.run} aria-label={t('placing.running')}>
      <div className={classes.runHead}>
        <strong>{t('placing.running')}</strong>
        <div className={classes.buttons}>
          <Button
            size="xs"
            disabled={stopping || share === undefined}
            onClick={() => {
              setStopping(true)
              onStop().catch(tellError)
            }}
          >
            {t(stopping ? 'placing.stopping' : 'placing.stop')}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('placing.giveUp')}
          </Button>
        </div>
      </div>
      <span>
        {progress && progress.done > 0
          ? t('placing.placedOf', { done: progress.done, total: progress.total })
          : textIfAny(`delivery:placing.stage.${progress?.stage ?? 'readingPlan'}`)}
      </span>
      <ProgressTrack label={t('placing.share')} share={share} />
      <Curve points={points} label={t('placing.curve')} />
      {value !== undefined && best !== undefined && (
        <span className={classes.dim}>{t('placing.objectiveNow', { now: write(value), best: write(best) })}</span>
      )}
    </section>
  )
}

/** The objective over the search; what falls is good. */
function Curve({ points, label }: { readonly points: readonly Point[]; readonly label: string }) {
  // The first steps repair what building left undone and would press the rest flat: they end at its top.
  const values = points.map((one) => one.value)
  const later = values.slice(Math.min(12, Math.floor(values.length / 4)))
  const [low, high] = [Math.min(...values), Math.max(...later)]
  const height = Math.max(1, high - low)
  const path = points.map(
    ({ share, value }, at) =>
      `${at === 0 ? 'M' : 'L'}${(share * 100).toFixed(2)} ${(100 - ((Math.min(value, high) - low) / height) * 100).toFixed(2)}`,
  )
  return (
    <svg className={classes.curve} viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
      {points.length > 1 && <path d={path.join('')} />}
    </svg>
  )
}
