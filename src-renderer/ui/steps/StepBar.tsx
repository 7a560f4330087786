import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './StepBar.module.css'

type Props = {
  readonly steps: readonly string[]
  /** Zero-based. */
  readonly current: number
  /** Goes back to a step that is done; left out, the steps only show the way. */
  readonly onGo?: (step: number) => void
}

/** Where one is in work of several steps. */
export function StepBar({ steps, current, onGo }: Props) {
  const { t } = useTranslation('common')
  return (
    <ol className={classes.steps} aria-label={t('steps.of', { step: current + 1, count: steps.length })}>
      {steps.map((label, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'ahead'
        const inside = (
          <>
            <span className={classes.mark}>
              {state === 'done' ? <IconCheck size={12} stroke={3} aria-label={t('steps.done')} /> : index + 1}
            </span>
            {label}
          </>
        )
        return (
          <li
            key={label}
            className={classes.step}
            data-state={state}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            {state === 'done' && onGo ? (
              <button type="button" className={classes.button} onClick={() => onGo(index)}>
                {inside}
              </button>
            ) : (
              <span className={classes.button}>{inside}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
