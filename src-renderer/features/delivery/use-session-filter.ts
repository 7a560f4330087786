import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../src-core/kernel/turkish.ts'
import { planModes } from '../../../src-core/plan/plan.ts'
import { useTableView } from '../../app/address.ts'
import type { Column } from '../../ui/table/columns.ts'
import { passes } from '../../ui/table/filters.ts'
import { type BoardSession, narrowed } from './schedule.ts'
import type { ShownSchedule } from './use-schedule.ts'

/** What sessions can be filtered by, as columns of a list would be. */
function useSessionColumns({ schedule, marked }: ShownSchedule): readonly Column<BoardSession>[] {
  const { t } = useTranslation(['delivery', 'records'])
  return useMemo(() => {
    const rooms = schedule?.rooms
    const venues = [...new Set((schedule?.board.rooms ?? []).map(({ venue }) => venue))].toSorted((a, b) =>
      a.localeCompare(b, 'tr'),
    )
    return [
      { id: 'training', title: t('filter.training'), type: 'text', value: ({ training }) => training.name },
      { id: 'code', title: t('filter.code'), type: 'text', value: ({ training }) => training.code },
      { id: 'trainer', title: t('filter.trainer'), type: 'text', value: ({ trainer }) => trainer },
      { id: 'room', title: t('filter.room'), type: 'text', value: ({ room }) => room },
      {
        id: 'venue',
        title: t('board.venue'),
        type: 'choice',
        choices: venues.map((value) => ({ value, label: value })),
        value: ({ roomId }) => rooms?.get(roomId ?? '')?.venue,
      },
      {
        id: 'mode',
        title: t('filter.mode'),
        type: 'choice',
        choices: planModes.map((value) => ({ value, label: t(`records:value.mode.${value}`) })),
        value: ({ training }) => training.mode,
      },
      { id: 'date', title: t('filter.date'), type: 'date', value: ({ date }) => date },
      { id: 'people', title: t('filter.people'), type: 'number', value: ({ training }) => training.people },
      { id: 'clash', title: t('filter.clash'), type: 'flag', value: ({ id }) => marked.has(id) },
      { id: 'pinned', title: t('filter.pinned'), type: 'flag', value: ({ pinned }) => pinned },
    ]
  }, [schedule, marked, t])
}

/**
 * The sessions of a year as they are filtered in the address: what does not pass is not drawn, what a search does not name is faint.
 * Clashes are still held against the whole year.
 */
export function useSessionFilter(shown: ShownSchedule) {
  const { view, onView } = useTableView()
  const columns = useSessionColumns(shown)
  const { schedule } = shown
  const visible = useMemo(() => {
    const filters = columns.flatMap((column) => {
      const filter = view.filter[column.id]
      return filter ? [{ column, filter }] : []
    })
    if (!schedule || filters.length === 0) return schedule
    return narrowed(schedule, (session) => filters.every(({ column, filter }) => passes(filter, column.value(session))))
  }, [schedule, columns, view.filter])
  const wanted = fold(view.search)
  return {
    columns,
    view,
    onView,
    shown: { ...shown, schedule: visible },
    isFiltered: visible !== schedule,
    /** Nothing of the year passes. */
    isEmpty: visible !== schedule && visible?.sessions.length === 0,
    isFaint: (session: BoardSession): boolean => wanted !== '' && !sessionText(session).includes(wanted),
  }
}

/** What a search looks through. */
export const sessionText = ({ training, room, trainer }: BoardSession): string =>
  fold(`${training.code} ${training.name} ${room ?? ''} ${trainer ?? ''}`)

export type SessionFilter = ReturnType<typeof useSessionFilter>
