import { type CSSProperties, memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionPlace } from '../../../src-core/delivery/session.ts'
import { type Block, type BoardKind, type BoardRow, blocksOf, cellKey, cellsOf, rowIdOf } from './board-layout.ts'
import { toneOf } from './CarriedWord.tsx'
import classes from './delivery.module.css'
import { dayOff, type PlacedSession, type Schedule } from './schedule.ts'
import { type Carrying, useCarrying } from './use-carrying.ts'
import type { ShownSchedule } from './use-schedule.ts'
import { type ScheduleWords, useScheduleWords } from './use-words.ts'

export const rowHeight = 54
export const headHeight = 40
export const namesWidth = 188

type Props = {
  readonly label: string
  readonly shown: ShownSchedule & { readonly schedule: Schedule }
  readonly kind: BoardKind
  readonly rows: readonly BoardRow[]
  readonly days: readonly string[]
  readonly dayWidth: number
  /** The day that is brought into sight, whenever it changes. */
  readonly firstDay: string
  readonly openId: string | undefined
  readonly isFaint: (session: PlacedSession) => boolean
  readonly editable: boolean
  readonly onOpen: (id: string) => void
  readonly onDrop: Parameters<typeof useCarrying>[0]['onDrop']
  readonly children: (carrying: Carrying) => React.ReactNode
}

type Window = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

const around = 3

