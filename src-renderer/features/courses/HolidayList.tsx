import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { weekdayOf } from '../../../src-core/courses/days.ts'
import { type Holiday, holidayHalves, holidayKinds } from '../../../src-core/courses/holiday.ts'
import { istanbulDate } from '../../../src-core/kernel/dates.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Selection } from '../../ui/table/selection.ts'
import type { TableView } from '../../ui/table/view.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { weekdayNames } from './calendar-words.ts'
import { holidayName } from './holiday-form.ts'
import { removeHolidays } from './holiday-work.ts'
import { useMay } from './use-may.ts'
import { useRowsOrNothing } from './use-rows-or-nothing.ts'

/** From this year on, in order of date. */
export const listStart: TableView = {
  search: '',
  sort: [{ column: 'date', descending: false }],
  filter: { date: { kind: 'between', from: `${istanbulDate(Date.now()).slice(0, 4)}-01-01` } },
}

export function useHolidayColumns(): readonly Column<Holiday>[] {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  return useMemo(() => {
    const days = weekdayNames(language)
    return [
      { id: 'date', title: t('holidays.date'), type: 'date', width: 112, value: (row) => row.date },
      {
        id: 'weekday',
        title: t('holidays.weekday'),
        type: 'text',
        width: 112,
        sortable: false,
        filterable: false,
        value: (row) => days[weekdayOf(row.date) - 1]?.long,
      },
      {
        id: 'name',
        title: t('holidays.name'),
        type: 'text',
        width: 320,
        grow: 1,
        value: (row) => holidayName(row, language),
      },
      {
        id: 'kind',
        title: t('holidays.kind'),
        type: 'choice',
        width: 148,
        choices: holidayKinds.map((value) => ({ value, label: t(`word.holidayKind.${value}`) })),
        value: (row) => row.kind,
      },
      {
        id: 'half',
        title: t('holidays.half'),
        type: 'choice',
        width: 132,
        choices: holidayHalves.map((value) => ({ value, label: t(`word.half.${value}`) })),
        value: (row) => row.half,
      },
      {
        id: 'announced',
        title: t('holidays.announced'),
        type: 'flag',
        width: 132,
        value: (row) => row.announced,
        render: (row) => (
          <StatusWord tone={row.announced ? 'good' : 'warn'}>
            {t(row.announced ? 'holidays.announced' : 'holidays.calculated')}
          </StatusWord>
        ),
      },
      {
        id: 'nameEn',
        title: t('holidays.nameEn'),
        type: 'text',
        width: 320,
        hidden: true,
        sortable: false,
        filterable: false,
        value: (row) => row.nameEn,
      },
    ]
  }, [t, language])
}

type Props = {
  readonly view: TableView
  readonly onView: (view: TableView) => void
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
  readonly onAdd: () => void
}

/** Holidays of all years; chosen ones are marked as announced or removed together. */
export function HolidayList({ view, onView, openId, onOpen, onAdd }: Props) {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const may = useMay()
  const columns = useHolidayColumns()
  const { server, isEmpty } = useRowsOrNothing<Holiday>((page) => client.courses.listHolidays(page))
  const idsOf = async ({ all, ids }: Selection): Promise<string[]> => {
    if (!all) return [...ids]
    const { search, sort, filter } = view
    const page = await client.courses.listHolidays({
      search,
      sort: [...sort],
      filter: { ...filter },
      start: 0,
      end: 1000,
    })
    return page.rows.map((row) => row.id).filter((id) => !ids.includes(id))
  }
  const announce = async (selection: Selection) => {
    const { changed } = await client.courses.markAnnounced({ ids: await idsOf(selection), announced: true })
    tell({ text: t('holidays.markedAnnounced', { count: changed }), tone: 'good' })
  }
  const download = async ({ search, sort, filter }: TableView) =>
    saveFile(await client.courses.exportHolidays({ search, sort: [...sort], filter: { ...filter }, language }))
  if (isEmpty)
    return (
      <EmptyState
        title={t('holidays.empty')}
        text={t('holidays.emptyText')}
        {...(may.edit && { action: { label: t('holidays.add'), run: onAdd } })}
      />
    )
  return (
    <DataTable
      name="courses.holidays"
      label={t('holidays.title')}
      columns={columns}
      rowId={(row) => row.id}
      server={server}
      view={view}
      onView={onView}
      openId={openId}
      onOpen={(row) => onOpen(row.id)}
      onExport={(_, list) => void download(list).catch(tellError)}
      {...(may.edit && {
        bulk: (selection: Selection, clear: () => void) => (
          <>
            <Button size="xs" variant="default" onClick={() => void announce(selection).then(clear).catch(tellError)}>
              {t('holidays.markAnnounced')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => void idsOf(selection).then(removeHolidays).then(clear).catch(tellError)}
            >
              {t('holidays.remove')}
            </Button>
          </>
        ),
      })}
    />
  )
}
