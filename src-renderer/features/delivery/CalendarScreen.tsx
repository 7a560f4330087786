import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconArrowsShuffle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, monthSpan } from '../../../src-core/courses/days.ts'
import type { SessionPlace } from '../../../src-core/delivery/session.ts'
import { formatDateRange } from '../../../src-core/kernel/date-range.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { useAddress, useAddressWord, useGo, useOpenId } from '../../app/address.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { useKeys } from '../../ui/keys.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { monthName } from '../courses/calendar-words.ts'
import { PlanSwitcher } from '../plan/PlanSwitcher.tsx'
import { WithPlan } from '../plan/WithPlan.tsx'
import { CarriedWord } from './CarriedWord.tsx'
import { ClashCount } from './ClashCount.tsx'
import { MonthView } from './MonthView.tsx'
import { PaperProgress } from './PaperProgress.tsx'
import { SessionFilters } from './SessionFilters.tsx'
import { SessionPanel } from './SessionPanel.tsx'
import { firstDayOf } from './today.ts'
import { useCarrying } from './use-carrying.ts'
import { useMaySchedule, useMoving } from './use-moving.ts'
import { usePapers } from './use-papers.ts'
import { useSchedule } from './use-schedule.ts'
import { useSessionFilter } from './use-session-filter.ts'
import { mondayOf, WeekView } from './WeekView.tsx'
import { YearView } from './YearView.tsx'

const views = ['month', 'week', 'year'] as const

/** The year in months, weeks and at a glance. */
export function CalendarScreen() {
  const { t } = useTranslation('delivery')
  return (
    <WithPlan title={t('calendar.title')}>
      {(plan, plans) => <Calendar key={plan.id} plan={plan} plans={plans} />}
    </WithPlan>
  )
}

function Calendar({ plan, plans }: { readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const { t } = useTranslation('delivery')
  const go = useGo()
  const language = useNumberLanguage()
  const may = useMaySchedule()
  const moving = useMoving()
  const shown = useSchedule(plan.id)
  const papers = usePapers(plan.id)
  const [view, setView] = useAddressWord('view', views, 'month')
  const [search, change] = useAddress()
  const [openId, setOpenId] = useOpenId()
  const [asked, setAsked] = useState<{ id: string; place: SessionPlace }>()
  const { schedule } = shown
  const filter = useSessionFilter(shown)
  const { isFaint } = filter
  const day = typeof search.day === 'string' ? search.day : firstDayOf(plan.year, schedule)
  const editable = may.keep && plan.state !== 'CLOSED' && plan.state !== 'SUPERSEDED'
  const carrying = useCarrying({
    shown,
    enabled: editable && view !== 'year',
    locate: (x, y, from) => {
      const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-day]')
      const date = cell?.dataset.day
      if (!date || !from) return undefined
      const band = cell.dataset.band
      return { ...from, date, half: band === 'am' || band === 'pm' ? band : from.half }
    },
    nudge: (place, key) => {
      const across = { ArrowLeft: -1, ArrowRight: 1 }[key]
      if (across !== undefined) return { ...place, date: addDays(place.date, across) }
      if (view === 'month') return { ...place, date: addDays(place.date, key === 'ArrowDown' ? 7 : -7) }
      return { ...place, half: place.half === 'am' ? 'pm' : 'am' }
    },
    onDrop: (session, place, level) => {
      if (level !== 'BLOCK') return void moving.move(session, place, null)
      setAsked({ id: session.id, place })
      setOpenId(session.id)
    },
  })
  const open = schedule?.byId.get(openId ?? '')
  const month = Number(day.slice(5, 7))
  const step = (by: 1 | -1) => {
    const next =
      view === 'year'
        ? undefined
        : view === 'week'
          ? addDays(mondayOf(day), 7 * by)
          : monthSpan(plan.year, Math.min(12, Math.max(1, month + by))).from
    if (next?.startsWith(String(plan.year))) change({ day: next })
  }
  const period =
    view === 'year'
      ? String(plan.year)
      : view === 'week'
        ? formatDateRange(mondayOf(day), addDays(mondayOf(day), 4), language)
        : `${monthName(day, language)} ${plan.year}`
  useKeys([
    { keys: 'Space', labelKey: 'delivery:carry.key', run: () => {}, unlisted: view === 'year' },
    { keys: 'Alt+ArrowLeft', labelKey: 'delivery:calendar.before', run: () => step(-1) },
    { keys: 'Alt+ArrowRight', labelKey: 'delivery:calendar.after', run: () => step(1) },
  ])
  const visible = filter.shown.schedule
  const parts = visible && {
    shown: { ...filter.shown, schedule: visible },
    ...{ carrying, isFaint, openId: open?.id, onOpen: setOpenId },
  }
  return (
    <Screen
      header={
        <PageHeader
          title={t('calendar.title')}
          note={<ClashCount shown={shown} />}
          primary={{ label: t('placing.title'), run: () => go('/plan/placing'), icon: IconArrowsShuffle }}
          more={papers.actions}
        />
      }
      toolbar={
        <Toolbar
          search={{
            value: filter.view.search,
            onChange: (text) => filter.onView({ ...filter.view, search: text }),
            placeholder: t('board.search'),
          }}
          end={
            view !== 'year' && (
              <>
                <ActionIcon aria-label={t('calendar.before')} onClick={() => step(-1)}>
                  <IconChevronLeft size={16} />
                </ActionIcon>
                <strong>{period}</strong>
                <ActionIcon aria-label={t('calendar.after')} onClick={() => step(1)}>
                  <IconChevronRight size={16} />
                </ActionIcon>
              </>
            )
          }
        >
          <SegmentedControl
            size="xs"
            aria-label={t('calendar.view')}
            data={views.map((value) => ({ value, label: t(`calendar.${value}`) }))}
            value={view}
            onChange={(value) => setView(views.find((one) => one === value) ?? 'month')}
          />
          <PlanSwitcher plan={plan} plans={plans} />
          <SessionFilters filter={filter} onFirst={(date) => change({ day: date })} />
        </Toolbar>
      }
      panel={
        open && (
          <SessionPanel
            key={open.id}
            plan={plan}
            session={open}
            shown={shown}
            asked={asked?.id === open.id ? asked.place : undefined}
            onClose={() => {
              setAsked(undefined)
              setOpenId(undefined)
            }}
          />
        )
      }
    >
      <ErrorNote error={shown.error} onRetry={shown.retry} />
      <PaperProgress printing={papers.printing} />
      {filter.isEmpty && (
        <EmptyState
          title={t('filter.none')}
          text={t('filter.noneText')}
          action={{ label: t('filter.all'), run: () => filter.onView({ ...filter.view, filter: {} }) }}
        />
      )}
      {schedule && schedule.sessions.length === 0 && (
        <EmptyState
          title={t('board.empty')}
          text={t('board.emptyText')}
          action={{ label: t('placing.title'), run: () => go('/plan/placing') }}
        />
      )}
      {parts && parts.shown.schedule.sessions.length > 0 && (
        <>
          <CarriedWord carried={carrying.carried} schedule={parts.shown.schedule} />
          {view === 'month' && (
            <MonthView
              {...parts}
              year={plan.year}
              month={month}
              onDay={(date) => change({ view: 'week', day: date })}
            />
          )}
          {view === 'week' && <WeekView {...parts} day={day} />}
          {view === 'year' && (
            <YearView
              schedule={parts.shown.schedule}
              marked={shown.marked}
              isFaint={isFaint}
              onDay={(date) => change({ view: 'week', day: date })}
            />
          )}
        </>
      )}
    </Screen>
  )
}
