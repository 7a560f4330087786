import { useElementSize } from '@mantine/hooks'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Box,
  type Grip,
  type Guide,
  linesOf,
  pulled,
  snapped,
} from '../../../../src-core/certificates/design.rules.ts'
import type { Element } from '../../../../src-core/certificates/layout.ts'
import classes from './design.module.css'
import { useElementName } from './element-name.ts'
import { nudge } from './use-design-keys.ts'
import type { Editing } from './use-editing.ts'

const grips = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const

type Drag = {
  readonly grip: Grip
  readonly at: number
  readonly from: { readonly x: number; readonly y: number }
  readonly boxes: ReadonlyMap<number, Box>
  readonly guides: readonly Guide[]
}

type Props = {
  readonly editing: Editing
  /** The page as the typesetter drew it. */
  readonly svg: string | undefined
  readonly zoom: number
  readonly readOnly: boolean
}

/** The page itself: what the typesetter drew, and over it a box for each element that can be moved and pulled. */
export function DesignCanvas({ editing, svg, zoom, readOnly }: Props) {
  const { t } = useTranslation('certificates')
  const nameOf = useElementName()
  const frame = useElementSize()
  const picture = usePicture(svg)
  const [drag, setDrag] = useState<Drag>()
  const { layout, shown, chosen } = editing
  const { width, height } = layout
  const scale = Math.max(1, ((frame.width || 800) - 28) / width) * zoom

  const begin = (event: PointerEvent<HTMLElement>, at: number, grip: Grip) => {
    if (event.button !== 0) return
    event.stopPropagation()
    const more = event.shiftKey || event.ctrlKey || event.metaKey
    const next = more ? toggled(chosen, at) : chosen.includes(at) ? chosen : [at]
    editing.choose(next)
    if (readOnly || more) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ grip, at, from: { x: event.clientX, y: event.clientY }, boxes: new Map(), guides: [] })
  }

  const pull = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return
    const element = shown.elements[drag.at]
    if (!element) return
    const dx = (event.clientX - drag.from.x) / scale
    const dy = (event.clientY - drag.from.y) / scale
    if (drag.boxes.size === 0 && Math.hypot(dx, dy) * scale < 3) return
    const raw = pulled(element, drag.grip, dx, dy)
    const others = shown.elements.filter((_, at) => at !== drag.at && !chosen.includes(at))
    const { box, guides } = event.altKey ? { box: raw, guides: [] } : snapped(raw, drag.grip, linesOf(others, layout))
    const boxes = new Map<number, Box>([[drag.at, box]])
    if (drag.grip === 'move') {
      for (const at of chosen) {
        const other = shown.elements[at]
        if (other && at !== drag.at) boxes.set(at, pulled(other, 'move', box.x - element.x, box.y - element.y))
      }
    }
    setDrag({ ...drag, boxes, guides })
  }

  const drop = () => {
    if (drag && drag.boxes.size > 0)
      editing.changePage({
        elements: shown.elements.map((element, at) => ({ ...element, ...drag.boxes.get(at) }) as Element),
      })
    setDrag(undefined)
  }

  const single = chosen.length === 1 && !readOnly ? chosen[0] : undefined
  return (
    <div className={classes.desk} ref={frame.ref}>
      <div
        className={classes.sheet}
        style={{ width: width * scale, height: height * scale }}
        onPointerDown={() => editing.choose([])}
      >
        {picture && <img className={classes.picture} src={picture} alt={t('design.canvas')} draggable={false} />}
        {shown.elements.map((element, at) => {
          const box = drag?.boxes.get(at) ?? element
          return (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: an element is its place in the pile
              key={at}
              type="button"
              className={classes.element}
              aria-pressed={chosen.includes(at)}
              aria-label={nameOf(element)}
              title={nameOf(element)}
              style={placed(box, scale)}
              onPointerDown={(event) => begin(event, at, 'move')}
              onPointerMove={pull}
              onPointerUp={drop}
              onPointerCancel={() => setDrag(undefined)}
              onKeyDown={(event) => !readOnly && nudge(event, editing, at)}
              onFocus={(event) => {
                if (event.currentTarget.matches(':focus-visible') && !chosen.includes(at)) editing.choose([at])
              }}
            />
          )
        })}
        {single !== undefined &&
          shown.elements[single] &&
          grips.map((grip) => (
            <span
              key={grip}
              className={classes.grip}
              data-grip={grip}
              style={gripPlace(drag?.boxes.get(single) ?? (shown.elements[single] as Box), grip, scale)}
              onPointerDown={(event) => begin(event, single, grip)}
              onPointerMove={pull}
              onPointerUp={drop}
              onPointerCancel={() => setDrag(undefined)}
            />
          ))}
        {drag?.guides.map(({ axis, at }) => (
          <span
            key={axis + at}
            className={classes.guide}
            style={axis === 'x' ? { left: at * scale, top: 0, bottom: 0 } : { top: at * scale, left: 0, right: 0 }}
            data-axis={axis}
          />
        ))}
      </div>
    </div>
  )
}

const toggled = (chosen: readonly number[], at: number): readonly number[] =>
  chosen.includes(at) ? chosen.filter((other) => other !== at) : [...chosen, at]

/** A line has no inside to point at, so that its box is given some. */
const leastPixels = 10

function placed({ x, y, w, h }: Box, scale: number) {
  const width = Math.max(leastPixels, w * scale)
  const height = Math.max(leastPixels, h * scale)
  return { left: x * scale - (width - w * scale) / 2, top: y * scale - (height - h * scale) / 2, width, height }
}

function gripPlace(box: Box, grip: string, scale: number) {
  const { left, top, width, height } = placed(box, scale)
  const x = grip.includes('w') ? 0 : grip.includes('e') ? 1 : 0.5
  const y = grip.includes('n') ? 0 : grip.includes('s') ? 1 : 0.5
  return { left: left + width * x, top: top + height * y }
}

/** The address of a drawing as a picture; the earlier one stands until the next is there. */
function usePicture(svg: string | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  const last = useRef<string>(undefined)
  useEffect(() => {
    if (svg === undefined) return
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    setAddress(made)
    const before = last.current
    last.current = made
    // The picture on screen is let go once the next one is shown.
    if (before) setTimeout(() => URL.revokeObjectURL(before), 1000)
  }, [svg])
  return address
}
