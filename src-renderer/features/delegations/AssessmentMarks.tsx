import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Assessment, criteria } from '../../../src-core/delegations/request.ts'
import classes from './delegations.module.css'

type Props = {
  readonly value: Assessment
  /** Left out where the marks are only read. */
  readonly onChange?: (assessment: Assessment) => void
  readonly id?: string
  readonly error?: string | undefined
}

/** The points a request is judged by, each looked at or not. */
export function AssessmentMarks({ value, onChange, id, error }: Props) {
  const { t } = useTranslation('delegations')
  return (
    <div>
      <div className={classes.criteria} id={id} tabIndex={-1}>
        {criteria.map((one) => {
          const met = value[one]?.met ?? null
          return [
            <span key={one} id={`criterion-${one}`}>
              {t(`criterion.${one}`)}
            </span>,
            <SegmentedControl
              key={`${one}-answer`}
              size="xs"
              aria-labelledby={`criterion-${one}`}
              disabled={onChange === undefined}
              data={[
                { value: 'open', label: t('requests.open') },
                { value: 'met', label: t('requests.met') },
                { value: 'not', label: t('requests.notMet') },
              ]}
              value={met === null ? 'open' : met ? 'met' : 'not'}
              onChange={(mark) =>
                onChange?.({
                  ...value,
                  [one]: { met: mark === 'open' ? null : mark === 'met', note: value[one]?.note ?? null },
                })
              }
            />,
          ]
        })}
      </div>
      {error && (
        <p role="alert" className={classes.problem}>
          {error}
        </p>
      )}
    </div>
  )
}
