import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeWindow, smallestWindow } from '../../src-main/shell/window-state.ts'

const primary = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
const right = { workArea: { x: 1920, y: 0, width: 2560, height: 1400 } }

test('the window opens where it was left', () => {
  const saved = { x: 2000, y: 100, width: 1500, height: 900, maximized: true }
  expect(placeWindow(saved, [primary, right])).toEqual({
    bounds: { x: 2000, y: 100, width: 1500, height: 900 },
    maximized: true,
  })
})

test('a window left on a screen that is gone opens in the middle of the primary one', () => {
  const saved = { x: 2000, y: 100, width: 1500, height: 900, maximized: false }
  expect(placeWindow(saved, [primary]).bounds).toEqual({ x: 277, y: 110, width: 1366, height: 820 })
})

test('a first window stands in the middle of the primary screen', () => {
  expect(placeWindow(undefined, [primary])).toEqual({
    bounds: { x: 277, y: 110, width: 1366, height: 820 },
    maximized: false,
  })
})

test('a screen smaller than the smallest window is filled, not overrun', () => {
  const small = { workArea: { x: 0, y: 0, width: 1024, height: 600 } }
  expect(placeWindow(undefined, [small]).bounds).toEqual({ x: 0, y: 0, width: 1024, height: 600 })
})

test('wherever the window was left, it opens on a screen with its title bar in reach', () => {
  const whole = fc.integer({ min: -10_000, max: 10_000 })
  const size = fc.integer({ min: 1, max: 10_000 })
  fc.assert(
    fc.property(whole, whole, size, size, fc.boolean(), (x, y, width, height, hasSecond) => {
      const displays = hasSecond ? ([primary, right] as const) : ([primary] as const)
      const { bounds } = placeWindow({ x, y, width, height, maximized: false }, [...displays])
      const on = displays.find(
        ({ workArea: area }) =>
          bounds.x >= area.x &&
          bounds.y >= area.y &&
          bounds.x + bounds.width <= area.x + area.width &&
          bounds.y + bounds.height <= area.y + area.height,
      )
      expect(on).toBeDefined()
      expect(bounds.width).toBeGreaterThanOrEqual(smallestWindow.width)
      expect(bounds.height).toBeGreaterThanOrEqual(smallestWindow.height)
    }),
  )
})
