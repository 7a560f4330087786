import type { Element } from './layout.ts'

/** Millimetres from the upper left corner of the page. */
export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** The part of a box that is pulled: its middle moves it, a side or a corner changes its size. */
export type Grip = 'move' | 'n' | 's' | 'e' | 'w' | 'ne' | 'nw' | 'se' | 'sw'

/** A line that a box came to lie on, across the page (`x`) or along it (`y`). */
export type Guide = { readonly axis: 'x' | 'y'; readonly at: number }

/** Hundredths of a millimetre are kept. */
export const exact = (value: number): number => Math.round(value * 100) / 100

/** How near, in millimetres, a box must come to a line to be drawn onto it. */
const pull = 1.2

/** A line or a rule has no height of its own, so that only boxes with an inside have a least size. */
const leastSide = (element: Element): number => (element.type === 'line' ? 0 : 2)

/** A box pulled by some millimetres at one of its grips. */
export function pulled(element: Element, grip: Grip, dx: number, dy: number): Box {
  const { x, y, w, h } = element
  if (grip === 'move') return { x: exact(x + dx), y: exact(y + dy), w, h }
  const least = leastSide(element)
  const right = grip.includes('e') ? Math.max(x + least, x + w + dx) : x + w
  const bottom = grip.includes('s') ? Math.max(y + least, y + h + dy) : y + h
  const left = grip.includes('w') ? Math.min(right - least, x + dx) : x
  const top = grip.includes('n') ? Math.min(bottom - least, y + dy) : y
  return { x: exact(left), y: exact(top), w: exact(right - left), h: exact(bottom - top) }
}

type Side = { readonly at: number; readonly apply: (box: Box, by: number) => Box }

/** The lines of a box that may snap: all three when it moves, the ones that are pulled when it changes size. */
function sidesOf({ x, y, w, h }: Box, grip: Grip): { readonly x: readonly Side[]; readonly y: readonly Side[] } {
  const shiftX = (box: Box, by: number) => ({ ...box, x: exact(box.x + by) })
  const shiftY = (box: Box, by: number) => ({ ...box, y: exact(box.y + by) })
  if (grip === 'move')
    return {
      x: [x, x + w / 2, x + w].map((at) => ({ at, apply: shiftX })),
      y: [y, y + h / 2, y + h].map((at) => ({ at, apply: shiftY })),
    }
  const wider = (box: Box, by: number) => ({ ...box, w: exact(box.w + by) })
  const higher = (box: Box, by: number) => ({ ...box, h: exact(box.h + by) })
  return {
    x: [
      ...(grip.includes('e') ? [{ at: x + w, apply: wider }] : []),
      ...(grip.includes('w') ? [{ at: x, apply: (box: Box, by: number) => wider(shiftX(box, by), -by) }] : []),
    ],
    y: [
      ...(grip.includes('s') ? [{ at: y + h, apply: higher }] : []),
      ...(grip.includes('n') ? [{ at: y, apply: (box: Box, by: number) => higher(shiftY(box, by), -by) }] : []),
    ],
  }
}

/** Where the edges and middles of the page and of the other boxes are. */
export const linesOf = (boxes: readonly Box[], page: { readonly width: number; readonly height: number }) => ({
  x: [0, page.width / 2, page.width, ...boxes.flatMap(({ x, w }) => [x, x + w / 2, x + w])],
  y: [0, page.height / 2, page.height, ...boxes.flatMap(({ y, h }) => [y, y + h / 2, y + h])],
})

/** A box drawn onto the nearest line in reach on each axis, and the lines it then lies on. */
export function snapped(box: Box, grip: Grip, lines: ReturnType<typeof linesOf>): { box: Box; guides: Guide[] } {
  const guides: Guide[] = []
  let now = box
  for (const axis of ['x', 'y'] as const) {
    const near = sidesOf(box, grip)
      [axis].flatMap((side) => lines[axis].map((at) => ({ side, at, by: at - side.at })))
      .filter(({ by }) => Math.abs(by) <= pull)
      .sort((a, b) => Math.abs(a.by) - Math.abs(b.by))[0]
    if (!near) continue
    now = near.side.apply(now, near.by)
    guides.push({ axis, at: near.at })
  }
  return { box: now, guides }
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

/** The box around some boxes. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const w = Math.max(...boxes.map((box) => box.x + box.w)) - x
  const h = Math.max(...boxes.map((box) => box.y + box.h)) - y
  return { x, y, w, h }
}

/** A box laid to a side or the middle of the one around it. */
export function aligned<B extends Box>(box: B, within: Box, to: Alignment): B {
  switch (to) {
    case 'left':
      return { ...box, x: exact(within.x) }
    case 'centre':
      return { ...box, x: exact(within.x + (within.w - box.w) / 2) }
    case 'right':
      return { ...box, x: exact(within.x + within.w - box.w) }
    case 'top':
      return { ...box, y: exact(within.y) }
    case 'middle':
      return { ...box, y: exact(within.y + (within.h - box.h) / 2) }
    case 'bottom':
      return { ...box, y: exact(within.y + within.h - box.h) }
  }
}

/** Boxes with the same space between neighbours, the outer two left where they are; fewer than three stay. */
export function spread<B extends Box>(boxes: readonly B[], axis: 'x' | 'y'): readonly B[] {
  if (boxes.length < 3) return boxes
  const side = axis === 'x' ? 'w' : 'h'
  const order = boxes.toSorted((a, b) => a[axis] - b[axis])
  const [first] = order
  const last = order.at(-1)
  if (!first || !last) return boxes
  const whole = last[axis] + last[side] - first[axis]
  const gap = (whole - order.reduce((sum, box) => sum + box[side], 0)) / (order.length - 1)
  const places = new Map<B, number>()
  let at = first[axis]
  for (const box of order) {
    places.set(box, exact(at))
    at += box[side] + gap
  }
  return boxes.map((box) => ({ ...box, [axis]: places.get(box) ?? box[axis] }))
}
