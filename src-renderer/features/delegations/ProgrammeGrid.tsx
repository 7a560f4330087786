import { IconAlertTriangle, IconClock } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  countsForCertificate,
  needsHost,
  type Problem,
  weekdayOf,
} from '../../../src-core/delegations/programme.rules.ts'
import type { ProgrammeContext, ProgrammeItem } from '../../../src-core/delegations/programme.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { textIfAny } from '../../app/i18n.ts'
import classes from './ProgrammeGrid.module.css'
import {
  boxOf,
  clockOf,
  firstMinute,
  gridDays,
  lastMinute,
  moved,
  rowHeight,
  type Span,
  step,
  stretched,
} from './programme-grid.ts'

type Props = {
  readonly items: readonly ProgrammeItem[]
  readonly context: ProgrammeContext
  readonly problems: readonly Problem[]
  readonly openId: string | undefined
  readonly editable: boolean
  readonly onOpen: (id: string) => void
  /** While a slot is dragged; nothing when it is let go. */
  readonly onDraft: (draft: (Span & { readonly id: string }) | undefined) => void
  readonly onMove: (item: ProgrammeItem, span: Span) => void
  readonly onRemove: (item: ProgrammeItem) => void
}

type Drag = {
  readonly item: ProgrammeItem
  readonly x: number
  readonly y: number
  readonly stretches: boolean
  readonly span: Span
  readonly moved: boolean
}

const dayWidth = 124

const rows = (lastMinute - firstMinute) / step

/** Half-hours by days; slots are dragged, stretched at their lower edge, and moved with the keyboard. */
export function ProgrammeGrid(props: Props) {
  const { items, context, problems, openId, editable, onOpen, onDraft, onMove, onRemove } = props
  const { t, i18n } = useTranslation('delegations')
  const titleOf = (item: ProgrammeItem) => (i18n.language === 'en' ? item.titleEn : item.titleTr)
  const [drag, setDrag] = useState<Drag>()
  const root = useRef<HTMLDivElement>(null)
  const days = gridDays(context.fromDate, context.toDate, items)
  const groups = context.parallelGroups
  const worst = (id: string): 'bad' | 'warn' | undefined => {
    const own = problems.filter(({ ids }) => ids.includes(id))
    return own.length === 0 ? undefined : own.some(({ blocks }) => blocks) ? 'bad' : 'warn'
  }
  const begin = (event: PointerEvent<HTMLElement>, item: ProgrammeItem) => {
    if (!editable || event.button !== 0) return
    const box = event.currentTarget.getBoundingClientRect()
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({
      item,
      x: event.clientX,
      y: event.clientY,
      stretches: box.bottom - event.clientY < 7,
      span: item,
      moved: false,
    })
  }
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return
    const minutes = Math.round((event.clientY - drag.y) / rowHeight) * step
    const width = root.current?.querySelector<HTMLElement>('[data-date]')?.offsetWidth ?? dayWidth
    const shift = Math.round((event.clientX - drag.x) / width)
    const at = days.indexOf(drag.item.date)
    const by = Math.max(-at, Math.min(days.length - 1 - at, shift))
    const span = drag.stretches ? stretched(drag.item, minutes) : moved(drag.item, minutes, by)
    const same = span.startMinute === drag.item.startMinute && span.endMinute === drag.item.endMinute
    const changed = drag.moved || !same || span.date !== drag.item.date
    setDrag({ ...drag, span, moved: changed })
    if (changed) onDraft({ id: drag.item.id, ...span })
  }
  const drop = () => {
    if (drag?.moved) onMove(drag.item, drag.span)
    setDrag(undefined)
    onDraft(undefined)
  }
  const onKey = (event: KeyboardEvent, item: ProgrammeItem) => {
    if (!editable) return
    if (event.key === 'Delete') {
      event.preventDefault()
      onRemove(item)
      return
    }
    if (!event.altKey || !event.key.startsWith('Arrow')) return
    event.preventDefault()
    event.stopPropagation()
    const by = event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 1
    const upright = event.key === 'ArrowUp' || event.key === 'ArrowDown'
    if (event.shiftKey) {
      if (upright) onMove(item, stretched(item, by * step))
      return
    }
    onMove(item, upright ? moved(item, by * step, 0) : moved(item, 0, by))
  }
  const hours = Array.from({ length: rows / 2 }, (_, at) => firstMinute + at * 60)
  return (
    <section className={classes.scroll} aria-label={t('programme.grid')} ref={root}>
      <div
        className={classes.grid}
        style={{
          gridTemplateColumns: `44px repeat(${days.length}, minmax(${Math.max(dayWidth, groups * 110)}px, 1fr))`,
        }}
      >
        <div className={classes.head} />
        {days.map((date) => (
          <div key={date} className={classes.head} data-off={weekdayOf(date) > 5 || undefined}>
            {`${textIfAny(`delegations:sites.weekday.${weekdayOf(date)}`) ?? ''} ${formatDate(date)}`}
          </div>
        ))}
        <div className={classes.times} style={{ height: rows * rowHeight }}>
          {hours.slice(1).map((minute) => (
            <span key={minute} className={classes.time} style={{ top: ((minute - firstMinute) / step) * rowHeight }}>
              {clockOf(minute)}
            </span>
          ))}
        </div>
        {days.map((date) => (
          <div key={date} className={classes.day} data-date={date} style={{ height: rows * rowHeight }}>
            {items
              .filter((item) => (drag?.item.id === item.id ? drag.span.date : item.date) === date)
              .map((item) => {
                const span = drag?.item.id === item.id ? drag.span : item
                const problem = worst(item.id)
                const waits = needsHost(item.kind) && item.hostState !== 'ACCEPTED'
                return (
                  <button
                    key={item.id}
                    type="button"
                    className={classes.item}
                    style={boxOf({ ...span, groupNo: item.groupNo }, groups)}
                    data-lesson={countsForCertificate(item.kind) || undefined}
                    data-problem={problem}
                    data-open={openId === item.id || undefined}
                    data-dragging={drag?.item.id === item.id || undefined}
                    aria-label={t('programme.item', {
                      title: titleOf(item),
                      day: formatDate(span.date),
                      from: clockOf(span.startMinute),
                      to: clockOf(span.endMinute),
                    })}
                    onPointerDown={(event) => begin(event, item)}
                    onPointerMove={follow}
                    onPointerUp={drop}
                    onPointerCancel={drop}
                    onClick={() => onOpen(item.id)}
                    onKeyDown={(event) => onKey(event, item)}
                  >
                    {problem === 'bad' && !waits && <IconAlertTriangle size={12} aria-hidden />}
                    {waits && <IconClock size={12} aria-hidden />} <span className={classes.name}>{titleOf(item)}</span>{' '}
                    {clockOf(span.startMinute)}–{clockOf(span.endMinute)}
                    {editable && <span className={classes.foot} aria-hidden />}
                  </button>
                )
              })}
          </div>
        ))}
      </div>
    </section>
  )
}
