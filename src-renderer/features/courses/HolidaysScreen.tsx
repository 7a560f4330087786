import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Holiday } from '../../../src-core/courses/holiday.ts'
import { workingHalfDays } from '../../../src-core/courses/working-days.rules.ts'
import { istanbulDate } from '../../../src-core/kernel/dates.ts'
import { useAddress, useAddressWord, useGo, useTableView } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import { HolidayList, listStart, useHolidayColumns } from './HolidayList.tsx'
import { DayPanel, HolidayPanel, NewHolidayPanel } from './HolidayPanel.tsx'
import classes from './HolidaysScreen.module.css'
import { useMay } from './use-may.ts'
import { YearCalendar } from './YearCalendar.tsx'

const faces = ['calendar', 'list'] as const

const adding = 'new'

/** Holidays of a year as a calendar, or of all years as a list. */
export function HolidaysScreen() {
  const { t } = useTranslation('courses')
  const may = useMay()
  const go = useGo()
  const [face, setFace] = useAddressWord('face', faces, 'calendar')
  const [address, change] = useAddress()
  const year = yearOf(address.year)
  const open = typeof address.open === 'string' ? address.open : undefined
  const day = typeof address.day === 'string' ? address.day : undefined
  const { view, onView } = useTableView(listStart)
  const columns = useHolidayColumns()
  const found = useQuery(orpc.courses.holidaysOfYear.queryOptions({ input: { year } }))
  const add = () => change({ open: adding, day: undefined })
  const close = () => change({ open: undefined, day: undefined })
  useKeys(may.edit ? [{ keys: 'n', labelKey: 'courses:actions.addItem', run: add }] : [])

  const missing = found.data?.missingFixedDays ?? 0
  const copyFixed = async () => {
    const { ids } = await client.courses.copyFixedDays({ year })
    tellUndo(t('holidays.fixedDaysAdded', { count: ids.length, year }), async () => {
      await client.courses.removeHolidays({ ids })
      tell({ text: t('holidays.removed', { count: ids.length }) })
    })
  }
  return (
    <Screen
      layout={face === 'calendar' ? 'flow' : 'fill'}
      header={
        <PageHeader
          title={t('holidays.title')}
          {...(may.edit && { primary: { label: t('holidays.add'), run: add, icon: IconPlus, keys: 'N' } })}
          secondary={
            may.edit
              ? [
                  ...(missing > 0
                    ? [
                        {
                          label: t('holidays.fixedDays', { count: missing }),
                          run: () => void copyFixed().catch(tellError),
                          icon: IconCalendarPlus,
                        },
                      ]
                    : []),
                  {
                    label: t('actions.import'),
                    run: () => go('/catalogue/import?kind=holidays'),
                    icon: IconFileImport,
                  },
                ]
              : []
          }
        />
      }
      toolbar={
        <Toolbar
          {...(face === 'list' && {
            search: {
              value: view.search,
              onChange: (search) => onView({ ...view, search }),
              placeholder: t('holidays.search'),
            },
          })}
          end={
            <SegmentedControl
              size="xs"
              aria-label={t('holidays.title')}
              value={face}
              onChange={(next) => setFace(next as (typeof faces)[number])}
              data={faces.map((value) => ({ value, label: t(`holidays.${value}`) }))}
            />
          }
        >
          {face === 'list' ? (
            <ListFilters columns={columns} view={view} onView={onView} />
          ) : (
            <>
              <YearSwitch year={year} onYear={(next) => change({ year: next, day: undefined })} />
              {found.data && <YearSummary year={year} holidays={found.data.holidays} />}
            </>
          )}
        </Toolbar>
      }
      panel={
        open === adding ? (
          <NewHolidayPanel date={day ?? `${year}-01-01`} onClose={close} />
        ) : open ? (
          <HolidayPanel key={open} id={open} onClose={close} />
        ) : (
          day && <DayPanel key={day} date={day} onClose={close} onOpen={(id) => change({ open: id })} />
        )
      }
    >
      {face === 'list' ? (
        <HolidayList
          view={view}
          onView={onView}
          openId={open === adding ? undefined : open}
          onOpen={(id) => change({ open: id, day: undefined })}
          onAdd={add}
        />
      ) : found.isError ? (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <YearCalendar
          year={year}
          holidays={found.data?.holidays ?? []}
          openDay={day}
          onDay={(date) => change({ day: date, open: undefined }, { newPlace: day === undefined })}
        />
      )}
    </Screen>
  )
}

const isYear = (year: number) => Number.isInteger(year) && year >= 2000 && year <= 2100

/** The year in the address, or the one being planned: from November on that is the next one. */
function yearOf(text: unknown): number {
  const year = Number(text)
  if (text !== undefined && isYear(year)) return year
  const today = istanbulDate(Date.now())
  return Number(today.slice(0, 4)) + (today.slice(5, 7) >= '11' ? 1 : 0)
}

function YearSwitch({ year, onYear }: { readonly year: number; readonly onYear: (year: number) => void }) {
  const { t } = useTranslation('courses')
  return (
    <div className={classes.year}>
      <ActionIcon aria-label={t('holidays.previousYear')} disabled={!isYear(year - 1)} onClick={() => onYear(year - 1)}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <strong aria-live="polite">{year}</strong>
      <ActionIcon aria-label={t('holidays.nextYear')} disabled={!isYear(year + 1)} onClick={() => onYear(year + 1)}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </div>
  )
}

/** How much of a year's working time its holidays take. */
function YearSummary({ year, holidays }: { readonly year: number; readonly holidays: readonly Holiday[] }) {
  const { t } = useTranslation('courses')
  const first = `${year}-01-01`
  const last = `${year}-12-31`
  const working = workingHalfDays(first, last, holidays).length
  const free = workingHalfDays(first, last, []).length - working
  return <span className={classes.summary}>{t('holidays.summary', { free, working })}</span>
}
