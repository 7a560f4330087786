import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Availability, AvailabilityChange } from '../../../src-core/courses/availability.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import classes from './AvailabilityList.module.css'

type Props = {
  readonly entries: readonly Availability[]
  readonly readOnly: boolean
  readonly onRemove: (change: AvailabilityChange) => void
}

/** The spans a trainer has stated, in order of date. */
export function AvailabilityList({ entries, readOnly, onRemove }: Props) {
  const { t } = useTranslation('courses')
  if (entries.length === 0) return <p className={classes.none}>{t('availability.none')}</p>
  return (
    <ul className={classes.list}>
      {entries.map((entry) => {
        const from = formatDate(entry.fromDate)
        const to = formatDate(entry.toDate)
        const label = t('availability.remove', { from, to })
        return (
          <li key={entry.id} className={classes.entry}>
            <span className={classes.dates}>{from === to ? from : `${from} – ${to}`}</span>
            <span>{t(`word.half.${entry.half}`)}</span>
            <StatusWord tone={entry.kind === 'available' ? 'good' : 'bad'}>
              {t(`word.availability.${entry.kind}`)}
            </StatusWord>
            <span className={classes.note}>{entry.note}</span>
            {!readOnly && (
              <Tooltip label={label}>
                <ActionIcon
                  size="sm"
                  aria-label={label}
                  onClick={() =>
                    onRemove({
                      fromDate: entry.fromDate,
                      toDate: entry.toDate,
                      half: entry.half,
                      kind: 'clear',
                      note: null,
                      weekdays: [1, 2, 3, 4, 5, 6, 7],
                    })
                  }
                >
                  <IconX size={14} />
                </ActionIcon>
              </Tooltip>
            )}
          </li>
        )
      })}
    </ul>
  )
}
