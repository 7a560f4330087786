import type { Display, Rectangle } from 'electron'
import type { ShellSettings } from './settings.ts'

/** The smallest window in which the screens still work, in device-independent pixels. */
export const smallestWindow = { width: 1100, height: 700 } as const

const firstWindow = { width: 1366, height: 820 } as const

/** At least this much of the title bar must be on a screen, or the officer could not drag the window back. */
const graspable = { width: 120, height: 32 } as const

export type WindowPlace = { readonly bounds: Rectangle; readonly maximized: boolean }

type Screen = Pick<Display, 'workArea'>

/**
 * Where to open the window: where it was, if its title bar is still within reach on one of `displays` (the first is the
 * primary one), else in the middle of the primary display. Never larger than the display it is on.
 */
export function placeWindow(saved: ShellSettings['window'], displays: readonly [Screen, ...Screen[]]): WindowPlace {
  const display = saved && displays.find(({ workArea }) => isWithinReach(saved, workArea))
  if (!saved || !display) {
    const { workArea } = displays[0]
    return { bounds: centred(fitted(firstWindow, workArea), workArea), maximized: saved?.maximized ?? false }
  }
  const { workArea } = display
  const size = fitted(saved, workArea)
  return {
    bounds: {
      ...size,
      x: clamp(saved.x, workArea.x, workArea.x + workArea.width - size.width),
      y: clamp(saved.y, workArea.y, workArea.y + workArea.height - size.height),
    },
    maximized: saved.maximized,
  }
}

type Size = Pick<Rectangle, 'width' | 'height'>

function isWithinReach(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const titleIsInside = window.y >= area.y && window.y + graspable.height <= area.y + area.height
  return width >= graspable.width && titleIsInside
}

const fitted = (size: Size, area: Rectangle): Size => ({
  width: Math.min(Math.max(size.width, smallestWindow.width), area.width),
  height: Math.min(Math.max(size.height, smallestWindow.height), area.height),
})

const centred = (size: Size, area: Rectangle): Rectangle => ({
  ...size,
  x: area.x + Math.round((area.width - size.width) / 2),
  y: area.y + Math.round((area.height - size.height) / 2),
})

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high))
