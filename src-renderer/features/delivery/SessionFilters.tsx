import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import type { SessionFilter } from './use-session-filter.ts'

type Props = { readonly filter: SessionFilter; readonly onFirst: (date: string) => void }

/** The filters of a calendar or a board, how many sessions pass, and the way to the first of them. */
export function SessionFilters({ filter, onFirst }: Props) {
  const { t } = useTranslation('delivery')
  const { isFiltered, columns, view, onView } = filter
  const passing = filter.shown.schedule
  const first = passing && [...passing.byDate.keys()].toSorted()[0]
  return (
    <>
      <ListFilters columns={columns} view={view} onView={onView} />
      {isFiltered && passing && first && (
        <Button size="xs" variant="subtle" onClick={() => onFirst(first)}>
          {t('filter.first', { count: passing.sessions.length, date: formatDate(first) })}
        </Button>
      )}
    </>
  )
}
