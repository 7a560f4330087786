import { useEffect, useState } from 'react'

/**
 * How many of `total` things are laid out by now: `perFrame` at first and as many more with every frame, so that the window
 * goes on drawing while something large appears.
 */
export function useLaidOut(total: number, perFrame: number): number {
  const [count, setCount] = useState(perFrame)
  useEffect(() => {
    if (count >= total) return
    const frame = requestAnimationFrame(() => setCount(count + perFrame))
    return () => cancelAnimationFrame(frame)
  }, [count, total, perFrame])
  return Math.min(count, total)
}
