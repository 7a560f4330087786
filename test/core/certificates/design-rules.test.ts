import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aligned,
  around,
  type Box,
  linesOf,
  pulled,
  snapped,
  spread,
} from '../../../src-core/certificates/design.rules.ts'
import type { Element } from '../../../src-core/certificates/layout.ts'

const page = { width: 297, height: 210 }
const box = (x: number, y: number, w: number, h: number): Element => ({ type: 'qr', x, y, w, h })

describe('a box on the page', () => {
  test('keeps its size when it is moved, and the sides that are not pulled when it is', () => {
    expect(pulled(box(10, 20, 30, 40), 'move', 1.005, -0.1)).toEqual({ x: 11.01, y: 19.9, w: 30, h: 40 })
    expect(pulled(box(10, 20, 30, 40), 'se', 5, -5)).toEqual({ x: 10, y: 20, w: 35, h: 35 })
    expect(pulled(box(10, 20, 30, 40), 'nw', 5, -5)).toEqual({ x: 15, y: 15, w: 25, h: 45 })
  })

  test('never turns inside out, however far a side is pulled', () => {
    const grips = ['n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw'] as const
    const far = fc.double({ min: -500, max: 500, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...grips), far, far, (grip, dx, dy) => {
        const { w, h } = pulled(box(100, 100, 30, 20), grip, dx, dy)
        expect(Math.min(w, h)).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  test('is drawn onto the middle of the page and onto the edge of another, and onto nothing out of reach', () => {
    const lines = linesOf([box(50, 60, 20, 20)], page)
    expect(snapped(box(133, 100, 30, 10), 'move', lines)).toEqual({
      box: expect.objectContaining({ x: 133.5, y: 100 }),
      guides: [
        { axis: 'x', at: 148.5 },
        { axis: 'y', at: 105 },
      ],
    })
    expect(snapped({ x: 40, y: 30, w: 29, h: 8 }, 'e', lines)).toEqual({
      box: { x: 40, y: 30, w: 30, h: 8 },
      guides: [{ axis: 'x', at: 70 }],
    })
    expect(snapped({ x: 200, y: 130, w: 7, h: 7 }, 'move', lines).guides).toEqual([])
  })

  test('pulled at its left or upper side snaps with that side and keeps the other', () => {
    const lines = linesOf([], page)
    expect(snapped({ x: 0.8, y: 1, w: 30, h: 20 }, 'nw', lines).box).toEqual({ x: 0, y: 0, w: 30.8, h: 21 })
  })
})

describe('several boxes', () => {
  const boxes: readonly Box[] = [box(10, 10, 20, 10), box(80, 40, 10, 10), box(35, 90, 40, 20)]

  test('are laid in line with the box around them', () => {
    const whole = around(boxes)
    expect(whole).toEqual({ x: 10, y: 10, w: 80, h: 100 })
    expect(boxes.map((one) => aligned(one, whole, 'right').x)).toEqual([70, 80, 50])
    expect(boxes.map((one) => aligned(one, whole, 'middle').y)).toEqual([55, 55, 50])
    expect(boxes.map((one) => aligned(one, whole, 'left').x)).toEqual([10, 10, 10])
  })

  test('are spread with the same space between them, the outer two left alone', () => {
    expect(spread(boxes, 'x').map(({ x }) => x)).toEqual([10, 80, 35])
    expect(spread([box(0, 0, 10, 1), box(11, 0, 10, 1), box(90, 0, 10, 1)], 'x').map(({ x }) => x)).toEqual([0, 45, 90])
    expect(spread(boxes.slice(0, 2), 'y')).toEqual(boxes.slice(0, 2))
  })
})