/** Rows against days, of which only what is in sight is drawn; sessions are carried from cell to cell. */
export function BoardGrid(props: Props) {
  const { label, shown, kind, rows, days, dayWidth, firstDay, openId, isFaint, editable, onOpen, onDrop } = props
  const { schedule } = shown
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const noName = t(kind === 'rooms' ? 'session.noRoom' : 'session.noTrainer')
  const frame = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState<Window>({ top: 0, bottom: 20, left: 0, right: 20 })
  const [reach, setReach] = useState<string>()
  const cells = useMemo(() => cellsOf(schedule, kind), [schedule, kind])
  const rowAt = useMemo(() => new Map(rows.map(({ id }, at) => [id, at])), [rows])
  const dayAt = useMemo(() => new Map(days.map((date, at) => [date, at])), [days])

  const look = useCallback(() => {
    const box = frame.current
    if (!box) return
    const next = {
      top: Math.max(0, Math.floor(box.scrollTop / rowHeight) - around),
      bottom: Math.ceil((box.scrollTop + box.clientHeight) / rowHeight) + around,
      left: Math.max(0, Math.floor(box.scrollLeft / dayWidth) - around),
      right: Math.ceil((box.scrollLeft + box.clientWidth) / dayWidth) + around,
    }
    setSeen((now) =>
      now.top === next.top && now.bottom === next.bottom && now.left === next.left && now.right === next.right
        ? now
        : next,
    )
  }, [dayWidth])

  useLayoutEffect(() => {
    const box = frame.current
    const at = dayAt.get(firstDay)
    if (box && at !== undefined) box.scrollLeft = at * dayWidth
    look()
  }, [firstDay, dayAt, dayWidth, look])

  useEffect(() => {
    const box = frame.current
    if (!box) return
    const watcher = new ResizeObserver(look)
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [look])

  const carrying = useCarrying({
    shown,
    enabled: editable,
    onDrop,
    locate: (x, y, from) => {
      const box = frame.current?.getBoundingClientRect()
      if (!box || !frame.current) return undefined
      const across = x - box.left - namesWidth + frame.current.scrollLeft
      const down = y - box.top - headHeight + frame.current.scrollTop
      const row = rows[Math.floor(down / rowHeight)]
      const date = days[Math.floor(across / dayWidth)]
      if (!row || !date || x < box.left + namesWidth || y < box.top + headHeight) return undefined
      const half = across % dayWidth < dayWidth / 2 ? 'am' : 'pm'
      return inRow(kind, row.id, { date, half, roomId: from?.roomId ?? null, trainerId: from?.trainerId ?? null })
    },
    nudge: (place, key) => {
      const row = rowAt.get(rowIdOf(kind, place)) ?? 0
      if (key === 'ArrowUp' || key === 'ArrowDown') {
        const next = rows[row + (key === 'ArrowDown' ? 1 : -1)]
        return next && inRow(kind, next.id, place)
      }
      const step = key === 'ArrowRight' ? 1 : -1
      const at =
        (dayAt.get(place.date) ?? 0) * 2 + (place.half === 'pm' ? 1 : 0) + (place.half === 'none' ? 2 * step : step)
      const date = days[Math.floor(at / 2)]
      return date === undefined ? undefined : { ...place, date, half: at % 2 === 0 ? 'am' : 'pm' }
    },
    onPoint: (x, y) => scrollAlong(frame.current, x, y),
  })
  const { carried } = carrying
  const target = carried?.place
  const targetRow = target && rowAt.get(rowIdOf(kind, target))
  const targetDay = target && dayAt.get(target.date)

  // What is carried by keys stays in sight.
  useEffect(() => {
    const box = frame.current
    if (!box || !carrying.byKeys || targetRow === undefined || targetDay === undefined) return
    bringIntoSight(box, targetDay * dayWidth, targetRow * rowHeight, dayWidth)
  }, [carrying.byKeys, targetRow, targetDay, dayWidth])

  const seenRows = rows.slice(seen.top, seen.bottom)
  const seenDays = days.slice(seen.left, seen.right)
  const blocks = seenRows.flatMap((row, r) =>
    seenDays.flatMap((date, d) =>
      blocksOf(cells.get(cellKey(row.id, date)) ?? []).map((block) => ({
        block,
        row: seen.top + r,
        day: seen.left + d,
      })),
    ),
  )
  const reachable = blocks.some(({ block }) => block.session.id === reach) ? reach : blocks[0]?.block.session.id

  /** Arrows walk to the nearest session in their direction, among those that are drawn. */
  const walk = (key: string, row: number, day: number, half: number) => {
    const at = day * 2 + half
    const there = blocks
      .map(({ block, row: r, day: d }) => ({ id: block.session.id, down: r - row, across: d * 2 + block.from - at }))
      .filter(({ down, across }) =>
        key === 'ArrowRight'
          ? across > 0
          : key === 'ArrowLeft'
            ? across < 0
            : key === 'ArrowDown'
              ? down > 0
              : down < 0,
      )
      .sort((a, b) => distance(a, key) - distance(b, key))[0]
    if (!there) return
    setReach(there.id)
    document.getElementById(blockId(there.id))?.focus()
  }

  return (
    <>
      {props.children(carrying)}
      <section className={classes.frame} ref={frame} onScroll={look} aria-label={label} data-carrying={carried && true}>
        <div
          className={classes.canvas}
          style={{ width: namesWidth + days.length * dayWidth, height: headHeight + rows.length * rowHeight }}
        >
          <div className={classes.dayHeads}>
            <div className={classes.corner} />
            {seenDays.map((date, d) => (
              <DayHead
                key={date}
                date={date}
                left={namesWidth + (seen.left + d) * dayWidth}
                width={dayWidth}
                schedule={schedule}
                words={words}
              />
            ))}
          </div>
          <div className={classes.names} style={{ height: rows.length * rowHeight }}>
            {seenRows.map((row, r) => (
              <div
                key={row.id ?? ''}
                className={classes.rowName}
                title={row.hint || undefined}
                style={{ top: (seen.top + r) * rowHeight, height: rowHeight }}
              >
                <span>
                  {row.id === null ? noName : row.name}
                  {row.hint && <small className={classes.where}>{row.hint}</small>}
                </span>
                <span className={classes.dim}>{row.note}</span>
              </div>
            ))}
          </div>
          <div
            className={classes.lines}
            style={
              {
                left: namesWidth,
                top: headHeight,
                '--day': `${dayWidth}px`,
                '--row': `${rowHeight}px`,
              } as CSSProperties
            }
          />
          {seenDays.map((date, d) => {
            const off = dayOff(schedule, date, 'am') ?? dayOff(schedule, date, 'pm')
            return off ? (
              <div
                key={date}
                className={classes.offDay}
                style={{ left: namesWidth + (seen.left + d) * dayWidth, width: dayWidth, top: headHeight, bottom: 0 }}
              />
            ) : null
          })}
          {carried && targetRow !== undefined && targetDay !== undefined && target && (
            <div
              className={classes.target}
              data-tone={toneOf(carried)}
              style={{
                left: namesWidth + targetDay * dayWidth + (target.half === 'pm' ? dayWidth / 2 : 0),
                top: headHeight + targetRow * rowHeight,
                width: target.half === 'none' ? dayWidth : dayWidth / 2,
                height: rowHeight,
              }}
            />
          )}
          {blocks.map(({ block, row, day }) => (
            <SessionBlock
              key={block.session.id}
              block={block}
              left={namesWidth + day * dayWidth}
              top={headHeight + row * rowHeight}
              dayWidth={dayWidth}
              words={words}
              clash={shown.marked.get(block.session.id)}
              open={block.session.id === openId}
              lifted={block.session.id === carried?.session.id}
              faint={isFaint(block.session)}
              reachable={block.session.id === reachable}
              grip={carrying.grip(block.session)}
              onOpen={() => {
                if (!carrying.isDropClick()) onOpen(block.session.id)
              }}
              onFocus={() => setReach(block.session.id)}
              onWalk={(key) => walk(key, row, day, block.from)}
            />
          ))}
        </div>
      </section>
    </>
  )
}

const inRow = (kind: BoardKind, rowId: string | null, place: SessionPlace): SessionPlace =>
  kind === 'rooms' ? { ...place, roomId: rowId } : { ...place, trainerId: rowId }

const distance = ({ down, across }: { readonly down: number; readonly across: number }, key: string): number =>
  key === 'ArrowLeft' || key === 'ArrowRight'
    ? Math.abs(down) * 1000 + Math.abs(across)
    : Math.abs(across) * 10 + Math.abs(down)

const edge = 36

function scrollAlong(box: HTMLElement | null, x: number, y: number): void {
  if (!box) return
  const { left, right, top, bottom } = box.getBoundingClientRect()
  if (x > right - edge) box.scrollLeft += 16
  if (x < left + namesWidth + edge / 2 && x > left) box.scrollLeft -= 16
  if (y > bottom - edge) box.scrollTop += 10
  if (y < top + headHeight + edge / 3 && y > top) box.scrollTop -= 10
}

function bringIntoSight(box: HTMLElement, left: number, top: number, width: number): void {
  if (left < box.scrollLeft) box.scrollLeft = left
  if (left + width > box.scrollLeft + box.clientWidth - namesWidth)
    box.scrollLeft = left + width - box.clientWidth + namesWidth
  if (top < box.scrollTop) box.scrollTop = top
  if (top + rowHeight > box.scrollTop + box.clientHeight - headHeight)
    box.scrollTop = top + rowHeight - box.clientHeight + headHeight
}

const blockId = (id: string): string => `session-${id}`

type HeadProps = {
  readonly date: string
  readonly left: number
  readonly width: number
  readonly schedule: Schedule
  readonly words: ScheduleWords
}

const DayHead = memo(function DayHead({ date, left, width, schedule, words }: HeadProps) {
  const off = dayOff(schedule, date, 'am') ?? dayOff(schedule, date, 'pm')
  return (
    <div className={classes.dayHead} style={{ left, width }} data-off={off && true} title={off?.name || undefined}>
      <strong>{`${date.slice(8)}.${date.slice(5, 7)}`}</strong>
      <span className={classes.dim}>{off?.name || words.weekday(date)}</span>
    </div>
  )
})

type BlockProps = {
  readonly block: Block
  readonly left: number
  readonly top: number
  readonly dayWidth: number
  readonly words: ScheduleWords
  readonly clash: boolean | undefined
  readonly open: boolean
  readonly lifted: boolean
  readonly faint: boolean
  readonly reachable: boolean
  readonly grip: ReturnType<Carrying['grip']>
  readonly onOpen: () => void
  readonly onFocus: () => void
  readonly onWalk: (key: string) => void
}

function SessionBlock(props: BlockProps) {
  const { block, left, top, dayWidth, words, clash, open, lifted, faint, reachable, grip, onOpen, onFocus, onWalk } =
    props
  const { session, from, span, lane, lanes } = block
  const height = (rowHeight - 4) / lanes
  const text = `${words.title(session)}, ${session.training.name}, ${words.when(session)}`
  return (
    <button
      id={blockId(session.id)}
      type="button"
      className={classes.block}
      style={{
        left: left + 2 + (from * dayWidth) / 2,
        top: top + 2 + lane * height,
        width: (span * dayWidth) / 2 - 3,
        height: height - 1,
      }}
      data-clash={clash === undefined ? undefined : clash ? 'hard' : 'soft'}
      data-pinned={session.pinned || undefined}
      data-open={open || undefined}
      data-lifted={lifted || undefined}
      data-faint={faint || undefined}
      data-thin={lanes > 1 || undefined}
      tabIndex={reachable ? 0 : -1}
      title={text}
      onClick={onOpen}
      onFocus={onFocus}
      onPointerDown={grip.onPointerDown}
      onKeyDown={(event) => {
        grip.onKeyDown(event)
        if (!event.isPropagationStopped() && !event.defaultPrevented && event.key.startsWith('Arrow')) {
          event.preventDefault()
          onWalk(event.key)
        }
      }}
    >
      <span>{session.training.code.slice(5)}</span>
      <span className={lanes === 1 ? classes.blockName : classes.unseen}>{session.training.name}</span>
      <span className={classes.unseen}>{words.told(session)}</span>
    </button>
  )
}
