import { useEffect } from 'react'
import { lockScreen } from './shell/officer-actions.ts'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Locks the screen after minutes without a key or a movement, also when the computer slept through them. */
export function useIdleLock(minutes: number, active: boolean): void {
  useEffect(() => {
    if (!active || minutes <= 0) return
    let last = Date.now()
    const alive = () => {
      last = Date.now()
    }
    const look = setInterval(() => {
      if (Date.now() - last < minutes * 60_000) return
      alive()
      void lockScreen()
    }, 10_000)
    for (const sign of signs) window.addEventListener(sign, alive, { passive: true })
    return () => {
      clearInterval(look)
      for (const sign of signs) window.removeEventListener(sign, alive)
    }
  }, [minutes, active])
}
