import { SegmentedControl, Select } from '@mantine/core'
import { IconArrowsShuffle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionPlace } from '../../../src-core/delivery/session.ts'
import { fold } from '../../../src-core/kernel/turkish.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { useAddress, useAddressWord, useGo, useOpenId } from '../../app/address.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { useKeys } from '../../ui/keys.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import { PlanSwitcher } from '../plan/PlanSwitcher.tsx'
import { useMonths } from '../plan/use-plan-words.ts'
import { WithPlan } from '../plan/WithPlan.tsx'
import { BoardGrid } from './BoardGrid.tsx'
import { type BoardKind, type BoardRow, boardDays, boardKinds, rowIdOf } from './board-layout.ts'
import { CarriedWord } from './CarriedWord.tsx'
import { ClashCount } from './ClashCount.tsx'
import { PaperProgress } from './PaperProgress.tsx'
import { SessionFilters } from './SessionFilters.tsx'
import { SessionPanel } from './SessionPanel.tsx'
import { isPlaced, type Schedule } from './schedule.ts'
import { firstDayOf } from './today.ts'
import { Unplaced } from './Unplaced.tsx'
import { useMaySchedule, useMoving } from './use-moving.ts'
import { usePapers } from './use-papers.ts'
import { useSchedule } from './use-schedule.ts'
import { sessionText, useSessionFilter } from './use-session-filter.ts'

const widths = { near: 200, usual: 112, far: 64 } as const
const zooms = ['far', 'usual', 'near'] as const

/** Rooms or trainers against the days of the year. */
export function BoardScreen() {
  const { t } = useTranslation('delivery')
  return (
    <WithPlan title={t('board.title')}>{(plan, plans) => <Boards key={plan.id} plan={plan} plans={plans} />}</WithPlan>
  )
}

function Boards({ plan, plans }: { readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const { t } = useTranslation('delivery')
  const go = useGo()
  const may = useMaySchedule()
  const months = useMonths()
  const moving = useMoving()
  const shown = useSchedule(plan.id)
  const papers = usePapers(plan.id)
  const [kind, setKind] = useAddressWord('by', boardKinds, 'rooms')
  const [zoom, setZoom] = useAddressWord('zoom', zooms, 'usual')
  const [search, change] = useAddress()
  const [openId, setOpenId] = useOpenId()
  const [asked, setAsked] = useState<{ id: string; place: SessionPlace }>()
  const { schedule } = shown
  const filter = useSessionFilter(shown)
  const visible = filter.shown.schedule
  const { isFaint, isFiltered } = filter
  const { search: q } = filter.view
  const days = useMemo(() => (schedule ? boardDays(schedule) : []), [schedule])
  const firstDay = typeof search.from === 'string' ? search.from : firstDayOf(plan.year, schedule)
  const rows = useMemo(
    () => (visible ? rowsOf(visible, kind, isFiltered, q, firstDay.slice(0, 7)) : []),
    [visible, kind, isFiltered, q, firstDay],
  )
  const open = schedule?.byId.get(openId ?? '')
  const editable = may.keep && plan.state !== 'CLOSED' && plan.state !== 'SUPERSEDED'
  useKeys([{ keys: 'Space', labelKey: 'delivery:carry.key', run: () => {} }])
  return (
    <Screen
      header={
        <PageHeader
          title={t('board.title')}
          note={<ClashCount shown={shown} />}
          primary={{ label: t('placing.title'), run: () => go('/plan/placing'), icon: IconArrowsShuffle }}
          more={papers.actions}
        />
      }
      toolbar={
        <Toolbar
          search={{
            value: q,
            onChange: (text) => filter.onView({ ...filter.view, search: text }),
            placeholder: t('board.search'),
          }}
        >
          <SegmentedControl
            size="xs"
            aria-label={t('board.by')}
            data={boardKinds.map((value) => ({ value, label: t(`board.kind.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(value === 'trainers' ? 'trainers' : 'rooms')}
          />
          <PlanSwitcher plan={plan} plans={plans} />
          <Select
            size="xs"
            w={104}
            aria-label={t('board.month')}
            allowDeselect={false}
            data={months.map((label, at) => ({ value: String(at + 1).padStart(2, '0'), label }))}
            value={firstDay.slice(5, 7)}
            onChange={(month) => change({ from: days.find((date) => date >= `${plan.year}-${month}-01`) })}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('board.zoomLabel')}
            data={zooms.map((value) => ({ value, label: t(`board.zoom.${value}`) }))}
            value={zoom}
            onChange={(value) => setZoom(zooms.find((one) => one === value) ?? 'usual')}
          />
          <SessionFilters filter={filter} onFirst={(date) => change({ from: date })} />
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
      {visible && visible.sessions.length > 0 && (
        <BoardGrid
          label={t(`board.label.${kind}`)}
          shown={{ ...filter.shown, schedule: visible }}
          kind={kind}
          rows={rows}
          days={days}
          dayWidth={widths[zoom]}
          firstDay={firstDay}
          openId={open?.id}
          isFaint={isFaint}
          editable={editable}
          onOpen={setOpenId}
          onDrop={(session, place, level) => {
            if (level !== 'BLOCK') return void moving.move(session, place, null)
            setAsked({ id: session.id, place })
            setOpenId(session.id)
          }}
        >
          {(carrying) => (
            <>
              <Unplaced schedule={visible} carrying={carrying} onOpen={setOpenId} />
              <CarriedWord carried={carrying.carried} schedule={visible} />
            </>
          )}
        </BoardGrid>
      )}
    </Screen>
  )
}

/**
 * Rooms or trainers: those with something in the month first, each part by name; what has no room or trainer stands before
 * them. A search leaves the rows that it names or that hold what it names, a filter those that hold what passes.
 */
function rowsOf(
  schedule: Schedule,
  kind: BoardKind,
  isFiltered: boolean,
  q: string,
  month: string,
): readonly BoardRow[] {
  const { rooms, trainers } = schedule.board
  const all: readonly BoardRow[] =
    kind === 'rooms'
      ? rooms.map((room) => ({ id: room.id, name: room.name, note: String(room.capacity), hint: room.venue }))
      : trainers.map(({ id, name }) => ({ id, name, note: '', hint: '' }))
  const wanted = fold(q)
  const placed = schedule.sessions.filter(isPlaced)
  const holding = new Set(placed.filter((one) => sessionText(one).includes(wanted)).map((one) => rowIdOf(kind, one)))
  const busy = new Set(placed.filter(({ date }) => date.startsWith(month)).map((one) => rowIdOf(kind, one)))
  const named =
    wanted === '' && !isFiltered
      ? all
      : all.filter(({ id, name }) => holding.has(id) || (!isFiltered && fold(name).includes(wanted)))
  const rows = [...named.filter(({ id }) => busy.has(id)), ...named.filter(({ id }) => !busy.has(id))]
  const hasNone = placed.some((one) => rowIdOf(kind, one) === null)
  return hasNone ? [{ id: null, name: '', note: '', hint: '' }, ...rows] : rows
}
