import { useEffect, useState } from 'react'

/** False until the next frame: what takes long to draw then comes behind what stands around it, and not in one go with it. */
export function useNextFrame(): boolean {
  const [due, setDue] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setDue(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  return due
}
