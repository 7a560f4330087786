import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatInstant } from '../../../../src-core/kernel/dates.ts'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import classes from './CycleTimeline.module.css'
import { stepOf, type TimelineStep, timelineSteps } from './cycle-next.ts'

type Props = { readonly cycle: CycleView }

/** Where the cycle stands between its set-up and the archive, with the days that are fixed. */
export function CycleTimeline({ cycle }: Props) {
  const { t } = useTranslation('needs')
  const at = timelineSteps.indexOf(stepOf(cycle.state))
  const days: Partial<Record<TimelineStep, string>> = {
    OPEN: t('cycle.from', { when: formatDate(cycle.opensOn) }),
    CLOSED: t('cycle.until', { when: formatDate(cycle.closesOn) }),
    ...(cycle.frozenAt && { FROZEN: formatInstant(cycle.frozenAt) }),
  }
  return (
    <ol className={classes.line} aria-label={t('cycle.timeline')}>
      {timelineSteps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-phase={index < at ? 'past' : index === at ? 'now' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={classes.dot} aria-hidden>
            {index < at && <IconCheck size={12} stroke={3} />}
          </span>
          <span className={classes.name}>
            {t(`cycle.step.${step}`)}
            {index === at && cycle.state === 'EXTENDED' && (
              <span className={classes.extended}>{t('word.state.EXTENDED')}</span>
            )}
          </span>
          <span className={classes.day}>{days[step] ?? (index === at ? t('cycle.now') : '')}</span>
        </li>
      ))}
    </ol>
  )
}
